/**
 * The matrix: issues down, parties across. Rows fold like the tree they are; arrow keys walk the cells, Enter opens their quotes.
 * An empty cell says that there is no evidence; "declined to say" is a stance and looks like one.
 */
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { Grid3x3 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Matrix, MatrixCell as Cell, PartyLevel } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { MatrixCell } from './matrix-cell.tsx'
import styles from './matrix-view.module.css'
import { useGridKeys } from './use-grid-keys.ts'
import { visibleRows, type MatrixRow } from './rows.ts'

type Chosen = { issue: number; party: number }

export interface MatrixViewProps {
  filter: Filter
  level: PartyLevel
  detail: 'numbers' | 'quotes'
  codebook: Codebook
  chosen: Chosen | null
  onChoose: (cell: Chosen | null) => void
  onClearFilter: () => void
  onDetail: (detail: 'numbers' | 'quotes') => void
}

const features = tableFeatures({})
const helper = createColumnHelper<typeof features, MatrixRow>()
const NO_ROWS: MatrixRow[] = []

export function MatrixView({ filter, level, detail, codebook, chosen, onChoose, onClearFilter, onDetail }: MatrixViewProps) {
  const say = useSay()
  const { data: matrix, error, refetch } = useData('compare.matrix', { filter, level })
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  const grid = useGridKeys()
  const rows = useMemo(() => (matrix ? visibleRows(matrix, folded) : NO_ROWS), [matrix, folded])
  const columns = useMemo(
    () =>
      helper.columns(
        (matrix?.columns ?? []).map(({ partyId }) => helper.accessor((row) => row.cells.get(partyId), { id: String(partyId) })),
      ),
    [matrix],
  )
  const table = useTable({ features, columns, data: rows })

  if (error && !matrix) return <LoadError error={error} onAgain={() => void refetch()} />
  if (!matrix) return <Spinner label={say('compare.loading')} />
  if (matrix.cells.length === 0) {
    const isFiltered = Object.keys(filter).length > 0
    return (
      <EmptyState
        icon={<Grid3x3 />}
        title={say(isFiltered ? 'compare.nothingFits' : 'compare.empty')}
        actions={isFiltered && <Button label={say('filter.clear')} kind="primary" onPress={onClearFilter} />}
      >
        {say(isFiltered ? 'compare.nothingFitsText' : 'compare.emptyText')}
      </EmptyState>
    )
  }
  const fold = (issueId: number): void =>
    setFolded(folded.has(issueId) ? new Set([...folded].filter((id) => id !== issueId)) : new Set([...folded, issueId]))
  const nameOf = (row: MatrixRow): string =>
    row.issueId === null ? say('compare.noIssue') : (codebook.issueById.get(row.issueId)?.name ?? '')
  const partyName = (id: number): string => codebook.partyById.get(id)?.name ?? ''

  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <SegmentedControl
          label={say('compare.detail')}
          size="small"
          value={detail}
          onChange={onDetail}
          options={(['numbers', 'quotes'] as const).map((id) => ({ id, label: say(`compare.detail.${id}`) }))}
        />
        <span className={styles.summary} role="status">
          {summary(say, matrix)}
        </span>
      </div>
      <div className={styles.frame}>
        <table
          className={styles.table}
          data-detail={detail}
          role="grid"
          aria-label={say('compare.matrix')}
          ref={grid.ref}
          onKeyDown={(event) => (event.key === 'Escape' && chosen ? onChoose(null) : grid.onKeyDown(event))}
          onFocus={grid.onFocus}
        >
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {say('compare.issue')}
              </th>
              {table.getAllLeafColumns().map((column) => {
                const party = codebook.partyById.get(Number(column.id))
                return (
                  <th key={column.id} scope="col" className={styles.party}>
                    <bdi>{party?.name}</bdi>
                    {party && party.role !== 'none' && <span className={styles.role}>{say(`party.role.${party.role}`)}</span>}
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className={styles.issue} style={{ paddingInlineStart: 12 + row.original.depth * 16 }}>
                  {row.original.isParent && row.original.issueId !== null ? (
                    <button
                      type="button"
                      tabIndex={-1}
                      className={styles.fold}
                      aria-expanded={!row.original.isFolded}
                      onClick={() => fold(row.original.issueId ?? 0)}
                    >
                      <span aria-hidden="true">{row.original.isFolded ? '▸' : '▾'}</span>
                      <bdi>{nameOf(row.original)}</bdi>
                    </button>
                  ) : (
                    <bdi>{nameOf(row.original)}</bdi>
                  )}
                </th>
                {row.getAllCells().map((cell) => {
                  const party = Number(cell.column.id)
                  const issue = row.original.issueId ?? 0
                  const value = cell.getValue() as Cell | undefined
                  const path =
                    row.original.issueId === null
                      ? say('compare.noIssue')
                      : issueText(codebook.issueById.get(row.original.issueId) ?? { path: [] })
                  const isChosen = chosen?.issue === issue && chosen.party === party
                  return (
                    <td key={cell.id} className={styles.cell} aria-selected={isChosen} data-empty={value === undefined || undefined}>
                      <MatrixCell
                        cell={value}
                        detail={detail}
                        codebook={codebook}
                        label={say('compare.cell', { issue: path, party: partyName(party) })}
                        isChosen={isChosen}
                        onChoose={() => onChoose(isChosen ? null : { issue, party })}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function summary(say: ReturnType<typeof useSay>, matrix: Matrix): string {
  const statements = matrix.columns.reduce((sum, column) => sum + column.statements, 0)
  const counted = say('compare.summary', { statements, parties: matrix.columns.length })
  return matrix.withoutSpeaker === 0 ? counted : `${counted} ${say('compare.withoutSpeaker', { count: matrix.withoutSpeaker })}`
}
