/** Charts of a report: each with its numbers as a table. Where a chart would be higher than a page it is drawn in parts. */
import { PATH_SEPARATOR } from '../../../../shared/domain/codebook.ts'
import { stanceSchema } from '../../../../shared/domain/annotation.ts'
import type { ChartKind } from '../../../../shared/domain/report.ts'
import { say } from '../../../messages.ts'
import { monthsSvg } from '../../charts/months.ts'
import type { ChartTag } from '../../charts/signs.ts'
import { stancesSvg } from '../../charts/stances.ts'
import { statementsSvg } from '../../charts/statements.ts'
import type { ChartWords } from '../../charts/svg.ts'
import { foreign, paragraph, text } from '../../document/inlines.ts'
import type { Block, Cell, Figure, Inline, Section, Table } from '../../document/model.ts'
import type { ReportContext } from '../context.ts'
import { partyCounts, periodCounts, periodName } from './charts-data.ts'
import { comparingOf } from './comparing.ts'

/** Throws nothing: where there is nothing to draw, words say so. */
export function chartSections(context: ReportContext, chart: ChartKind): Section[] {
  const figures = chartFigures(context, chart)
  return [
    {
      id: `${context.prefix}chart-${chart}`,
      look: 'chart',
      heading: [text(say(`report.chart.${chart}.title`))],
      blocks: figures.length === 0 ? [paragraph([text(say('report.chart.empty'))], 'empty')] : figures,
    },
  ]
}

/** The figures of a chart over the statements of the section; none where there are no statements. `name` sets the ids of several apart. */
export function chartFigures(context: ReportContext, chart: ChartKind, name: string = chart): Figure[] {
  const id = `${context.prefix}figure-${name}`
  switch (chart) {
    case 'statements':
      return statementFigures(context, id)
    case 'months':
      return monthFigures(context, id)
    case 'stances':
      return stanceFigures(context, id)
  }
}

/** Bars and rows that a page has room for. */
const MOST_BARS = 24
const MOST_ISSUES = 28
const MOST_PARTIES = 7

function statementFigures(context: ReportContext, id: string): Figure[] {
  const { tags, rows } = partyCounts(context)
  return inParts(rows, MOST_BARS).map((part, index, { length }) => {
    const statements = total(part.flatMap(({ counts }) => counts))
    const words = wordsOf('statements', { statements, parties: part.length }, index, length)
    const table = countTable(
      `${id}-${index + 1}`,
      words.title,
      say('report.chart.party'),
      tags,
      part.map(({ name, partyId, counts }) => ({ head: partyId === null ? text(name, 'muted') : foreign(name), name, counts })),
    )
    return { ...figureOf(`${id}-${index + 1}`, words, table), ...statementsSvg(`${id}-${index + 1}`, words, { tags, rows: part }) }
  })
}

function monthFigures(context: ReportContext, id: string): Figure[] {
  const { unit, tags, periods, apart } = periodCounts(context)
  const all = [...periods, ...(apart ? [apart] : [])]
  if (all.length === 0) return []
  const words = wordsOf('months', { statements: total(all.flatMap(({ counts }) => counts)), undated: total(apart?.counts ?? []), unit })
  const rows = all.map((period) => {
    const name = periodName(period, unit)
    return { head: text(name, period.first === null ? 'muted' : undefined), name, counts: period.counts }
  })
  return [
    {
      ...figureOf(id, words, countTable(id, words.title, say(`report.chart.unit.${unit}`), tags, rows)),
      ...monthsSvg(id, words, { tags, columns: all }),
    },
  ]
}

/** Each issue by its name under those above it; a party in each column. The stance is the one that the matrix shows. */
function stanceFigures(context: ReportContext, id: string): Figure[] {
  const { matrix, columns } = comparingOf(context)
  const cells = new Map(matrix.cells.map((cell) => [`${cell.issueId}:${cell.partyId}`, cell]))
  const rows = matrix.rows.filter(({ issueId }) => issueId !== null)
  const parts = inParts(columns, MOST_PARTIES).flatMap((parties) => inParts(rows, MOST_ISSUES).map((issues) => ({ parties, issues })))
  return parts.map(({ parties, issues }, index, { length }) => {
    const part = `${id}-${index + 1}`
    const words = wordsOf('stances', { issues: issues.length, parties: parties.length }, index, length)
    const cellOf = (issueId: number | null, partyId: number) => cells.get(`${issueId}:${partyId}`)
    const drawn = stancesSvg(part, words, {
      parties: parties.map(({ name }) => name),
      rows: issues.map(({ issueId, depth }) => ({
        issue: pathOf(context, issueId).at(-1) ?? '',
        depth,
        cells: parties.map((party) => {
          const cell = cellOf(issueId, party.id)
          return cell && { stance: cell.stance, statements: cell.statements, isOwn: cell.own > 0 }
        }),
      })),
      legend: [
        ...stanceSchema.options.map((stance) => ({ stance, label: say(`report.stance.${stance}`) })),
        { stance: null, label: say('report.chart.stances.spoke') },
        { stance: 'silent' as const, label: say('report.chart.stances.silent') },
      ],
    })
    const table: Table = {
      kind: 'table',
      id: `${part}-data`,
      look: 'plain',
      label: words.title,
      caption: [],
      columns: [{ head: [text(say('report.matrix.issue'))], share: 2 }, ...parties.map(({ name }) => ({ head: [foreign(name)] }))],
      rows: issues.map(({ issueId, depth }) => ({
        depth,
        cells: [
          { blocks: [paragraph([foreign(pathOf(context, issueId).at(-1) ?? '')])] },
          ...parties.map((party): Cell => {
            const cell = cellOf(issueId, party.id)
            if (!cell) return { blocks: [paragraph([text(say('report.chart.stances.silent'), 'muted')])], tone: 'silent' }
            const { stance, own } = cell
            const sign: Inline[] = stance !== null ? [{ kind: 'stance', stance }] : own > 0 ? [text(say('report.chart.stances.spoke'))] : []
            return { blocks: [paragraph([...sign, text(` ${cell.statements}`, 'muted')])] }
          }),
        ],
      })),
      sheet: {
        name: words.title,
        columns: [
          { head: say('report.matrix.issue'), kind: 'text', width: 40 },
          ...parties.flatMap(({ name }) => [
            { head: name, kind: 'text' as const, width: 16 },
            { head: `${name}: ${say('report.chart.total')}`, kind: 'number' as const },
          ]),
        ],
        rows: issues.map(({ issueId }) => [
          pathOf(context, issueId).join(PATH_SEPARATOR),
          ...parties.flatMap((party) => {
            const cell = cellOf(issueId, party.id)
            if (!cell) return [null, null]
            return [cell.stance === null ? null : say(`report.stance.${cell.stance}`), cell.statements]
          }),
        ]),
      },
    }
    return { ...figureOf(part, words, table), ...drawn }
  })
}

const pathOf = ({ names }: ReportContext, issueId: number | null): readonly string[] =>
  issueId === null ? [say('report.issue.none')] : (names.issuePaths.get(issueId) ?? [])

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

/** Title and description; which of several parts it is. */
function wordsOf(chart: string, values: Record<string, string | number>, index = 0, of = 1): ChartWords {
  const title = say(`report.chart.${chart}.title`)
  return {
    title: of === 1 ? title : say('report.chart.part', { title, part: index + 1, parts: of }),
    description: say(`report.chart.${chart}.description`, values),
  }
}

export const figureOf = (
  id: string,
  { title, description }: ChartWords,
  table: Table,
): Pick<Figure, 'kind' | 'id' | 'caption' | 'description' | 'table'> => ({
  kind: 'figure',
  id,
  caption: [text(title)],
  description,
  table,
})

/** Numbers by tag, with their sum. */
function countTable(
  id: string,
  label: string,
  head: string,
  tags: readonly ChartTag[],
  rows: readonly { readonly head: Inline; readonly name: string; readonly counts: readonly number[] }[],
): Table {
  const numbers = (counts: readonly number[]): Cell[] =>
    [...counts, total(counts)].map((count) => ({ blocks: count === 0 ? [] : [paragraph([text(String(count))])] }))
  return {
    kind: 'table',
    id: `${id}-data`,
    look: 'plain',
    label,
    caption: [],
    columns: [
      { head: [text(head)], share: 4 },
      ...tags.map((tag) => ({ head: [{ kind: 'letter' as const, tag }, text(' '), foreign(tag.name)], align: 'end' as const })),
      { head: [text(say('report.chart.total'))], align: 'end' as const },
    ],
    rows: rows.map((row) => ({ cells: [{ blocks: [paragraph([row.head])] }, ...numbers(row.counts)] })),
    sheet: {
      name: label,
      columns: [
        { head, kind: 'text', width: 32 },
        ...tags.map(({ name }) => ({ head: name, kind: 'number' as const })),
        { head: say('report.chart.total'), kind: 'number' },
      ],
      rows: rows.map(({ name, counts }) => [name, ...counts, total(counts)]),
    },
  }
}

/** As few parts as possible, as even as possible. */
export function inParts<T>(list: readonly T[], most: number): T[][] {
  const count = Math.ceil(list.length / most)
  return Array.from({ length: count }, (_, index) =>
    list.slice(Math.ceil((list.length * index) / count), Math.ceil((list.length * (index + 1)) / count)),
  )
}

/** Figures where charts are wanted, nothing else. */
export const chartBlocks = (context: ReportContext, charts: readonly ChartKind[], name = ''): Block[] =>
  context.shown.charts ? charts.flatMap((chart) => chartFigures(context, chart, `${name}${chart}`)) : []
