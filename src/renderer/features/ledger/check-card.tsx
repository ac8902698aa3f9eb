/** A check in the history of a thread: what it found, when, who held it, and the quotes that show it. */
import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { EvidenceQuote } from '../../lib/parts/evidence-quote.tsx'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './member-card.module.css'
import { ResultMark } from './result-mark.tsx'
import type { ThreadCheck } from './thread-history.ts'

export interface CheckCardProps {
  check: ThreadCheck
  /** Why a check that found it met settles nothing yet; null: it does, or did not find that. */
  soFar: 'deadline' | 'schedule' | null
  codebook: Codebook
  canWrite: boolean
  onOpenEvidence: (evidence: Evidence) => void
  onEdit: () => void
  /** What it changed. */
  children?: ReactNode
}

export function CheckCard({ check, soFar, codebook, canWrite, onOpenEvidence, onEdit, children }: CheckCardProps) {
  const say = useSay()
  const intl = useIntl()
  const by = check.byId === null ? undefined : codebook.partyById.get(check.byId)
  return (
    <article className={cx(styles.card, styles.check)}>
      <header className={styles.checkHead}>
        <strong>{say('check.held')}</strong>
        <ResultMark result={check.result} />
        <span className={styles.date}>{formatPartialDate(intl, check.checked.slice(0, 10))}</span>
        {by && <bdi className={styles.who}>{say('check.byWhom', { name: by.name })}</bdi>}
        {children}
        <span className={styles.space} />
        <IconButton label={say('check.edit')} icon={<Pencil />} size="small" isDisabled={!canWrite} onPress={onEdit} />
      </header>
      {soFar && <p className={styles.soFar}>{say(soFar === 'deadline' ? 'check.soFar' : 'check.soFarSteps')}</p>}
      {check.note !== '' && (
        <p className={styles.note} dir="auto">
          {check.note}
        </p>
      )}
      {check.evidence.map((evidence) => (
        <EvidenceQuote key={evidence.id} evidence={evidence} codebook={codebook} onOpen={onOpenEvidence} isShort showSpeaker />
      ))}
    </article>
  )
}
