/**
 * The matrix on the screen: heads that stay, and only the rows and columns in sight. One element at a time is the stop for Tab; the row and
 * the column it is in are always drawn, so that scrolling never takes the focus away.
 */
import { useEffect, useId, useRef, type CSSProperties, type MouseEvent } from 'react'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { cellOf, spanOf, spotOf, useStable, useTiles, type CellKey, type Spot } from './matrix-grid-parts.ts'
import { movedBy, type MatrixColumns } from './matrix-columns.ts'
import styles from './matrix-grid.module.css'
import { MatrixHead } from './matrix-head.tsx'
import type { MatrixRow } from './rows.ts'
import { MatrixRowLine } from './matrix-row.tsx'
import { GROUP_HEAD, SIZES, type Detail } from './matrix-sizes.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridPlace } from './use-grid-place.ts'
import type { Hover } from './use-hover.ts'
import { useMatrixQuotes } from './use-matrix-quotes.ts'
import type { MatrixWidths } from './use-matrix-model.ts'
import type { MatrixWords } from './use-matrix-words.ts'
import { useMatrixVirtual } from './use-matrix-virtual.ts'

export interface MatrixGridActs {
  open: (cell: CellKey) => void
  /** Escape: false where nothing was open. */
  escape: () => boolean
  fold: (key: number) => void
  order: (order: number[]) => void
  cellMenu: (cell: CellKey, at: Spot) => void
  partyMenu: (partyId: number, at: Spot) => void
  override: (cell: CellKey) => void
  /** By a key: shown, or no longer where it is. */
  explain: (cell: CellKey, at: Spot) => void
  /** Said to whoever does not see it. */
  announce: (text: string) => void
  /** The cell one is in; null on a head. */
  enter: (cell: CellKey | null) => void
}

export interface MatrixGridProps {
  rows: readonly MatrixRow[]
  columns: MatrixColumns
  statements: ReadonlyMap<number, number>
  detail: Detail
  widths: MatrixWidths
  codebook: Codebook
  words: MatrixWords
  chosen: CellKey | null
  /** Says more of the cell one is in. */
  description: string
  acts: MatrixGridActs
  hover: Hover
}

const WIDER = 16

export function MatrixGrid(props: MatrixGridProps) {
  const { rows, columns, statements, detail, widths, codebook, words, chosen, description, acts, hover } = props
  const say = useSay()
  const prefix = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const hasGroups = columns.parties < columns.shown.length
  const heads = hasGroups ? 2 : 1
  const headHeight = SIZES[detail].head + (hasGroups ? GROUP_HEAD : 0)
  const place = useGridPlace({ rows, columns, prefix, scroll, first: chosen })
  const virtual = useMatrixVirtual({ scroll, rows, columns, detail, widths, headHeight, at: place.at })
  const { lines, items } = virtual
  const quotes = useMatrixQuotes(useTiles({ rows, columns, detail, lines: spanOf(lines), items: spanOf(items) }))
  const cellAt = ({ row, column }: { row: number; column: number }): CellKey | null => {
    const [line, party] = [rows[row], columns.shown[column]]
    return line && party ? { issue: line.key, party: party.partyId } : null
  }
  const enter = useRef(acts.enter)
  enter.current = acts.enter
  const here = cellAt(place.at)
  const [hereIssue, hereParty] = [here?.issue, here?.party]
  useEffect(() => {
    enter.current(hereIssue === undefined || hereParty === undefined ? null : { issue: hereIssue, party: hereParty })
  }, [hereIssue, hereParty])

  const goTo: typeof place.goTo = (next) => {
    place.goTo(next)
    virtual.show(next)
  }
  const onKeyDown = useGridKeys(
    { at: place.at, rows: rows.length, columns: columns.shown.length },
    {
      goTo,
      page: () => virtual.page(),
      folding: (row) => (rows[row]?.isParent ? (rows[row].isFolded ? 'folded' : 'open') : null),
      fold: (row) => acts.fold(rows[row]?.key ?? 0),
      parentOf: (row) => {
        const above = rows.findIndex(({ key }) => key === rows[row]?.parent)
        return above < 0 ? null : above
      },
      moveColumn(column, step) {
        const party = columns.shown[column]?.partyId
        const order = party === undefined ? null : movedBy(columns, party, step)
        if (party === undefined) return
        if (!order) return acts.announce(say('matrix.movedNot', { party: words.party(party) }))
        acts.order(order)
        virtual.show({ row: -1, column: column + step })
        acts.announce(say('matrix.moved', { party: words.party(party), place: column + step + 1, count: columns.shown.length }))
      },
      resize(column, step) {
        const party = columns.shown[column]?.partyId
        widths.set(party ?? 'issues', (party === undefined ? widths.issues : widths.of(party)) + step * WIDER)
      },
      open(at) {
        const cell = cellAt(at)
        const row = rows[at.row]
        if (cell && row?.cells.has(cell.party)) acts.open(cell)
        else if (row?.isParent && at.column < 0) acts.fold(row.key)
        else if (at.row < 0) partyMenu(at.column)
      },
      menu(at) {
        const cell = cellAt(at)
        if (cell) acts.cellMenu(cell, place.spot())
        else if (at.row < 0) partyMenu(at.column)
      },
      explain(at) {
        const cell = cellAt(at)
        if (cell && rows[at.row]?.cells.has(cell.party)) acts.explain(cell, place.spot())
      },
      override(at) {
        const cell = cellAt(at)
        if (cell && rows[at.row]?.cells.has(cell.party)) acts.override(cell)
      },
      escape: acts.escape,
    },
  )
  const partyMenu = (column: number): void => {
    const party = columns.shown[column]
    if (!party) return
    place.goTo({ row: -1, column })
    acts.partyMenu(party.partyId, spotOf(document.getElementById(`${prefix}head-${party.partyId}`)))
  }
  // Coming back with a cell open: it is in sight, not only its quotes.
  const sought = useRef(chosen)
  useEffect(() => {
    const cell = sought.current
    sought.current = null
    const row = cell ? rows.findIndex(({ key }) => key === cell.issue) : -1
    const column = cell ? columns.shown.findIndex(({ partyId }) => partyId === cell.party) : -1
    if (row >= 0 && column >= 0) virtual.show({ row, column })
  })

  const onClick = (event: MouseEvent): void => {
    const cell = cellOf(event.target)
    if (cell && !cell.isEmpty) acts.open(cell)
  }
  const onFold = useStable(acts.fold)
  const apartAt = columns.shown.slice(0, columns.parties).reduce((sum, { partyId }) => sum + widths.of(partyId), widths.issues)
  return (
    <div
      ref={scroll}
      role="grid"
      aria-label={say('compare.matrix')}
      aria-rowcount={rows.length + heads}
      aria-colcount={columns.shown.length + 1}
      className={styles.grid}
      data-detail={detail}
      data-matrix
      style={
        { scrollPaddingBlockStart: headHeight, scrollPaddingInlineStart: widths.issues, '--issues': `${widths.issues}px` } as CSSProperties
      }
      onKeyDown={onKeyDown}
      onFocus={place.onFocus}
      onClick={onClick}
      onContextMenu={(event) => {
        const cell = cellOf(event.target)
        if (!cell) return
        event.preventDefault()
        hover.stop()
        acts.cellMenu(cell, { x: event.clientX, y: event.clientY })
      }}
      onPointerOver={(event) => hover.over(cellOf(event.target), event)}
      onPointerLeave={() => hover.leave()}
      onScroll={() => hover.stop()}
    >
      <div role="presentation" className={styles.canvas} style={{ blockSize: virtual.height, inlineSize: virtual.width }}>
        <MatrixHead
          prefix={prefix}
          columns={columns}
          items={items}
          apartAt={apartAt}
          detail={detail}
          codebook={codebook}
          widths={widths}
          statements={statements}
          stop={place.at.row < 0 ? place.at.column : null}
          onOrder={acts.order}
          onMenu={partyMenu}
        />
        {lines.map((line) => {
          const row = rows[line.index]
          return (
            row && (
              <MatrixRowLine
                key={row.key}
                row={row}
                index={line.index}
                heads={heads}
                prefix={prefix}
                start={line.start}
                height={detail === 'dots' ? line.size : null}
                measure={virtual.measure}
                items={items}
                columns={columns}
                detail={detail}
                words={words}
                quotes={quotes}
                stop={place.at.row === line.index ? place.at.column : null}
                chosen={chosen?.issue === row.key ? chosen.party : null}
                onFold={onFold}
              />
            )
          )
        })}
      </div>
      <VisuallyHidden elementType="div" id={`${prefix}about`}>
        {description}
      </VisuallyHidden>
    </div>
  )
}
