/**
 * The quotes of one cell in the order of their dates, with what the analyst says of them on top. From a quote to its passage and back: the
 * way back comes to the same quote at the same place. [ and ] go to the cells before and behind.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { CellRef, Evidence, PartyLevel } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useCanWrite, useData, useShowError } from '../../lib/data.ts'
import { isTyping } from '../../lib/keys.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay } from '../../lib/say.ts'
import { useSettings } from '../../stores/settings.ts'
import { Button } from '../../ui/button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { CellDrawerHead } from './cell-drawer-head.tsx'
import styles from './cell-drawer.module.css'
import { CellQuotes, focusQuote } from './cell-quotes.tsx'
import { CellSummary } from './cell-summary.tsx'
import { orderedColumns } from './matrix-columns.ts'
import { neighbour } from './quote-groups.ts'
import { leftAt, leaveAt } from './left-places.ts'
import { useCellSummary } from './use-cell-summary.ts'

type CellKey = { issue: number; party: number }

export interface CellDrawerProps {
  cell: CellKey
  filter: Filter
  level: PartyLevel
  codebook: Codebook
  /** Order of the parties in the matrix, and those put away there. */
  layout?: { order?: readonly number[] | undefined; hidden?: readonly number[] | undefined }
  /** What holds the matrix: the focus goes back to its cell. */
  matrixRef: RefObject<HTMLElement | null>
  /** Someone opened it just now, so that the focus comes here; not so where the view comes back with it open. */
  takesFocus: boolean
  onClose: () => void
  onOpenEvidence: (evidence: Evidence) => void
  /** Goes to another cell. */
  onCell: (cell: CellKey) => void
  onClearFilter?: () => void
}

const NONE: readonly number[] = []

export function CellDrawer(props: CellDrawerProps) {
  const { cell, filter, level, codebook, layout, matrixRef, takesFocus, onClose, onOpenEvidence, onCell, onClearFilter } = props
  const say = useSay()
  const showError = useShowError()
  const canWrite = useCanWrite()
  const { order } = useSettings((state) => state.settings.cell)
  const settings = useSettings((state) => state.settings.cell)
  const change = useSettings((state) => state.change)
  const ref = useMemo<CellRef>(() => ({ issueId: cell.issue === 0 ? null : cell.issue, partyId: cell.party, level }), [cell, level])
  const { data, error, refetch } = useData('compare.cell', { ...ref, filter })
  const { data: matrix } = useData('compare.matrix', { filter, level, quotes: false })
  const summary = useCellSummary(ref)
  const [isWhole, setWhole] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const quotes = data?.quotes ?? []
  const shown = useMemo(() => new Set((data?.quotes ?? []).map(({ id }) => id)), [data])
  const numbers = useMemo(() => new Map(summary.quotes.map(({ id, number }) => [id, number])), [summary.quotes])
  const newer = useMemo(() => new Set(summary.stored?.newer ?? NONE), [summary.stored])
  const cells = useMemo(() => inReadingOrder(matrix, codebook, layout), [matrix, codebook, layout])

  useEffect(() => {
    if (takesFocus) head.current?.focus()
  }, [takesFocus])
  // The way back from a passage: the same quote, at the same place.
  const key = `cell ${level} ${cell.issue} ${cell.party}`
  const isReady = data !== undefined && summary.stored !== undefined
  useLayoutEffect(() => {
    if (!isReady || takesFocus) return
    const left = leftAt(key)
    if (!left) return
    setWhole(true)
    requestAnimationFrame(() => {
      focusQuote(list.current, left.id)
      if (frame.current) frame.current.scrollTop = left.top
    })
  }, [isReady, takesFocus, key])
  const [wanted, setWanted] = useState<number | null>(null)
  useEffect(() => {
    if (wanted !== null && focusQuote(list.current, wanted)) setWanted(null)
  }, [wanted, isWhole])

  const open = (quote: Evidence): void => {
    leaveAt(key, { id: quote.id, top: frame.current?.scrollTop ?? 0, start: 0 })
    onOpenEvidence(quote)
  }
  const jump = (id: number): void => {
    setWhole(true)
    setWanted(id)
  }
  /** The focus goes back to the cell that was opened. */
  const close = (): void => {
    const grid = matrixRef.current?.querySelector('[role=grid]')
    // The row may be folded away meanwhile.
    const back = grid?.querySelector<HTMLElement>('[aria-selected=true] button') ?? grid?.querySelector<HTMLElement>('[tabindex="0"]')
    back?.focus()
    onClose()
  }
  const go = (by: 1 | -1): boolean => {
    const next = neighbour(cells, cell, by)
    if (next) onCell(next)
    return next !== null
  }
  // First of all that hear the key: a name that shows over a button would take it for itself. A menu is no part of the drawer.
  const root = useRef<HTMLElement>(null)
  const escape = useRef(close)
  useEffect(() => {
    escape.current = close
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || !(event.target instanceof Node) || !root.current?.contains(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      // A field with words in it keeps them: they are written as it is left.
      if (isTyping(event.target)) head.current?.focus()
      else escape.current()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
  return (
    <aside
      ref={root}
      className={styles.drawer}
      aria-labelledby="cell-drawer-name"
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
        if (!isTyping(event.target) && (event.key === '[' || event.key === ']') && go(event.key === ']' ? 1 : -1)) event.preventDefault()
      }}
    >
      <CellDrawerHead
        heading={head}
        cell={ref}
        facts={data?.cell ?? null}
        quotes={quotes}
        filter={filter}
        codebook={codebook}
        numbers={numbers}
        summary={summary.stored?.text ?? null}
        onBefore={neighbour(cells, cell, -1) ? () => go(-1) : undefined}
        onBehind={neighbour(cells, cell, 1) ? () => go(1) : undefined}
        onClose={close}
      />
      <CellSummary summary={summary} canWrite={canWrite} shown={shown} onJump={jump} />
      <div ref={frame} className={styles.frame}>
        {error && !data && <LoadError error={error} onAgain={() => void refetch()} />}
        {!data && !error && <Spinner label={say('compare.loading')} />}
        {data && quotes.length === 0 && (
          <div className={styles.nothing}>
            <p>{say(Object.keys(filter).length > 0 ? 'cell.nothingFits' : 'compare.noEvidence')}</p>
            {Object.keys(filter).length > 0 && onClearFilter && <Button label={say('filter.clear')} onPress={onClearFilter} />}
          </div>
        )}
        {quotes.length > 1 && (
          <div className={styles.order}>
            <SegmentedControl
              label={say('cell.order')}
              value={order}
              onChange={(next) => void change({ cell: { ...settings, order: next } }).catch(showError)}
              options={(['newest', 'oldest'] as const).map((id) => ({ id, label: say(`cell.order.${id}`) }))}
            />
          </div>
        )}
        <CellQuotes
          list={list}
          quotes={quotes}
          beyond={data?.beyond ?? 0}
          order={order}
          codebook={codebook}
          numbers={numbers}
          newer={newer}
          canLink={canWrite}
          isWhole={isWhole}
          onWhole={() => setWhole(true)}
          onOpen={open}
          onToggle={summary.toggle}
        />
      </div>
    </aside>
  )
}

/** Cells with evidence, as one reads the matrix. */
function inReadingOrder(
  matrix:
    | { rows: { issueId: number | null }[]; columns: { partyId: number }[]; cells: { issueId: number | null; partyId: number }[] }
    | undefined,
  { partyById }: Codebook,
  layout: CellDrawerProps['layout'],
): CellKey[] {
  if (!matrix) return []
  const ids = matrix.columns.map(({ partyId }) => partyId)
  const hidden = new Set(layout?.hidden ?? NONE)
  const shown = orderedColumns(ids, { parties: partyById, order: layout?.order ?? NONE }).filter(({ partyId }) => !hidden.has(partyId))
  const there = new Set(matrix.cells.map(({ issueId, partyId }) => `${issueId ?? 0} ${partyId}`))
  return matrix.rows.flatMap(({ issueId }) =>
    shown.map(({ partyId }) => ({ issue: issueId ?? 0, party: partyId })).filter(({ issue, party }) => there.has(`${issue} ${party}`)),
  )
}
