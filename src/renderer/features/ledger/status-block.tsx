/** How the thread stands, why, and who says so. The analyst may say otherwise, with a reason, and give it back to the rules. */
import { Pencil, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { DerivedStatus } from '../../../shared/domain/thread-status.ts'
import type { ThreadDetail, ThreadPatch } from '../../../shared/domain/thread.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { becauseText } from './because.ts'
import { StatusDialog } from './status-dialog.tsx'
import { StatusMark } from './status-mark.tsx'
import styles from './thread-view.module.css'

export interface StatusBlockProps {
  thread: ThreadDetail
  codebook: Codebook
  isDisabled: boolean
  onChange: (patch: ThreadPatch) => Promise<boolean>
}

export function StatusBlock({ thread, codebook, isDisabled, onChange }: StatusBlockProps) {
  const say = useSay()
  const intl = useIntl()
  const [isSaying, setSaying] = useState(false)
  const { derived, override } = thread
  const because = (of: DerivedStatus): string => {
    const member = thread.members.find(({ evidence }) => evidence.id === of.because.annotationId)
    const speaker = member?.evidence.speakerId == null ? undefined : codebook.partyById.get(member.evidence.speakerId)
    return becauseText(say, intl, of, speaker?.name ?? null)
  }
  // A commitment or a position asks for no answer, and of nothing said there is none yet: only answers that were given are told.
  const isAsked = thread.members.length > 0 && (thread.kind === 'demand' || thread.kind === 'threat')
  const addressee = thread.addresseeId === null ? '' : (codebook.partyById.get(thread.addresseeId)?.name ?? '')
  const answers =
    thread.answers > 0
      ? say('thread.answers', { count: thread.answers })
      : isAsked && say('thread.noAnswer', { known: addressee === '' ? 'no' : 'yes', name: addressee })
  const facts = [
    thread.daysOpen !== null && say('thread.daysOpen', { days: thread.daysOpen, least: thread.isDaysLeast ? 'yes' : 'no' }),
    answers,
    say('compare.outlets', { count: thread.outlets }),
  ].filter((fact) => fact !== false)
  return (
    <section className={styles.status} aria-label={say('ledger.column.status')}>
      <div className={styles.statusLine}>
        <StatusMark status={thread.status} isOverridden={override !== null} isLarge />
        <span dir="auto" className={styles.reason}>
          {override === null
            ? because(derived)
            : say('thread.youSay', { coder: override.coder ?? say('ledger.you'), reason: override.reason })}
        </span>
        <Button
          label={say(override === null ? 'thread.sayOtherwise' : 'thread.changeReading')}
          icon={<Pencil />}
          kind="quiet"
          size="small"
          isDisabled={isDisabled}
          onPress={() => setSaying(true)}
        />
        {override !== null && (
          <Button
            label={say('thread.asMembers')}
            icon={<RotateCcw />}
            kind="quiet"
            size="small"
            isDisabled={isDisabled}
            onPress={() => void onChange({ statusOverride: null })}
          />
        )}
      </div>
      {override !== null && (
        <p className={styles.byRules}>
          {say('thread.byRules')} <StatusMark status={derived.status} /> <span dir="auto">{because(derived)}</span>
          {override.isStale && <strong className={styles.stale}> {say('thread.staleReading')}</strong>}
        </p>
      )}
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {isSaying && (
        <StatusDialog
          status={override?.status ?? derived.status}
          reason={override?.reason ?? ''}
          onSave={(statusOverride, statusReason) => onChange({ statusOverride, statusReason })}
          onClose={() => setSaying(false)}
        />
      )}
    </section>
  )
}
