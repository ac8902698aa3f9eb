/** Tags: name, key, colour, definition. Demand, threat and position can be renamed and recoloured, not removed. */
import { hueSchema, type Hue } from '../../../shared/domain/codebook.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction } from '../../lib/data.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { useMounted } from '../../lib/use-mounted.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { Swatch } from '../../ui/swatch.tsx'
import styles from './codebook.module.css'
import { EntryList } from './entry-list.tsx'
import { KeptField } from './kept-field.tsx'
import { RemoveButton } from './remove-button.tsx'

export interface PartProps {
  codebook: Codebook
  id: number | null
  isReadOnly: boolean
  onChoose: (id: number | null) => void
}

/** As the core keeps it, so that the field sees its own letter come back. */
const asLetter = (text: string): string => text.trim().toUpperCase()

export function TagPart({ codebook, id, isReadOnly, onChoose }: PartProps) {
  const say = useSay()
  const create = useAction('tags.create')
  const update = useAction('tags.update')
  const remove = useAction('tags.remove')
  const isMounted = useMounted()
  const tag = id === null ? undefined : codebook.tagById.get(id)
  const change = async (patch: Parameters<typeof update.run>[0]['patch']): Promise<boolean> =>
    tag !== undefined && (await update.run({ id: tag.id, patch })) !== undefined
  /** The first hue that no tag has yet. */
  const freeHue = (): Hue => hueSchema.options.find((hue) => !codebook.tags.some((known) => known.hue === hue)) ?? 'grey'
  const sharing = tag ? codebook.tags.filter((other) => other.hue === tag.hue && other.id !== tag.id) : []
  return (
    <div className={styles.part}>
      <EntryList
        label={say('codebook.tags')}
        addLabel={say('codebook.addTag')}
        entries={codebook.tags.map((entry) => ({
          id: entry.id,
          name: entry.name,
          depth: 0,
          count: entry.annotations,
          retired: entry.retired,
          lead: <TagMark tag={entry} short />,
          also: [entry.code],
        }))}
        currentId={id}
        isReadOnly={isReadOnly}
        onChoose={onChoose}
        onAdd={async (name) => {
          const made = await create.run({ name, hue: freeHue() })
          if (made && isMounted()) onChoose(made.id)
          return made !== undefined
        }}
      />
      {tag ? (
        <div className={styles.form} key={tag.id}>
          <KeptField label={say('codebook.name')} value={tag.name} isDisabled={isReadOnly} onCommit={(name) => change({ name })} />
          <div className={styles.pair}>
            <KeptField
              label={say('codebook.letter')}
              hint={say('codebook.letterHint')}
              value={tag.letter ?? ''}
              isDisabled={isReadOnly}
              clean={asLetter}
              onCommit={(letter) => change({ letter: letter === '' ? null : letter })}
              mayBeEmpty
            />
            <Select
              label={say('codebook.colour')}
              isDisabled={isReadOnly}
              value={tag.hue}
              onChange={(hue) => void change({ hue })}
              options={hueSchema.options.map((hue) => ({
                id: hue,
                label: say(`hue.${hue}`),
                icon: <Swatch label={say(`hue.${hue}`)} hue={hue} letter={tag.letter ?? ''} isDecorative size="small" />,
              }))}
            />
          </div>
          {sharing.length > 0 && (
            <p className={styles.note}>{say('codebook.sameColour', { names: sharing.map((other) => other.name).join(', ') })}</p>
          )}
          <KeptField
            label={say('codebook.definition')}
            value={tag.definition}
            isLong
            mayBeEmpty
            isDisabled={isReadOnly}
            onCommit={(definition) => change({ definition })}
          />
          <Checkbox
            label={say('codebook.retire')}
            hint={say('codebook.retireHint')}
            value={tag.retired}
            isDisabled={isReadOnly}
            onChange={(retired) => void change({ retired })}
          />
          {tag.builtIn ? (
            <p className={styles.note}>{say('codebook.builtIn')}</p>
          ) : (
            <RemoveButton
              name={tag.name}
              consequence={say('codebook.removeTag', { count: tag.annotations })}
              isDisabled={isReadOnly}
              onRemove={async () => {
                const removed = await remove.run({ id: tag.id })
                if (removed && isMounted()) onChoose(null)
                return removed !== undefined
              }}
            />
          )}
        </div>
      ) : (
        <p className={styles.hint}>{say('codebook.chooseTag')}</p>
      )}
    </div>
  )
}
