/** A quote in the side-by-side view. On paper its source stands in full beneath it. */
import { FormattedMessage } from 'react-intl'
import type { Codebook } from '../../lib/codebook.ts'
import { StanceMark } from '../../lib/parts/stance-mark.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useDateText, useSay } from '../../lib/say.ts'
import { Badge } from '../../ui/badge.tsx'
import { attributionOf } from './attribution-words.ts'
import { GradingMark } from './grading-mark.tsx'
import styles from './side-by-side-table.module.css'
import type { SideQuote } from './side-rows.ts'

export interface SideQuoteCardProps {
  quote: SideQuote
  column: number
  partyId: number
  codebook: Codebook
  onOpen: () => void
}

export function SideQuoteCard({ quote, column, partyId, codebook, onOpen }: SideQuoteCardProps) {
  const say = useSay()
  const dateText = useDateText()
  const tag = codebook.tagById.get(quote.tagId)
  // That a party speaks for itself goes without saying in its own column.
  const behalf = quote.onBehalfOfId === partyId ? { ...quote, onBehalfOfId: null } : quote
  const { speaker, how } = attributionOf(behalf, codebook, say)
  return (
    <article className={styles.quote} data-new={quote.isNew || undefined}>
      <button
        type="button"
        data-quote={quote.id}
        data-column={column}
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
      {(quote.speakerId !== partyId || how.length > 0) && (
        <p className={styles.said}>
          {quote.speakerId !== partyId && <bdi className={styles.speaker}>{speaker}</bdi>}
          {quote.speakerId !== partyId && how.length > 0 && ' · '}
          {how.join(' · ')}
        </p>
      )}
      <footer className={styles.facts}>
        {quote.isNew && (
          <span data-print="colour">
            <Badge text={say('cell.new')} kind="accent" />
          </span>
        )}
        {tag && <TagMark tag={tag} />}
        {quote.stance && <StanceMark stance={quote.stance} />}
        <bdi className={styles.outlet}>{quote.outlet ?? say('evidence.noOutlet')}</bdi>
        {quote.dateFrom === 'publication' && <span className={styles.screen}>{say('cell.publishedOnly')}</span>}
        <GradingMark reliability={quote.reliability} credibility={quote.credibility} />
      </footer>
      <p className={styles.citation} aria-hidden="true">
        {/* Each name by itself, so that commas stand right between scripts. */}
        <FormattedMessage
          id="side.citation"
          values={{
            hasOutlet: quote.outlet === null ? 'no' : 'yes',
            outlet: <bdi>{quote.outlet}</bdi>,
            title: <bdi>{quote.articleTitle}</bdi>,
            id: quote.articleId,
            start: quote.start,
            end: quote.end,
            published: quote.date !== null && quote.dateFrom === 'publication' ? dateText(quote.date) : 'none',
          }}
        />
      </p>
    </article>
  )
}
