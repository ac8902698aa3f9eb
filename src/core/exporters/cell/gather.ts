/** Reads a cell as a report shows it: statements oldest first, numbered in that order; those that the summary rests on bear its numbers besides. */
import type { CellRef } from '../../../shared/domain/compare.ts'
import type { CellSummary } from '../../../shared/domain/cell.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { annotationsByIds } from '../../store/annotations.ts'
import { articleById } from '../../store/articles.ts'
import { cellName } from '../../store/cell-names.ts'
import { summaryOf } from '../../store/cell-summaries.ts'
import { idsInCell } from '../../store/cells.ts'
import { filteredIds } from '../../store/filtered.ts'
import type { ReadDb } from '../../store/types.ts'
import { comparisonOf, type Comparison } from '../report/comparison.ts'
import type { Statement } from '../report/data.ts'
import { byPublication } from '../report/gather.ts'
import { filterNames, namesOf } from '../report/statements.ts'
import { statementsOf } from '../report/statements.ts'

export interface CellData {
  readonly title: string
  readonly party: string
  /** Path of the issue; null for statements without one. */
  readonly issue: readonly string[] | null
  readonly issueId: number | null
  readonly level: CellRef['level']
  readonly summary: CellSummary | null
  /** Number of a quote in the summary, by the id of its annotation. */
  readonly numbers: ReadonlyMap<number, number>
  /** Oldest first, what has no date before all others. */
  readonly statements: readonly Statement[]
  /** How many the cell holds without the filter. */
  readonly total: number
  /** What the parts of other reports ask for. */
  readonly comparison: Comparison
}

/** Quotes that pass the filter, and those the summary rests on. Throws `not-found`. */
export function gatherCell(db: ReadDb, cell: CellRef, filter: Filter): CellData {
  const title = cellName(db, cell)
  const names = namesOf(db)
  const summary = summaryOf(db, cell)
  const numbers = new Map((summary?.quotes ?? []).map(({ id, number }) => [id, number]))
  const inCell = idsInCell(db, cell)
  const passing = new Set(filteredIds(db, filter, -1))
  const shown = inCell.toReversed().filter((id) => passing.has(id) || numbers.has(id))
  // A quote that was coded otherwise since stays with what rests on it.
  const elsewhere = [...numbers.keys()].filter((id) => !shown.includes(id))
  const codings = annotationsByIds(db, [...shown, ...elsewhere])
  const byId = new Map(codings.map((coding) => [coding.id, coding]))
  const articles = new Map([...new Set(codings.map(({ articleId }) => articleId))].map((id) => [id, articleById(db, id)]))
  const statements = statementsOf(
    [...shown, ...elsewhere].flatMap((id) => {
      const coding = byId.get(id)
      const article = coding && articles.get(coding.articleId)
      return coding && article ? [{ coding, article }] : []
    }),
    names,
  )
  return {
    title,
    party: names.partyNames.get(cell.partyId) ?? '',
    issue: cell.issueId === null ? null : (names.issuePaths.get(cell.issueId) ?? []),
    issueId: cell.issueId,
    level: cell.level,
    summary,
    numbers,
    statements,
    total: inCell.length,
    comparison: comparisonOf({
      kind: 'comparison',
      title,
      libraryName: '',
      filter: filterNames(filter, names),
      include: { notes: false, coders: false, text: false, table: false },
      articles: [...articles.values()].toSorted(byPublication),
      statements,
      tags: names.tags,
      notText: new Map(),
      matrix: { rows: [], columns: [], cells: [], withoutSpeaker: 0 },
      bands: [],
      columns: [],
      issues: names.issuePaths,
    }),
  }
}
