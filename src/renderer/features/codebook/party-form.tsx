/** The form of a party: name, kind, role, colour and place, its other names, to whom it belonged when, and a note. */
import { partyKindSchema, partyRoleSchema, type Party } from '../../../shared/domain/party.ts'
import { useAction } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useTurns } from '../../lib/use-turns.ts'
import { Select } from '../../ui/select.tsx'
import { AffiliationField } from './affiliation-field.tsx'
import { AliasField } from './alias-field.tsx'
import { entriesOf } from './entries.ts'
import styles from './entry-form.module.css'
import { FormSection } from './form-section.tsx'
import { HueField } from './hue-field.tsx'
import { KeptField } from './kept-field.tsx'
import { ParentField } from './parent-field.tsx'
import type { EntryFieldsProps } from './parts.ts'

export function PartyForm({ entry, codebook, isReadOnly }: EntryFieldsProps) {
  const party = codebook.partyById.get(entry.id)
  return party && <Fields party={party} entry={entry} codebook={codebook} isReadOnly={isReadOnly} />
}

function Fields({ party, entry, codebook, isReadOnly }: Omit<EntryFieldsProps, 'onOpen'> & { party: Party }) {
  const say = useSay()
  const update = useAction('parties.update')
  type Patch = Parameters<typeof update.run>[0]['patch']
  const change = useTurns(party, (patch: Patch) => update.run({ id: party.id, patch }))
  return (
    <>
      <FormSection title={say('codebook.section.look')}>
        <div className={styles.pair}>
          <KeptField label={say('codebook.name')} value={party.name} isDisabled={isReadOnly} onCommit={(name) => change({ name })} />
          <ParentField part="parties" entry={entry} entries={entriesOf(codebook, 'parties')} isDisabled={isReadOnly} />
          <Select
            label={say('codebook.kind')}
            isDisabled={isReadOnly}
            value={party.kind}
            onChange={(kind) => void change({ kind })}
            options={partyKindSchema.options.map((kind) => ({ id: kind, label: say(`party.kind.${kind}`) }))}
          />
          <Select
            label={say('codebook.role')}
            isDisabled={isReadOnly}
            value={party.role}
            onChange={(role) => void change({ role })}
            options={partyRoleSchema.options.map((role) => ({ id: role, label: say(`party.role.${role}`) }))}
          />
        </div>
        <HueField
          entry={entry}
          others={entriesOf(codebook, 'parties')}
          isDisabled={isReadOnly}
          noneLabel={say('codebook.noColour')}
          onChange={(hue) => void change({ hue })}
        />
        <p className={styles.hint}>{say('codebook.partyUses', { ...party.uses })}</p>
      </FormSection>
      <FormSection title={say('codebook.aliases')} hint={say('codebook.aliasesHint')}>
        <AliasField
          aliases={party.aliases}
          isDisabled={isReadOnly}
          onChange={(make) => change((now) => ({ aliases: make(now.aliases.map(({ name, language }) => ({ name, language }))) }))}
        />
      </FormSection>
      <FormSection title={say('codebook.affiliations')} hint={say('codebook.affiliationsHint')}>
        <AffiliationField
          party={party}
          codebook={codebook}
          isDisabled={isReadOnly}
          onChange={(make) => change((now) => ({ affiliations: make(now.affiliations) }))}
        />
      </FormSection>
      <FormSection title={say('codebook.note')}>
        <KeptField
          label={say('codebook.note')}
          hideLabel
          value={party.note}
          isLong
          mayBeEmpty
          isDisabled={isReadOnly}
          onCommit={(note) => change({ note })}
        />
      </FormSection>
    </>
  )
}
