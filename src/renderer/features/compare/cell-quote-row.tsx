/**
 * One quote of a cell: the words in their own direction, their translation, who said it for whom and how that is known, its terms, and
 * where it stands. Pressing it goes to the passage; ticking it makes it one that the summary rests on.
 */
import { ExternalLink, Link2 } from 'lucide-react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { StanceMark } from '../../lib/parts/stance-mark.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Badge } from '../../ui/badge.tsx'
import { ToggleButton } from '../../ui/toggle-button.tsx'
import { attributionOf } from './attribution-words.ts'
import styles from './cell-quotes.module.css'
import { GradingMark } from './grading-mark.tsx'
import { IntensityBar } from './matrix-marks.tsx'

export interface CellQuoteRowProps {
  quote: Evidence
  codebook: Codebook
  /** Its number in the summary. */
  number: number | null
  isNewer: boolean
  /** Tab comes here; the arrow keys lead from quote to quote. */
  isStop: boolean
  canLink: boolean
  onOpen: () => void
  onToggle: () => void
}

export function CellQuoteRow({ quote, codebook, number, isNewer, isStop, canLink, onOpen, onToggle }: CellQuoteRowProps) {
  const say = useSay()
  const tag = codebook.tagById.get(quote.tagId)
  const said = attributionOf(quote, codebook, say)
  const terms = (['condition', 'consequence', 'deadline'] as const).filter((field) => quote[field] !== null)
  return (
    <article className={styles.quote} data-linked={number !== null || undefined}>
      <div className={styles.line}>
        <span className={styles.who}>
          <bdi>{said.speaker}</bdi>
          {said.how.length > 0 && <span className={styles.how}>{said.how.join(' · ')}</span>}
        </span>
        {isNewer && <Badge text={say('cell.new')} kind="accent" />}
        {number !== null && (
          <span className={styles.number} title={say('cell.numbered', { number })}>
            [{number}]
          </span>
        )}
        <ToggleButton
          label={say(number === null ? 'cell.link' : 'cell.unlink')}
          shortcut="S"
          icon={<Link2 />}
          isIconOnly
          size="small"
          value={number !== null}
          onChange={onToggle}
          isDisabled={!canLink}
        />
      </div>
      <button
        type="button"
        data-quote={quote.id}
        tabIndex={isStop ? 0 : -1}
        className={styles.open}
        onClick={onOpen}
        aria-label={say('evidence.open', { quote: quote.quote, title: quote.articleTitle })}
      >
        <blockquote className={styles.words} data-reading lang={quote.language ?? undefined} dir="auto">
          {quote.quote}
        </blockquote>
      </button>
      {quote.translation && (
        <p className={styles.translation} dir="auto">
          {quote.translation}
        </p>
      )}
      {terms.length > 0 && (
        <dl className={styles.terms}>
          {terms.map((field) => (
            <div key={field}>
              <dt>{say(`coding.${field}`)}</dt>
              <dd dir="auto">{quote[field]}</dd>
            </div>
          ))}
        </dl>
      )}
      <footer className={styles.facts}>
        {tag && <TagMark tag={tag} />}
        {quote.stance && <StanceMark stance={quote.stance} />}
        {quote.intensity !== null && <IntensityBar value={quote.intensity} />}
        <span className={styles.source}>
          <ExternalLink aria-hidden="true" />
          <bdi>{quote.outlet ?? say('evidence.noOutlet')}</bdi>
        </span>
        {quote.dateFrom === 'publication' && <span>{say('cell.publishedOnly')}</span>}
        <GradingMark reliability={quote.reliability} credibility={quote.credibility} />
      </footer>
    </article>
  )
}
