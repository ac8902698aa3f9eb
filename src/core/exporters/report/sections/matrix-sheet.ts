/** The matrix as plain rows for spreadsheets: one a cell that is not silent. */
import { PATH_SEPARATOR } from '../../../../shared/domain/codebook.ts'
import { say } from '../../../messages.ts'
import type { Sheet } from '../../document/model.ts'
import type { ReportContext } from '../context.ts'
import type { Comparing } from './comparing.ts'

const COLUMNS = [
  ['issue', 'text', 40],
  ['party', 'text', 24],
  ['stance', 'text', 14],
  ['trend', 'text', 14],
  ['trendDate', 'date', 12],
  ['statements', 'number', 12],
  ['outlets', 'number', 10],
  ['reading', 'text', 30],
  ['newest', 'text', 60],
  ['newestDate', 'date', 12],
  ['newestLink', 'link', 30],
] as const

export function matrixSheet(context: ReportContext, { matrix, columns }: Comparing): Sheet {
  const { names, cites, shown } = context
  const place = new Map(columns.map(({ id }, index) => [id, index]))
  const order = new Map(matrix.rows.map(({ issueId }, index) => [issueId, index]))
  const cells = matrix.cells.toSorted(
    (a, b) => (order.get(a.issueId) ?? 0) - (order.get(b.issueId) ?? 0) || (place.get(a.partyId) ?? 0) - (place.get(b.partyId) ?? 0),
  )
  return {
    name: say('report.matrix.title'),
    columns: COLUMNS.map(([key, kind, width]) => ({ head: say(`report.matrix.column.${key}`), kind, width })),
    rows: cells.map((cell) => {
      const newest = cell.own > 0 ? cites.citeOne(cell.newestId) : null
      return [
        cell.issueId === null ? say('report.issue.none') : (names.issuePaths.get(cell.issueId) ?? []).join(PATH_SEPARATOR),
        names.partyNames.get(cell.partyId) ?? '',
        cell.stance && say(`report.stance.${cell.stance}`),
        cell.trend && say(`report.trendKind.${cell.trend.kind}`),
        cell.trend?.date ?? null,
        cell.statements,
        cell.outlets,
        shown.own && shown.notes ? (cell.override?.reason ?? null) : null,
        newest?.coding.quote ?? null,
        newest?.date?.slice(0, 10) ?? null,
        newest?.article.url ?? null,
      ]
    }),
  }
}
