/** Where a party stands on each issue, how it moved there, and of what it says nothing while others speak. */
import { PATH_SEPARATOR } from '../../../../shared/domain/codebook.ts'
import type { MatrixCell } from '../../../../shared/domain/compare.ts'
import { buildMatrix } from '../../../compare/matrix.ts'
import type { PositionMove } from '../../../compare/position-moves.ts'
import { say } from '../../../messages.ts'
import { comparisonOf } from '../../../store/comparison.ts'
import { link, paragraph, spaced, text } from '../../document/inlines.ts'
import type { Block, Inline, Section, Table } from '../../document/model.ts'
import type { ReportContext } from '../context.ts'
import type { Statement } from '../data.ts'
import { issuePath, names as nameRow, reference } from '../inlines.ts'
import { quoteBlock } from '../quote.ts'
import { dateText } from '../words.ts'
import type { DossierData } from './dossier-data.ts'

export function standsSections(context: ReportContext, data: DossierData): Section[] {
  const { prefix } = context
  const cells = data.matrix.cells.filter(({ own, issueId }) => own > 0 && issueId !== null)
  const moved = cells.filter((cell) => realMoves(data, cell).length > 0)
  return [
    {
      id: `${prefix}dossier-stands`,
      look: 'dossier',
      heading: [text(say('report.dossier.stands'))],
      blocks: cells.length === 0 ? [paragraph([text(say('report.dossier.noIssue'))], 'empty')] : [standsTable(context, data, cells)],
      sections: moved.map((cell) => movesSection(context, data, cell)),
    },
  ]
}

/** Moves but the first word. */
const realMoves = ({ moves }: DossierData, { issueId }: MatrixCell): PositionMove[] =>
  (moves.get(issueId ?? 0) ?? []).filter(({ kind }) => kind !== 'new')
const movePlace = ({ prefix }: ReportContext, { issueId }: MatrixCell): string => `${prefix}dossier-i${issueId ?? 0}`

function standsTable(context: ReportContext, data: DossierData, cells: readonly MatrixCell[]): Table {
  const { names, cites, prefix } = context
  const pathOf = ({ issueId }: MatrixCell): readonly string[] => names.issuePaths.get(issueId ?? 0) ?? []
  const label = say('report.dossier.stands')
  const head = (key: string): readonly Inline[] => [text(say(`report.dossier.column.${key}`))]
  return {
    kind: 'table',
    id: `${prefix}dossier-stands-table`,
    look: 'plain',
    label,
    caption: [],
    columns: [
      { head: head('issue'), share: 6 },
      { head: head('stance'), share: 3.4 },
      { head: head('trend'), share: 3.6 },
      { head: head('statements'), align: 'end', share: 2.9 },
      { head: head('outlets'), align: 'end', share: 2.2 },
      { head: head('newest'), share: 4 },
    ],
    rows: cells.map((cell) => {
      const newest = cites.citeOne(cell.newestId)
      const path = issuePath(pathOf(cell))
      const hasMoved = realMoves(data, cell).length > 0
      return {
        cells: [
          { blocks: [paragraph(hasMoved ? [link({ place: movePlace(context, cell) }, ...path)] : path)] },
          { blocks: [paragraph(stanceInlines(cell))] },
          { blocks: [paragraph([text(trendWords(cell))])] },
          { blocks: [paragraph([text(String(cell.own))])] },
          { blocks: [paragraph([text(String(cell.outlets))])] },
          {
            blocks: [paragraph(newest ? [reference(newest), text(` ${dateText(newest.date?.slice(0, 10) ?? null, 'short')}`)] : [])],
            ...(newest?.isNew === true && { tone: 'new' as const }),
          },
        ],
      }
    }),
    sheet: {
      name: label,
      columns: (
        [
          ['issue', 'text', 40],
          ['stance', 'text', 16],
          ['trend', 'text', 14],
          ['trendDate', 'date', 12],
          ['statements', 'number', 12],
          ['outlets', 'number', 10],
          ['newestDate', 'date', 12],
          ['newest', 'text', 60],
        ] as const
      ).map(([key, kind, width]) => ({ head: say(`report.dossier.column.${key}`), kind, width })),
      rows: cells.map((cell) => {
        const newest = cites.citeOne(cell.newestId)
        return [
          pathOf(cell).join(PATH_SEPARATOR),
          cell.stance && say(`report.stance.${cell.stance}`),
          cell.trend && say(`report.dossier.trend.${cell.trend.kind}`),
          cell.trend?.date?.slice(0, 10) ?? null,
          cell.own,
          cell.outlets,
          newest?.date?.slice(0, 10) ?? null,
          newest?.coding.quote ?? null,
        ]
      }),
    },
  }
}

const stanceInlines = ({ stance, override }: MatrixCell): Inline[] =>
  stance === null
    ? [text(say('report.chart.stances.spoke'), 'muted')]
    : [{ kind: 'stance', stance }, ...(override === null ? [] : [text(` ${say('report.matrix.overridden')}`, 'muted')])]

const trendWords = ({ trend }: MatrixCell): string =>
  trend === null || trend.kind === 'repeated'
    ? ''
    : trend.kind === 'new'
      ? say('report.dossier.newSince', { date: dateText(trend.date, 'short') })
      : say(`report.trend.${trend.kind}`, { date: dateText(trend.date, 'short') })

/** Each move by date, and beneath them the quotes that show them. */
function movesSection(context: ReportContext, data: DossierData, cell: MatrixCell): Section {
  const issueId = cell.issueId ?? 0
  const moves = data.moves.get(issueId) ?? []
  const shown = new Map<number, Statement>()
  const steps = moves.map(({ kind, fromId, toId }): Block => {
    const [from, to] = [context.cites.citeOne(fromId), context.cites.citeOne(toId)]
    for (const statement of [from, to]) if (statement) shown.set(statement.coding.id, statement)
    return paragraph(
      spaced(
        [
          text(dateText(to?.date?.slice(0, 10) ?? null, 'short'), 'strong'),
          text(say(`report.dossier.trend.${kind}`)),
          [...sideOf(from), ...(from ? [text(' → ')] : []), ...sideOf(to)],
        ],
        ' · ',
      ),
    )
  })
  const quotes = [...shown.values()].toSorted((a, b) => data.said.indexOf(a) - data.said.indexOf(b))
  return {
    id: movePlace(context, cell),
    look: 'part',
    heading: issuePath(context.names.issuePaths.get(issueId) ?? []),
    aside: say('report.dossier.moves', { count: realMoves(data, cell).length }),
    blocks: [
      { kind: 'list', ordered: true, items: steps.map((step) => ({ blocks: [step] })) },
      ...quotes.map((statement) => quoteBlock(context, statement, { heading: issueId })),
    ],
  }
}

/** "− opposes ●●●○○ R5". */
const sideOf = (statement: Statement | null): Inline[] =>
  statement === null
    ? []
    : spaced(
        [
          statement.coding.stance !== null && { kind: 'stance', stance: statement.coding.stance },
          statement.coding.intensity !== null && { kind: 'intensity', intensity: statement.coding.intensity },
          reference(statement),
        ],
        ' ',
      )

/** Issues that others speak on by themselves, and this party does not. */
export function silentSections(context: ReportContext, { ids, matrix, othersFilter }: DossierData): Section[] {
  const { db, names, prefix, request } = context
  const { columns, rows, context: comparing } = comparisonOf(db, othersFilter, request.level)
  const spoken = new Set(matrix.cells.filter(({ own }) => own > 0).map(({ issueId }) => issueId))
  const others = buildMatrix(columns, rows, { ...comparing, overrides: new Map(), summaries: new Map() }).cells.filter(
    ({ own, issueId, partyId }) => own > 0 && issueId !== null && !spoken.has(issueId) && !ids.has(partyId),
  )
  const byIssue = Map.groupBy(others, ({ issueId }) => issueId ?? 0)
  const issues = names.issues.filter(({ id }) => byIssue.has(id))
  const label = say('report.dossier.silent')
  const nameOf = (id: number): string => names.partyNames.get(id) ?? ''
  const found = issues.map(({ id, path }) => {
    const cells = byIssue.get(id) ?? []
    return { path, parties: cells.map(({ partyId }) => nameOf(partyId)), statements: cells.reduce((sum, { own }) => sum + own, 0) }
  })
  const columnsOf = ['issue', 'others', 'statements'].map((key) => say(`report.dossier.column.${key}`))
  const table: Table = {
    kind: 'table',
    id: `${prefix}dossier-silent-table`,
    look: 'plain',
    label,
    caption: [],
    columns: columnsOf.map((head, index) => ({
      head: [text(head)],
      share: [5, 6, 2.4][index] ?? 1,
      ...(index === 2 && { align: 'end' as const }),
    })),
    rows: found.map(({ path, parties, statements }) => ({
      cells: [
        { blocks: [paragraph(issuePath(path))] },
        { blocks: [paragraph(nameRow(parties))] },
        { blocks: [paragraph([text(String(statements))])] },
      ],
    })),
    sheet: {
      name: label,
      columns: columnsOf.map((head, index) => ({
        head,
        kind: index === 2 ? ('number' as const) : ('text' as const),
        width: [40, 50, 12][index] ?? 12,
      })),
      rows: found.map(({ path, parties, statements }) => [
        path.join(PATH_SEPARATOR),
        parties.join(say('report.listSeparator')),
        statements,
      ]),
    },
  }
  return [
    {
      id: `${prefix}dossier-silent`,
      look: 'dossier',
      heading: [text(label)],
      aside: say('report.dossier.issues', { count: found.length }),
      blocks:
        found.length === 0
          ? [paragraph([text(say('report.dossier.notSilent'))], 'empty')]
          : [paragraph([text(say('report.dossier.silentLead'))], 'lead'), table],
    },
  ]
}
