/** The form of an issue: name, place and colour, what it means, examples of it. */
import type { Issue } from '../../../shared/domain/codebook.ts'
import { useAction } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useTurns } from '../../lib/use-turns.ts'
import { entriesOf } from './entries.ts'
import { ExamplesSection } from './examples-section.tsx'
import styles from './entry-form.module.css'
import { FormSection } from './form-section.tsx'
import { GuidanceFields } from './guidance-fields.tsx'
import { HueField } from './hue-field.tsx'
import { KeptField } from './kept-field.tsx'
import { ParentField } from './parent-field.tsx'
import type { EntryFieldsProps } from './parts.ts'

export function IssueForm({ entry, codebook, isReadOnly, onOpen }: EntryFieldsProps) {
  const issue = codebook.issueById.get(entry.id)
  return issue && <Fields issue={issue} entry={entry} codebook={codebook} isReadOnly={isReadOnly} onOpen={onOpen} />
}

function Fields({ issue, entry, codebook, isReadOnly, onOpen }: EntryFieldsProps & { issue: Issue }) {
  const say = useSay()
  const update = useAction('issues.update')
  type Patch = Parameters<typeof update.run>[0]['patch']
  const change = useTurns(issue, (patch: Patch) => update.run({ id: issue.id, patch }))
  return (
    <>
      <FormSection title={say('codebook.section.look')}>
        <div className={styles.pair}>
          <KeptField label={say('codebook.name')} value={issue.name} isDisabled={isReadOnly} onCommit={(name) => change({ name })} />
          <ParentField part="issues" entry={entry} entries={entriesOf(codebook, 'issues')} isDisabled={isReadOnly} />
        </div>
        <HueField
          entry={entry}
          others={entriesOf(codebook, 'issues')}
          isDisabled={isReadOnly}
          noneLabel={say('codebook.noColour')}
          onChange={(hue) => void change({ hue })}
        />
      </FormSection>
      <FormSection title={say('codebook.section.meaning')}>
        <GuidanceFields value={issue} isDisabled={isReadOnly} onChange={change} />
      </FormSection>
      <ExamplesSection part="issues" entry={entry} codebook={codebook} isDisabled={isReadOnly} onOpen={onOpen} />
    </>
  )
}
