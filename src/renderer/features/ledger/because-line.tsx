/** At the foot of the table: the thread one is at, and why it has its status, with who said so. */
import { useIntl } from 'react-intl'
import type { LedgerRow } from '../../../shared/domain/ledger.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useEvidence } from '../../lib/evidence.ts'
import { useSay } from '../../lib/say.ts'
import { becauseText } from './because.ts'
import styles from './ledger-view.module.css'

export function BecauseLine({ row, codebook }: { row: LedgerRow | undefined; codebook: Codebook }) {
  const say = useSay()
  const intl = useIntl()
  const annotationId = row?.derived.because.annotationId ?? null
  const evidence = useEvidence(annotationId === null ? NO_IDS : [annotationId])
  if (!row) return <p className={styles.because} />
  const found = annotationId === null ? undefined : evidence.get(annotationId)
  const who = found?.speakerId == null ? null : (codebook.partyById.get(found.speakerId)?.name ?? null)
  const derived = say('ledger.why', {
    status: say(`thread.status.${row.derived.status}`),
    because: becauseText(say, intl, row.derived, who),
  })
  const text =
    row.override === null
      ? derived
      : `${say('ledger.whyOverride', { status: say(`thread.status.${row.status}`), coder: row.override.coder ?? say('ledger.you'), reason: row.override.reason })}${row.override.isStale ? ` (${say('ledger.stale')})` : ''}`
  return (
    <p className={styles.because} role="status" title={row.override === null ? undefined : derived}>
      <bdi className={styles.becauseTitle}>{row.title}</bdi>
      <bdi>{text}</bdi>
    </p>
  )
}

const NO_IDS: readonly number[] = []
