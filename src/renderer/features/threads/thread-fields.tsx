/** The fields of a thread: what it is, whose, to whom, on what; and what would count as done. */
import { threadKindSchema, type Thread } from '../../../shared/domain/thread.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useIssueItems, usePartyItems } from '../../lib/parts/party-items.ts'
import { useSay } from '../../lib/say.ts'
import { ComboBox, type ComboItem } from '../../ui/combo-box.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { asNew, newNameOf, type ThreadDraft } from './thread-draft.ts'
import styles from './thread-dialog.module.css'

export interface ThreadFieldsProps {
  draft: ThreadDraft
  codebook: Codebook
  isDisabled: boolean
  onChange: (patch: Partial<ThreadDraft>) => void
}

/** A name that is to be made stands among the choices until it is. */
const withNew = (items: ComboItem[], picked: string | null): ComboItem[] => {
  const name = newNameOf(picked)
  return name === null ? items : [{ id: asNew(name), label: name }, ...items]
}

export function ThreadFields({ draft, codebook, isDisabled, onChange }: ThreadFieldsProps) {
  const say = useSay()
  const parties = usePartyItems(codebook)
  const issues = useIssueItems(codebook)
  const text = (field: 'criterion' | 'deadline' | 'monitor') => ({
    label: say(`thread.${field}`),
    hint: say(`thread.${field}Hint`),
    value: draft[field],
    onChange: (value: string) => onChange({ [field]: value }),
    isDisabled,
  })
  const entry = (field: 'owner' | 'addressee' | 'issue') => ({
    label: say(`thread.${field}`),
    items: withNew(field === 'issue' ? issues : parties, draft[field]),
    value: draft[field],
    onChange: (picked: string | null) => onChange({ [field]: picked }),
    onCreate: (name: string) => {
      onChange({ [field]: asNew(name) })
      return Promise.resolve(true)
    },
    createLabel: (name: string) => say(field === 'issue' ? 'coding.newIssue' : 'coding.newParty', { name }),
    isDisabled,
  })
  return (
    <div className={styles.fields}>
      <SegmentedControl<Thread['kind']>
        label={say('thread.kind')}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        options={threadKindSchema.options.map((id) => ({ id, label: say(`thread.kind.${id}`) }))}
        isDisabled={isDisabled}
      />
      <TextField
        label={say('thread.title')}
        value={draft.title}
        onChange={(title) => onChange({ title })}
        isDisabled={isDisabled}
        autoFocus
      />
      <div className={styles.pair}>
        <ComboBox {...entry('owner')} />
        <ComboBox {...entry('addressee')} />
      </div>
      <ComboBox {...entry('issue')} />
      <TextArea {...text('criterion')} minRows={1} maxRows={6} />
      <div className={styles.pair}>
        <TextField {...text('deadline')} />
        <TextField {...text('monitor')} />
      </div>
      <TextArea
        label={say('thread.note')}
        value={draft.note}
        onChange={(note) => onChange({ note })}
        minRows={1}
        maxRows={8}
        isDisabled={isDisabled}
      />
    </div>
  )
}
