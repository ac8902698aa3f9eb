/** A long list of quotes, of which only those in view are in the page. Each leads to its passage; with `picked` each can be picked. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './quotes.module.css'

export interface QuoteRowsProps {
  label: string
  quotes: readonly Evidence[]
  codebook: Codebook
  onOpen: (articleId: number, annotationId: number) => void
  /** The end of what was loaded is near. */
  onNearEnd: () => void
  picked?: ReadonlySet<number>
  onPick?: (annotationId: number, isPicked: boolean) => void
}

export function QuoteRows({ label, quotes, codebook, onOpen, onNearEnd, picked, onPick }: QuoteRowsProps) {
  const frame = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never handed to a memoized child
  const rows = useVirtualizer({
    count: quotes.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 78,
    overscan: 8,
    getItemKey: (index) => quotes[index]?.id ?? index,
  })
  const items = rows.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= quotes.length - 20) onNearEnd()
  }, [last, quotes.length, onNearEnd])
  return (
    <div ref={frame} className={styles.frame} tabIndex={-1}>
      <ul className={styles.rows} aria-label={label} style={{ blockSize: rows.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const quote = quotes[index]
          return (
            quote && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                aria-setsize={quotes.length}
                aria-posinset={index + 1}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                {picked && onPick && (
                  <Checkbox
                    label={quote.quote}
                    hideLabel
                    value={picked.has(quote.id)}
                    onChange={(isPicked) => onPick(quote.id, isPicked)}
                    className={styles.check}
                  />
                )}
                <QuoteRow quote={quote} codebook={codebook} onOpen={() => onOpen(quote.articleId, quote.id)} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

function QuoteRow({ quote, codebook, onOpen }: { quote: Evidence; codebook: Codebook; onOpen: () => void }) {
  const say = useSay()
  const intl = useIntl()
  const tag = codebook.tagById.get(quote.tagId)
  const speaker = quote.speakerId === null ? undefined : codebook.partyById.get(quote.speakerId)
  const date = quote.date === null ? say('evidence.undated') : formatPartialDate(intl, quote.date)
  return (
    <div className={styles.quote}>
      <button
        type="button"
        className={styles.open}
        onClick={onOpen}
        aria-label={say('evidence.open', { quote: quote.quote, title: quote.articleTitle })}
      >
        <span className={styles.words} data-reading lang={quote.language ?? undefined} dir="auto">
          {quote.quote}
        </span>
      </button>
      <p className={styles.facts}>
        {tag && <TagMark tag={tag} short />}
        {speaker && <bdi className={styles.speaker}>{speaker.name}</bdi>}
        <bdi className={styles.source}>{quote.articleTitle}</bdi>
        {quote.outlet !== null && <bdi>{quote.outlet}</bdi>}
        <span>{quote.dateFrom === 'publication' ? say('evidence.published', { date }) : date}</span>
      </p>
    </div>
  )
}
