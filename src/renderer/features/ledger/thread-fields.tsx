/** The fields of a thread on its page: each is kept as one goes. For a commitment, what a monitor holds it against stands open. */
import { threadKindSchema, type ThreadKind } from '../../../shared/domain/thread-status.ts'
import type { ThreadDetail, ThreadPatch } from '../../../shared/domain/thread.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { Select } from '../../ui/select.tsx'
import { DeadlineField } from './deadline-field.tsx'
import { IssueBox, PartyBox } from './entry-box.tsx'
import { KeptText } from './kept-text.tsx'
import { KindMark } from './kind-mark.tsx'
import styles from './thread-fields.module.css'

export interface ThreadFieldsProps {
  thread: ThreadDetail
  codebook: Codebook
  isDisabled: boolean
  /** Resolves to whether it was kept. */
  onChange: (patch: ThreadPatch) => Promise<boolean>
}

export function ThreadFields({ thread, codebook, isDisabled, onChange }: ThreadFieldsProps) {
  const say = useSay()
  const text = (field: 'criterion' | 'schedule' | 'measure' | 'standard' | 'monitor' | 'note') => ({
    label: say(`thread.page.${field}`),
    value: thread[field],
    onCommit: (value: string | null) => onChange({ [field]: value }),
    isDisabled,
  })
  return (
    <div className={styles.fields}>
      <Select<ThreadKind>
        label={say('thread.kind')}
        value={thread.kind}
        onChange={(kind) => void onChange({ kind })}
        isDisabled={isDisabled}
        options={threadKindSchema.options.map((id) => ({ id, label: say(`thread.kind.${id}`), icon: <KindMark kind={id} hideLabel /> }))}
      />
      <div className={styles.pair}>
        <PartyBox
          label={say('thread.owner')}
          codebook={codebook}
          value={thread.ownerId}
          isDisabled={isDisabled}
          onChoose={(owner) => onChange({ owner })}
        />
        <PartyBox
          label={say('thread.addressee')}
          codebook={codebook}
          value={thread.addresseeId}
          isDisabled={isDisabled}
          onChoose={(addressee) => onChange({ addressee })}
        />
      </div>
      <IssueBox
        label={say('thread.issue')}
        codebook={codebook}
        value={thread.issueId}
        isDisabled={isDisabled}
        onChoose={(issue) => onChange({ issue })}
      />
      <KeptText
        {...text('criterion')}
        label={say(thread.kind === 'threat' ? 'thread.page.criterion.threat' : 'thread.page.criterion')}
        isLong
      />
      <DeadlineField
        label={say('thread.page.deadline')}
        value={thread.deadline}
        isDisabled={isDisabled}
        onCommit={(deadline) => onChange({ deadline })}
      />
      <KeptText {...text('schedule')} isLong />
      <KeptText {...text('monitor')} />
      {(thread.kind === 'commitment' || thread.measure !== null || thread.standard !== null) && (
        <>
          <KeptText {...text('measure')} isLong hint={say('thread.measureHint')} />
          <KeptText {...text('standard')} isLong hint={say('thread.standardHint')} />
        </>
      )}
      <KeptText {...text('note')} isLong />
    </div>
  )
}
