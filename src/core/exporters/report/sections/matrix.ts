/**
 * The matrix of issues × parties. A page holds four parties: more are spread over several tables, principals first, and a
 * later table has only the issues on which one of its parties is heard.
 */
import type { MatrixCell } from '../../../../shared/domain/compare.ts'
import { say } from '../../../messages.ts'
import { foreign, link, paragraph, spaced, text } from '../../document/inlines.ts'
import type { Block, Cell, Inline, Section, Table } from '../../document/model.ts'
import { translation } from '../coding.ts'
import { passing, type ReportContext } from '../context.ts'
import { names, reference } from '../inlines.ts'
import { present, tagSign } from '../statements.ts'
import { clipped, dateText } from '../words.ts'
import { bandColumnPlace, bandPlace, comparingOf, type Comparing, type PartyColumn } from './comparing.ts'
import { matrixSheet } from './matrix-sheet.ts'

const MAX_COLUMNS = 4
/** UTF-16 units of a quote that fit a cell. */
const CELL_QUOTE = 150

/** `linked`: the bands of side by side stand in the report as well. */
export function matrixSections(context: ReportContext, { linked }: { linked: boolean }): Section[] {
  const comparing = comparingOf(context)
  const { columns, matrix } = comparing
  const panels = inPanels(columns)
  const without = matrix.withoutSpeaker
  context.cites.count(passing(context))
  const said = text(say('report.matrix.withoutSpeaker', { count: without }))
  return [
    {
      id: `${context.prefix}matrix`,
      look: 'matrix',
      page: true,
      heading: [text(say('report.matrix.title'))],
      blocks: [
        paragraph([text(say('report.matrix.lead'))], 'lead'),
        ...panels.map((panel, index) => matrixTable(context, comparing, panel, { index, of: panels.length, linked })),
        ...(columns.length === 0 ? [paragraph([text(say('report.matrix.empty'))], 'empty')] : []),
        ...(without > 0 ? [paragraph([linked ? link({ place: `${context.prefix}no-speaker` }, said) : said], 'lead')] : []),
      ],
    },
  ]
}

/** As few tables as possible, as even as possible. */
export function inPanels<T>(columns: readonly T[], most = MAX_COLUMNS): T[][] {
  const count = Math.ceil(columns.length / most)
  return Array.from({ length: count }, (_, index) =>
    columns.slice(Math.ceil((columns.length * index) / count), Math.ceil((columns.length * (index + 1)) / count)),
  )
}

interface Panel {
  readonly index: number
  readonly of: number
  readonly linked: boolean
}

function matrixTable(context: ReportContext, comparing: Comparing, columns: readonly PartyColumn[], panel: Panel): Table {
  const { matrix, bands } = comparing
  const shown = new Set(columns.map((column) => column.id))
  const cells = new Map(matrix.cells.filter((cell) => shown.has(cell.partyId)).map((cell) => [`${cell.issueId}:${cell.partyId}`, cell]))
  const rows = matrix.rows.filter((row) => panel.index === 0 || columns.some((column) => cells.has(`${row.issueId}:${column.id}`)))
  const withBand = new Set(panel.linked ? bands.map((band) => band.issueId) : [])
  const part = say('report.matrix.part', { part: panel.index + 1, parts: panel.of })
  return {
    kind: 'table',
    id: `${context.prefix}matrix-${panel.index + 1}`,
    look: 'matrix',
    label: say('report.matrix.region', { parties: columns.map((column) => column.name).join(say('report.listSeparator')) }),
    // One table has its parties in its head; several say which ones they hold.
    caption: panel.of > 1 ? [text(`${part} `, 'strong'), ...names(columns.map((column) => column.name))] : [],
    columns: [
      { head: [text(say('report.matrix.issue'))], share: 17 },
      ...columns.map((column) => ({
        head: [foreign(column.name, null, 'strong'), { kind: 'break' } as const, text(role(column), 'muted')],
        share: 83 / columns.length,
      })),
    ],
    rows: rows.map((row) => ({
      depth: row.depth,
      cells: [
        { blocks: [paragraph(issueHead(context, row.issueId, withBand))] },
        ...columns.map((column) => cellOf(context, cells.get(`${row.issueId}:${column.id}`), panel.linked)),
      ],
    })),
    ...(panel.index === 0 && { sheet: matrixSheet(context, comparing) }),
    ...(panel.index > 0 && { sheet: null }),
  }
}

function issueHead(context: ReportContext, issueId: number | null, withBand: ReadonlySet<number | null>): Inline[] {
  const path = issueId === null ? null : (context.names.issuePaths.get(issueId) ?? [])
  const name = path === null ? text(say('report.issue.none')) : foreign(path.at(-1) ?? '')
  return [withBand.has(issueId) ? link({ place: bandPlace(context, issueId) }, name) : name]
}

function role({ role: of, statements }: PartyColumn): string {
  const count = say('report.count.statements', { count: statements })
  return of === 'none' ? count : `${say(`report.role.${of}`)} · ${count}`
}

function cellOf(context: ReportContext, cell: MatrixCell | undefined, linked: boolean): Cell {
  if (!cell) return { blocks: [paragraph([text(say('report.matrix.none'), 'muted')])], tone: 'silent' }
  // Where nothing is said on the very issue, stance and quote stand in the rows beneath: only the sum is given.
  const newest = cell.own > 0 ? context.cites.citeOne(cell.newestId) : null
  const counted = text(
    say(cell.outlets === 0 ? 'report.matrix.counted' : 'report.matrix.countedOutlets', {
      statements: cell.statements,
      outlets: cell.outlets,
    }),
    'muted',
  )
  const tally = spaced(
    cell.byTag.flatMap(({ tagId, statements }) =>
      present([tagId], context.names.tagsById).map((tag): Inline[] => [{ kind: 'letter', tag: tagSign(tag) }, text(` ${statements}`)]),
    ),
    '  ',
  )
  const blocks: Block[] = []
  if (cell.stance !== null) blocks.push(paragraph([{ kind: 'stance', stance: cell.stance }, ...alsoSaid(cell)]))
  if (newest) {
    const { outlet, language } = newest.article
    const translated = translation(newest)
    blocks.push(
      paragraph([foreign(clipped(newest.coding.quote, CELL_QUOTE), language)], 'quoted'),
      ...(translated === null
        ? []
        : [
            paragraph(
              [text(say('report.translation'), 'muted'), foreign(clipped(translated.text, CELL_QUOTE), translated.language)],
              'small',
            ),
          ]),
      paragraph(
        [
          reference(newest),
          text(' '),
          // A line in a colour does not say it to everybody.
          ...(newest.isNew ? [{ kind: 'mark', text: say('report.new'), tone: 'new' } as const, text(' ')] : []),
          ...(outlet === null ? [] : [foreign(outlet, language), text(', ')]),
          text(dateText(newest.date, 'short')),
        ],
        'citation',
      ),
    )
  }
  blocks.push(paragraph(tally, 'small'))
  blocks.push(
    paragraph([linked && cell.own > 0 ? link({ place: bandColumnPlace(context, cell.issueId, cell.partyId) }, counted) : counted], 'small'),
  )
  return { blocks, ...(newest?.isNew === true && { tone: 'new' as const }) }
}

/** Behind a stance: how it moved, whose reading it is, and what else was said. */
function alsoSaid({ stance, stances, trend, override }: MatrixCell): Inline[] {
  const others = stances.filter((other) => other !== stance)
  const words = [
    trend !== null &&
      trend.kind !== 'new' &&
      trend.kind !== 'repeated' &&
      say(`report.trend.${trend.kind}`, { date: dateText(trend.date, 'short') }),
    override !== null && say('report.matrix.overridden'),
    others.length > 0 &&
      say('report.matrix.also', { stances: others.map((other) => say(`report.stance.${other}`)).join(say('report.listSeparator')) }),
  ].filter((part) => part !== false)
  return words.length === 0 ? [] : [text(` ${words.join(say('report.wordSeparator'))}`, 'muted')]
}
