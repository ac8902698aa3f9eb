/**
 * The matrix: issues down, parties across, at three depths. What is folded, put away or in another order is in the address; what the core
 * derives is shown as it comes. An empty cell says that there is no evidence; "declined to say" is a stance and looks like one.
 */
import { useMemo, useState, type Ref } from 'react'
import type { MatrixCell, PartyLevel } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { CopySource } from '../../lib/copied-table.ts'
import { useCanWrite, useData } from '../../lib/data.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import type { ComparePlace } from '../../lib/places.ts'
import { useSay } from '../../lib/say.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { MatrixCard, useCellFacts } from './matrix-card.tsx'
import { MatrixGrid, type MatrixGridActs } from './matrix-grid.tsx'
import type { CellKey, Spot } from './matrix-grid-parts.ts'
import { CellMenu, PartyMenu } from './matrix-menus.tsx'
import { OverrideDialog } from './matrix-override.tsx'
import { zoomed, type Detail } from './matrix-sizes.ts'
import { MatrixEmpty, MatrixSkeleton, MatrixTooMuch, TOO_MUCH } from './matrix-states.tsx'
import { MatrixTools } from './matrix-tools.tsx'
import styles from './matrix-view.module.css'
import { useHover } from './use-hover.ts'
import { useMatrixCopies } from './use-matrix-copies.ts'
import { useMatrixModel } from './use-matrix-model.ts'
import { useMatrixWidths } from './use-matrix-widths.ts'
import { useMatrixWords } from './use-matrix-words.ts'

/** How the matrix is laid out, as the address keeps it. */
export type MatrixLayout = Pick<ComparePlace, 'order' | 'hidden' | 'folded'>

export interface MatrixViewProps {
  filter: Filter
  level: PartyLevel
  detail: Detail
  layout: MatrixLayout
  codebook: Codebook
  chosen: CellKey | null
  onChoose: (cell: CellKey | null) => void
  onClearFilter: () => void
  onDetail: (detail: Detail) => void
  onLayout: (patch: MatrixLayout) => void
  onLevel: (level: PartyLevel) => void
  onCopySource?: Ref<CopySource>
}

const NONE: readonly number[] = []
type Hung = { cell: CellKey; at: Spot }

export function MatrixView(props: MatrixViewProps) {
  const { filter, level, detail, layout, codebook, chosen, onChoose, onClearFilter, onDetail, onLayout, onLevel, onCopySource } = props
  const say = useSay()
  const canWrite = useCanWrite()
  const { data: matrix, error, refetch } = useData('compare.matrix', { filter, level, quotes: false })
  const { order = NONE, hidden = NONE, folded = NONE } = layout
  const kept = useMatrixWidths(detail, codebook.partyById)
  const model = useMatrixModel({ matrix, parties: codebook.partyById, detail, order, hidden, folded, kept, onLayout })
  const { all, rows, parents, columns, widths } = model
  const statements = useMemo(() => new Map((matrix?.columns ?? []).map((column) => [column.partyId, column.statements])), [matrix])
  const cellOf = ({ issue, party }: CellKey): MatrixCell | undefined => all.find(({ key }) => key === issue)?.cells.get(party)
  const words = useMatrixWords(codebook)

  const [here, setHere] = useState<CellKey | null>(null)
  const [card, setCard] = useState<(Hung & { isPinned: boolean }) | null>(null)
  const [menu, setMenu] = useState<Hung | null>(null)
  const [partyMenu, setPartyMenu] = useState<{ party: number; at: Spot } | null>(null)
  const [reading, setReading] = useState<CellKey | null>(null)
  const [said, setSaid] = useState('')
  const rowAt = (cell: CellKey | null) => (cell ? all.find(({ key }) => key === cell.issue) : undefined)
  const description = useCellFacts(here ? cellOf(here) : undefined, words, rowAt(here)?.isFolded ?? false)
  const hover = useHover((cell, at) => setCard((shown) => (shown?.isPinned ? shown : cell && at ? { cell, at, isPinned: false } : null)))

  const zoom = (step: 1 | -1): boolean => {
    const next = zoomed(detail, step)
    if (next) onDetail(next)
    return next !== null
  }
  useShortcuts({ '+': () => zoom(1), '=': () => zoom(1), '-': () => zoom(-1) })
  const acts: MatrixGridActs = {
    open: (cell) => {
      hover.stop()
      setCard(null)
      onChoose(chosen?.issue === cell.issue && chosen.party === cell.party ? null : cell)
    },
    escape() {
      if (card) setCard(null)
      else if (chosen) onChoose(null)
      else return false
      return true
    },
    fold: model.fold,
    order: model.order,
    cellMenu: (cell, at) => setMenu({ cell, at }),
    partyMenu: (party, at) => setPartyMenu({ party, at }),
    override: (cell) => canWrite && setReading(cell),
    explain: (cell, at) =>
      setCard((shown) => (shown?.cell.issue === cell.issue && shown.cell.party === cell.party ? null : { cell, at, isPinned: true })),
    announce: setSaid,
    enter(cell) {
      setHere(cell)
      setCard(null)
    },
  }

  useMatrixCopies(onCopySource, { rows, columns, words, detail, filter, level })

  if (error && !matrix) return <LoadError error={error} onAgain={() => void refetch()} />
  if (!matrix) return <MatrixSkeleton detail={detail} />
  if (matrix.cells.length === 0) return <MatrixEmpty isFiltered={Object.keys(filter).length > 0} onClearFilter={onClearFilter} />
  const isTooMuch = rows.length * columns.shown.length > TOO_MUCH
  const about = card && { cell: cellOf(card.cell), row: rowAt(card.cell) }
  const menuCell = menu && cellOf(menu.cell)
  const readCell = reading && cellOf(reading)
  return (
    <div className={styles.view}>
      <MatrixTools
        matrix={matrix}
        detail={detail}
        onDetail={onDetail}
        hidden={hidden.filter((id) => columns.hidden.includes(id))}
        isOrdered={order.length > 0}
        folding={{ parents: [...parents], folded: parents.filter((key) => folded.includes(key)) }}
        onLayout={onLayout}
        partyName={words.party}
      />
      <VisuallyHidden elementType="div" role="status">
        {said}
      </VisuallyHidden>
      {isTooMuch ? (
        <MatrixTooMuch
          count={rows.length * columns.shown.length}
          onFold={parents.some((key) => !folded.includes(key)) ? () => onLayout({ folded: parents.slice(0, 2_000) }) : undefined}
          onRollUp={level === 'side' ? undefined : () => onLevel('side')}
        />
      ) : columns.shown.length === 0 ? (
        <MatrixEmpty isFiltered={false} onShowAll={() => onLayout({ hidden: undefined })} onClearFilter={onClearFilter} />
      ) : (
        <MatrixGrid
          rows={rows}
          columns={columns}
          statements={statements}
          detail={detail}
          widths={widths}
          codebook={codebook}
          words={words}
          chosen={chosen}
          description={description.map(({ text }) => text).join(' ')}
          acts={acts}
          hover={hover}
        />
      )}
      {about?.cell && card && (
        <MatrixCard
          cell={about.cell}
          row={about.row}
          at={card.at}
          words={words}
          hover={hover}
          onClose={() => setCard(null)}
          onOverride={
            canWrite
              ? () => {
                  setCard(null)
                  setReading(card.cell)
                }
              : undefined
          }
        />
      )}
      <CellMenu
        at={menu?.at ?? null}
        cell={menuCell ?? undefined}
        canWrite={canWrite}
        onClose={() => setMenu(null)}
        onOpen={() => menu && onChoose(menu.cell)}
        onExplain={() => menu && setCard({ ...menu, isPinned: true })}
        onOverride={() => menu && setReading(menu.cell)}
      />
      <PartyMenu
        at={partyMenu?.at ?? null}
        party={partyMenu?.party ?? 0}
        columns={columns}
        hasHidden={columns.hidden.length > 0}
        isOrdered={order.length > 0}
        name={partyMenu ? words.party(partyMenu.party) : ''}
        onClose={() => setPartyMenu(null)}
        onOrder={(next) => (next ? model.order(next) : onLayout({ order: undefined }))}
        onHide={model.hide}
        onShowAll={() => onLayout({ hidden: undefined })}
        onWidth={(id, width) => widths.set(id, width)}
      />
      {reading && readCell && (
        <OverrideDialog
          cell={readCell}
          level={level}
          name={say('compare.cell', { issue: words.path(rowAt(reading) ?? all[0]!), party: words.party(reading.party) })}
          words={words}
          onClose={() => setReading(null)}
        />
      )}
    </div>
  )
}
