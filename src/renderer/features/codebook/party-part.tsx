/** Parties: name, kind, role, what they belong to, and the names they also go by. */
import { partyKindSchema, partyRoleSchema, type Party } from '../../../shared/domain/party.ts'
import { useMemo } from 'react'
import { useAction } from '../../lib/data.ts'
import { usePartyItems } from '../../lib/parts/party-items.ts'
import { useSay } from '../../lib/say.ts'
import { useMounted } from '../../lib/use-mounted.ts'
import { useTurns } from '../../lib/use-turns.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Select } from '../../ui/select.tsx'
import { AliasField } from './alias-field.tsx'
import styles from './codebook.module.css'
import { depthsOf, EntryList } from './entry-list.tsx'
import { KeptField } from './kept-field.tsx'
import { RemoveButton } from './remove-button.tsx'
import type { PartProps } from './tag-part.tsx'

type Change = { id: number; patch: Partial<Omit<Party, 'id' | 'uid' | 'annotations'>> }

export function PartyPart({ codebook, id, isReadOnly, onChoose }: PartProps) {
  const say = useSay()
  const create = useAction('parties.create')
  const update = useAction('parties.update')
  const remove = useAction('parties.remove')
  const party = id === null ? undefined : codebook.partyById.get(id)
  const depths = depthsOf(codebook.parties)
  const isMounted = useMounted()
  const parentId = party?.parentId ?? null
  const items = usePartyItems(
    codebook,
    useMemo(() => [parentId], [parentId]),
  )
  // The party goes with the patch: by the time its turn comes, another may be chosen.
  const change = useTurns(party, ({ id: of, patch }: Change) => update.run({ id: of, patch }))
  const set = (patch: Change['patch']): Promise<boolean> => (party ? change({ id: party.id, patch }) : Promise.resolve(false))
  return (
    <div className={styles.part}>
      <EntryList
        label={say('codebook.parties')}
        addLabel={say('codebook.addParty')}
        entries={codebook.parties.map((entry) => ({
          id: entry.id,
          name: entry.name,
          depth: depths.get(entry.id) ?? 0,
          count: entry.annotations,
          retired: entry.retired,
          also: entry.aliases.map((alias) => alias.name),
        }))}
        currentId={id}
        isReadOnly={isReadOnly}
        onChoose={onChoose}
        onAdd={async (name) => {
          const made = await create.run({ name })
          if (made && isMounted()) onChoose(made.id)
          return made !== undefined
        }}
      />
      {party ? (
        <div className={styles.form} key={party.id}>
          <KeptField label={say('codebook.name')} value={party.name} isDisabled={isReadOnly} onCommit={(name) => set({ name })} />
          <div className={styles.pair}>
            <Select
              label={say('codebook.kind')}
              isDisabled={isReadOnly}
              value={party.kind}
              onChange={(kind) => void set({ kind })}
              options={partyKindSchema.options.map((kind) => ({ id: kind, label: say(`party.kind.${kind}`) }))}
            />
            <Select
              label={say('codebook.role')}
              isDisabled={isReadOnly}
              value={party.role}
              onChange={(role) => void set({ role })}
              options={partyRoleSchema.options.map((role) => ({ id: role, label: say(`party.role.${role}`) }))}
            />
          </div>
          <ComboBox
            label={say('codebook.belongsTo')}
            placeholder={say('codebook.top')}
            isDisabled={isReadOnly}
            items={items.filter((item) => item.id !== String(party.id))}
            value={party.parentId === null ? null : String(party.parentId)}
            onChange={(parent) => void set({ parentId: parent === null ? null : Number(parent) })}
          />
          <AliasField
            aliases={party.aliases}
            isDisabled={isReadOnly}
            onChange={(make) =>
              change((now) => ({ id: party.id, patch: { aliases: make(now?.id === party.id ? now.aliases : party.aliases) } }))
            }
          />
          <KeptField
            label={say('codebook.note')}
            value={party.note}
            isLong
            mayBeEmpty
            isDisabled={isReadOnly}
            onCommit={(note) => set({ note })}
          />
          <Checkbox
            label={say('codebook.retire')}
            hint={say('codebook.retireHint')}
            value={party.retired}
            isDisabled={isReadOnly}
            onChange={(retired) => void set({ retired })}
          />
          <RemoveButton
            name={party.name}
            consequence={say('codebook.removeParty', { count: party.annotations })}
            isDisabled={isReadOnly}
            onRemove={async () => {
              const removed = await remove.run({ id: party.id })
              if (removed && isMounted()) onChoose(null)
              return removed !== undefined
            }}
          />
        </div>
      ) : (
        <p className={styles.hint}>{say('codebook.chooseParty')}</p>
      )}
    </div>
  )
}
