/** The quotes of one cell, newest first as in the cell itself, each leading to its passage. */
import { X } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { Evidence, PartyLevel } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { dayRange } from '../../../shared/domain/partial-date.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { useData } from '../../lib/data.ts'
import { EvidenceQuote } from '../../lib/parts/evidence-quote.tsx'
import { useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './cell-drawer.module.css'

export interface CellDrawerProps {
  cell: { issue: number; party: number }
  filter: Filter
  level: PartyLevel
  codebook: Codebook
  /** Someone opened it just now, so that the focus comes here; not so where the view comes back with it open. */
  takesFocus: boolean
  onClose: () => void
  onOpenEvidence: (evidence: Evidence) => void
}

export function CellDrawer({ cell, filter, level, codebook, takesFocus, onClose, onOpenEvidence }: CellDrawerProps) {
  const say = useSay()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) head.current?.focus()
  }, [takesFocus])
  const issue = codebook.issueById.get(cell.issue)
  const party = codebook.partyById.get(cell.party)
  const { data } = useData('compare.sideBySide', {
    parties: [cell.party],
    level,
    filter: cell.issue === 0 ? filter : { ...filter, issues: [cell.issue] },
  })
  const quotes = useMemo(() => quotesOf(data?.bands ?? [], cell.issue), [data, cell.issue])
  const path = issue ? issueText(issue) : say('compare.noIssue')
  /** The focus goes back to the cell that was opened. */
  const close = (): void => {
    const grid = document.querySelector('[role=grid]')
    // The row may be folded away meanwhile.
    const back =
      grid?.querySelector<HTMLElement>('td[aria-selected=true] button') ?? grid?.querySelector<HTMLElement>('button[tabindex="0"]')
    back?.focus()
    onClose()
  }
  return (
    <aside
      className={styles.drawer}
      aria-label={say('compare.cell', { issue: path, party: party?.name ?? '' })}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header className={styles.head}>
        <div>
          <h2 ref={head} tabIndex={-1} className={styles.party}>
            <bdi>{party?.name}</bdi>
          </h2>
          <p className={styles.issue}>{path}</p>
        </div>
        <IconButton label={say('action.close')} icon={<X />} size="small" onPress={close} />
      </header>
      {data && quotes.length === 0 && <p className={styles.nothing}>{say('compare.noEvidence')}</p>}
      <ol className={styles.quotes}>
        {quotes.map((quote) => (
          <li key={quote.id}>
            <EvidenceQuote evidence={quote} codebook={codebook} onOpen={onOpenEvidence} showSpeaker={quote.speakerId !== cell.party} />
          </li>
        ))}
      </ol>
    </aside>
  )
}

/** Every quote once, though it may stand in several bands beneath the issue. */
function quotesOf(bands: readonly { issueId: number | null; columns: { quotes: Evidence[] }[] }[], issue: number): Evidence[] {
  const inCell = issue === 0 ? bands.filter((band) => band.issueId === null) : bands
  const byId = new Map(inCell.flatMap((band) => band.columns.flatMap((column) => column.quotes)).map((quote) => [quote.id, quote]))
  return [...byId.values()].toSorted(byNewest)
}

/** The order in which the matrix finds the newest: by first day, then time of day, then id; what has no date last. */
function byNewest(a: Evidence, b: Evidence): number {
  const [dayA, dayB] = [firstDay(a), firstDay(b)]
  if (dayA !== dayB) return dayA < dayB ? 1 : -1
  return (b.date?.slice(10) ?? '').localeCompare(a.date?.slice(10) ?? '') || b.id - a.id
}

const firstDay = ({ date }: Evidence): number => (date === null ? -Infinity : dayRange(date).first)
