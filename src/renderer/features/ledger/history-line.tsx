/** The history of a thread as a vertical line: passages and checks by date, silence between them, and what changed the status. */
import { AlarmClock, Waypoints } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { ThreadStatus } from '../../../shared/domain/thread-status.ts'
import type { ThreadDetail } from '../../../shared/domain/thread.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { useLedger } from '../../stores/ledger.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CheckCard } from './check-card.tsx'
import styles from './history-line.module.css'
import { MemberCard } from './member-card.tsx'
import { StatusMark } from './status-mark.tsx'
import { historyOf, keptSoFar, type HistoryItem, type ThreadCheck } from './thread-history.ts'

export interface HistoryLineProps {
  thread: ThreadDetail
  codebook: Codebook
  canWrite: boolean
  onOpenEvidence: (evidence: Evidence) => void
  onCheck: (check: ThreadCheck) => void
  onAdd: () => void
}

/** More than this are not drawn at once: the newest stand there, the older ones a press away. */
const SHOWN = 150

export function HistoryLine({ thread, codebook, canWrite, onOpenEvidence, onCheck, onAdd }: HistoryLineProps) {
  const say = useSay()
  const [isWhole, setWhole] = useState(false)
  const items = useMemo(() => historyOf(thread), [thread])
  const shown = isWhole ? items : items.slice(-SHOWN)
  const list = useRef<HTMLOListElement>(null)
  // Back from a passage: the focus goes on there.
  useEffect(() => {
    const { passage, leave } = useLedger.getState()
    if (passage?.threadId !== thread.id) return
    leave({ passage: null })
    const card = list.current?.querySelector<HTMLElement>(`[data-member="${passage.annotationId}"]`)
    card?.scrollIntoView({ block: 'center' })
    card?.querySelector<HTMLElement>('[data-passage] button')?.focus({ preventScroll: true })
  }, [thread.id])
  if (items.length === 0)
    return (
      <EmptyState
        icon={<Waypoints />}
        title={say('thread.noMembers')}
        actions={<Button label={say('thread.add')} isDisabled={!canWrite} onPress={onAdd} />}
      >
        {say('thread.noMembersText')}
      </EmptyState>
    )
  return (
    <div className={styles.scroll}>
      {shown.length < items.length && (
        <Button
          label={say('thread.showAll', { count: items.length - shown.length })}
          kind="quiet"
          size="small"
          onPress={() => setWhole(true)}
        />
      )}
      <ol ref={list} className={styles.line} aria-label={say('thread.history')}>
        {shown.map((item) => (
          <Item key={item.key} {...{ item, thread, codebook, canWrite, onOpenEvidence, onCheck }} />
        ))}
      </ol>
    </div>
  )
}

function Item({ item, ...rest }: { item: HistoryItem } & Omit<HistoryLineProps, 'onAdd'>) {
  const say = useSay()
  const intl = useIntl()
  const { thread, codebook, canWrite, onOpenEvidence, onCheck } = rest
  switch (item.kind) {
    case 'gap':
      return (
        <li className={styles.gap}>
          {say(item.key === 'since' ? 'thread.silentSince' : 'thread.silence', { days: item.days, least: item.isLeast ? 'yes' : 'no' })}
        </li>
      )
    case 'deadline':
      return (
        <li className={styles.deadline}>
          <span className={styles.dot} data-status={item.became}>
            <AlarmClock aria-hidden="true" />
          </span>
          <span>{say('thread.deadlinePassed', { date: formatPartialDate(intl, item.day) })}</span>
          <Became status={item.became} />
        </li>
      )
    case 'check':
      return (
        <li className={styles.item}>
          <span className={styles.dot} data-check />
          <CheckCard
            check={item.check}
            soFar={keptSoFar(thread, item.check)}
            codebook={codebook}
            canWrite={canWrite}
            onOpenEvidence={onOpenEvidence}
            onEdit={() => onCheck(item.check)}
          >
            {item.became && <Became status={item.became} />}
          </CheckCard>
        </li>
      )
    case 'member':
      return (
        <li className={styles.item} data-side={item.member.side} data-member={item.member.evidence.id}>
          <span className={styles.dot} data-changed={item.became !== null || undefined} />
          <MemberCard
            threadId={thread.id}
            title={thread.title}
            member={item.member}
            codebook={codebook}
            canWrite={canWrite}
            onOpenEvidence={onOpenEvidence}
          >
            {item.became && <Became status={item.became} />}
          </MemberCard>
        </li>
      )
  }
}

/** What it made of the thread. */
function Became({ status }: { status: ThreadStatus }) {
  const say = useSay()
  return (
    <span className={styles.became}>
      <span className={styles.arrow} aria-hidden="true">
        →
      </span>
      <span className={styles.hidden}>{say('thread.became')}</span>
      <StatusMark status={status} />
    </span>
  )
}
