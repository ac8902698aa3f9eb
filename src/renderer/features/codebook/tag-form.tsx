/** The form of a tag: what it is called and looks like, what it means, which fields it shows and has, and examples of it. */
import type { Tag } from '../../../shared/domain/codebook.ts'
import { useAction } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useTurns } from '../../lib/use-turns.ts'
import { entriesOf } from './entries.ts'
import styles from './entry-form.module.css'
import { ExamplesSection } from './examples-section.tsx'
import { FormSection } from './form-section.tsx'
import { GuidanceFields } from './guidance-fields.tsx'
import { HueField } from './hue-field.tsx'
import { KeptField } from './kept-field.tsx'
import { KeyField } from './key-field.tsx'
import { ParentField } from './parent-field.tsx'
import type { EntryFieldsProps } from './parts.ts'
import { ShowsField } from './shows-field.tsx'
import { TagFields } from './tag-fields.tsx'

export function TagForm({ entry, codebook, isReadOnly, onOpen }: EntryFieldsProps) {
  const tag = codebook.tagById.get(entry.id)
  return tag && <Fields tag={tag} entry={entry} codebook={codebook} isReadOnly={isReadOnly} onOpen={onOpen} />
}

function Fields({ tag, entry, codebook, isReadOnly, onOpen }: EntryFieldsProps & { tag: Tag }) {
  const say = useSay()
  const update = useAction('tags.update')
  type Patch = Parameters<typeof update.run>[0]['patch']
  const change = useTurns(tag, (patch: Patch) => update.run({ id: tag.id, patch }))
  return (
    <>
      <FormSection title={say('codebook.section.look')}>
        <div className={styles.pair}>
          <KeptField label={say('codebook.name')} value={tag.name} isDisabled={isReadOnly} onCommit={(name) => change({ name })} />
          <KeyField
            key={tag.letter}
            tag={tag}
            tags={codebook.tags}
            isDisabled={isReadOnly}
            onChange={(letter) => void change({ letter })}
          />
        </div>
        <HueField
          entry={entry}
          others={entriesOf(codebook, 'tags')}
          isDisabled={isReadOnly}
          onChange={(hue) => hue !== null && void change({ hue })}
        />
        <ParentField part="tags" entry={entry} entries={entriesOf(codebook, 'tags')} isDisabled={isReadOnly} />
      </FormSection>
      <FormSection title={say('codebook.section.meaning')}>
        <GuidanceFields value={tag} isDisabled={isReadOnly} onChange={change} />
      </FormSection>
      <ExamplesSection part="tags" entry={entry} codebook={codebook} isDisabled={isReadOnly} onOpen={onOpen} />
      <FormSection title={say('codebook.shows')} hint={say('codebook.showsHint')}>
        <ShowsField shows={tag.shows} isDisabled={isReadOnly} onChange={(make) => void change((now) => ({ shows: make(now.shows) }))} />
      </FormSection>
      <TagFields tag={tag} isDisabled={isReadOnly} />
    </>
  )
}
