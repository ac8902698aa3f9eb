/** The page of a thread: what it is and how it stands at the start, its history beside it. Kept as one goes. */
import { ArrowLeft, ChevronDown, ChevronUp, ClipboardCheck, Quote, Trash2, Waypoints } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { ThreadDetail, ThreadPatch } from '../../../shared/domain/thread.ts'
import { useCodebook, type Codebook } from '../../lib/codebook.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { useLedger } from '../../stores/ledger.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { AddMembersDialog } from './add-members-dialog.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { HistoryLine } from './history-line.tsx'
import { KeptText } from './kept-text.tsx'
import { KindMark } from './kind-mark.tsx'
import { StatusBlock } from './status-block.tsx'
import { ThreadFields } from './thread-fields.tsx'
import type { ThreadCheck } from './thread-history.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import styles from './thread-view.module.css'

export interface ThreadViewProps {
  threadId: number
  onLedger: () => void
  onThread: (threadId: number) => void
  onOpenEvidence: (evidence: Evidence) => void
}

export function ThreadView({ threadId, onLedger, onThread, onOpenEvidence }: ThreadViewProps) {
  const say = useSay()
  const codebook = useCodebook()
  const { data: thread, error, refetch, isPlaceholderData } = useData('threads.get', { id: threadId })
  const left = useLedger((state) => state.order)
  // Where one came straight to this page, the order is that of the core.
  const { data: ledger } = useData('threads.ledger', {}, { enabled: left.length === 0 })
  const order = left.length > 0 ? left : (ledger?.rows.map(({ id }) => id) ?? [])
  const at = order.indexOf(threadId)
  const go = (step: 1 | -1): boolean => {
    const to = at < 0 ? undefined : order[at + step]
    if (to !== undefined) onThread(to)
    return to !== undefined
  }
  const page = useRef<HTMLElement>(null)
  useKeptFocus(page, () => page.current?.querySelector<HTMLElement>('[data-passage] button, header button')?.focus())
  useShortcuts({
    '[': () => !isCovered() && go(-1),
    ']': () => !isCovered() && go(1),
    escape: () => {
      if (isCovered()) return false
      onLedger()
    },
  })
  return (
    <section
      ref={page}
      className={styles.page}
      aria-label={thread ? say('threads.named', { title: thread.title }) : say('threads.editTitle')}
    >
      <header className={styles.bar}>
        <Button label={say('ledger.title')} icon={<ArrowLeft />} kind="quiet" size="small" shortcut="Esc" onPress={onLedger} />
        {at >= 0 && <span className={styles.place}>{say('thread.place', { at: at + 1, count: order.length })}</span>}
        <IconButton
          label={say('thread.previous')}
          icon={<ChevronUp />}
          size="small"
          shortcut="["
          isDisabled={at <= 0}
          onPress={() => void go(-1)}
        />
        <IconButton
          label={say('thread.next')}
          icon={<ChevronDown />}
          size="small"
          shortcut="]"
          isDisabled={at < 0 || at >= order.length - 1}
          onPress={() => void go(1)}
        />
      </header>
      {error && !thread ? (
        <LoadError error={error} onAgain={() => void refetch()} />
      ) : thread && !isPlaceholderData ? (
        <ThreadBody thread={thread} codebook={codebook} onOpenEvidence={onOpenEvidence} onGone={onLedger} />
      ) : (
        <Spinner label={say('threads.loading')} />
      )}
    </section>
  )
}

/** A dialog, menu or list lies over the page: its keys are its own. */
const isCovered = (): boolean => document.querySelector('[data-modal], [role=menu], [role=listbox]') !== null

interface ThreadBodyProps {
  thread: ThreadDetail
  codebook: Codebook
  onOpenEvidence: (evidence: Evidence) => void
  onGone: () => void
}

function ThreadBody({ thread, codebook, onOpenEvidence, onGone }: ThreadBodyProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  const offerUndo = useOfferUndo()
  const { run: update } = useAction('threads.update')
  const { run: remove } = useAction('threads.remove')
  const [isAdding, setAdding] = useState(false)
  const [check, setCheck] = useState<ThreadCheck | 'new' | null>(null)
  const change = (patch: ThreadPatch): Promise<boolean> => update({ id: thread.id, patch }).then((done) => done !== undefined)
  const removeThread = async (): Promise<void> => {
    if (!(await remove({ id: thread.id }))) return
    offerUndo(say('threads.removed', { title: thread.title, count: thread.members.length }))
    onGone()
  }
  return (
    <div className={styles.body}>
      <div className={styles.side}>
        <div className={styles.name}>
          <KindMark kind={thread.kind} />
          <KeptText
            label={say('thread.title')}
            hideLabel
            value={thread.title}
            isLong
            isNeeded
            isDisabled={!canWrite}
            className={styles.title ?? ''}
            onCommit={(title) => (title === null ? Promise.resolve(false) : change({ title }))}
          />
        </div>
        <StatusBlock thread={thread} codebook={codebook} isDisabled={!canWrite} onChange={change} />
        <ThreadFields thread={thread} codebook={codebook} isDisabled={!canWrite} onChange={change} />
        <div className={styles.end}>
          <Button
            label={say('threads.remove')}
            icon={<Trash2 />}
            kind="quiet"
            size="small"
            isDisabled={!canWrite}
            onPress={() => void removeThread()}
          />
        </div>
      </div>
      <section className={styles.main} aria-labelledby="thread-history">
        <header className={styles.mainHead}>
          <h2 id="thread-history" className={styles.heading}>
            <Waypoints aria-hidden="true" />
            {say('thread.history')}
          </h2>
          <span className={styles.count}>{say('threads.members', { count: thread.members.length })}</span>
          <span className={styles.space} />
          <Button label={say('thread.add')} icon={<Quote />} size="small" isDisabled={!canWrite} onPress={() => setAdding(true)} />
          <Button label={say('check.new')} icon={<ClipboardCheck />} size="small" isDisabled={!canWrite} onPress={() => setCheck('new')} />
        </header>
        <HistoryLine
          thread={thread}
          codebook={codebook}
          canWrite={canWrite}
          onOpenEvidence={onOpenEvidence}
          onCheck={setCheck}
          onAdd={() => setAdding(true)}
        />
      </section>
      {isAdding && <AddMembersDialog thread={thread} codebook={codebook} onClose={() => setAdding(false)} />}
      {check !== null && (
        <CheckDialog thread={thread} check={check === 'new' ? null : check} codebook={codebook} onClose={() => setCheck(null)} />
      )}
    </div>
  )
}
