/** A quote as evidence: the words in their own script and direction, its translation, and where it stands. Pressing it goes to the passage. */
import { useIntl } from 'react-intl'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { Codebook } from '../codebook.ts'
import { formatPartialDate, useSay } from '../say.ts'
import { cx } from '../../ui/cx.ts'
import styles from './evidence-quote.module.css'
import { StanceMark } from './stance-mark.tsx'
import { TagMark } from './tag-mark.tsx'

export interface EvidenceQuoteProps {
  evidence: Evidence
  codebook: Codebook
  onOpen: (evidence: Evidence) => void
  /** Cuts the quote after three lines. */
  isShort?: boolean
  showSpeaker?: boolean
}

export function EvidenceQuote({ evidence, codebook, onOpen, isShort = false, showSpeaker = false }: EvidenceQuoteProps) {
  const say = useSay()
  const intl = useIntl()
  const tag = codebook.tagById.get(evidence.tagId)
  const speaker = evidence.speakerId === null ? undefined : codebook.partyById.get(evidence.speakerId)
  const date = evidence.date === null ? say('evidence.undated') : formatPartialDate(intl, evidence.date)
  const dated = evidence.dateFrom === 'publication' ? say('evidence.published', { date }) : date
  return (
    <article className={cx(styles.quote, isShort && styles.short)}>
      <button
        type="button"
        className={styles.open}
        onClick={() => onOpen(evidence)}
        aria-label={say('evidence.open', { quote: evidence.quote, title: evidence.articleTitle })}
      >
        <blockquote className={styles.words} data-reading lang={evidence.language ?? undefined} dir="auto">
          {evidence.quote}
        </blockquote>
      </button>
      {evidence.translation && !isShort && (
        <p className={styles.translation} dir="auto">
          {evidence.translation}
        </p>
      )}
      <footer className={styles.facts}>
        {tag && <TagMark tag={tag} short={isShort} />}
        {showSpeaker && speaker && <bdi>{speaker.name}</bdi>}
        {evidence.stance && <StanceMark stance={evidence.stance} short={isShort} />}
        <span>{dated}</span>
        <bdi>{evidence.outlet ?? say('evidence.noOutlet')}</bdi>
      </footer>
    </article>
  )
}
