/** The quotes of a cell in groups by date. Arrow keys lead from one to the next, Enter opens the passage, S links it to the summary. */
import { useState, type KeyboardEvent, type RefObject } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { latinKey } from '../../lib/keys.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { CellQuoteRow } from './cell-quote-row.tsx'
import { groupsOf, type QuoteOrder } from './quote-groups.ts'
import styles from './cell-quotes.module.css'

/** So many are drawn at first. */
const FIRST = 60

export interface CellQuotesProps {
  list: RefObject<HTMLDivElement | null>
  quotes: readonly Evidence[]
  /** Older ones that are not among them. */
  beyond: number
  order: QuoteOrder
  codebook: Codebook
  numbers: ReadonlyMap<number, number>
  newer: ReadonlySet<number>
  canLink: boolean
  /** All are drawn: one of them is to be shown. */
  isWhole: boolean
  onWhole: () => void
  onOpen: (quote: Evidence) => void
  onToggle: (id: number) => void
}

export function CellQuotes(props: CellQuotesProps) {
  const { list, quotes, beyond, order, codebook, numbers, newer, canLink, isWhole, onWhole, onOpen, onToggle } = props
  const say = useSay()
  const dateText = useDateText()
  const [at, setAt] = useState<number | null>(null)
  const all = groupsOf(quotes, order)
  const ids = all.flatMap((group) => group.quotes.map(({ id }) => id))
  const drawn = new Set(isWhole ? ids : ids.slice(0, FIRST))
  const stop = at !== null && drawn.has(at) ? at : (ids[0] ?? null)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
    const id = Number(event.target.closest<HTMLElement>('[data-of]')?.dataset.of ?? 0)
    const place = ids.indexOf(id)
    if (place < 0) return
    const last = drawn.size - 1
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: last }[event.key]
    if (to !== undefined) focusQuote(list.current, ids[Math.min(Math.max(to, 0), last)])
    else if (latinKey(event.nativeEvent).toLowerCase() === 's' && canLink) onToggle(id)
    else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the quotes within
    <div ref={list} onKeyDown={onKeyDown} onFocus={({ target }) => setAt(Number(target.closest<HTMLElement>('li')?.dataset.of ?? 0) || at)}>
      {all.map((group, index) => {
        const shown = group.quotes.filter(({ id }) => drawn.has(id))
        if (shown.length === 0) return null
        return (
          <section key={`${group.date ?? ''} ${index}`} aria-label={group.date === null ? say('evidence.undated') : dateText(group.date)}>
            <h3 className={styles.date}>{group.date === null ? say('evidence.undated') : dateText(group.date)}</h3>
            <ol className={styles.quotes}>
              {shown.map((quote) => (
                // A press anywhere on the quote makes it the one that the keys are for.
                <li key={quote.id} data-of={quote.id} tabIndex={-1}>
                  <CellQuoteRow
                    quote={quote}
                    codebook={codebook}
                    number={numbers.get(quote.id) ?? null}
                    isNewer={newer.has(quote.id)}
                    isStop={quote.id === stop}
                    canLink={canLink}
                    onOpen={() => onOpen(quote)}
                    onToggle={() => onToggle(quote.id)}
                  />
                </li>
              ))}
            </ol>
          </section>
        )
      })}
      {drawn.size < ids.length && (
        <p className={styles.more}>
          <Button label={say('cell.showAll', { count: ids.length })} onPress={onWhole} />
        </p>
      )}
      {beyond > 0 && <p className={styles.more}>{say('cell.beyond', { count: beyond })}</p>}
    </div>
  )
}

/** Puts the focus on a quote, and it in sight. */
export function focusQuote(list: HTMLElement | null, id: number | undefined): boolean {
  const quote = list?.querySelector<HTMLElement>(`[data-quote="${id ?? 0}"]`)
  quote?.focus({ preventScroll: true })
  quote?.closest('li')?.scrollIntoView({ block: 'nearest' })
  return quote !== null && quote !== undefined
}
