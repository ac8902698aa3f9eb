/**
 * The tables of a report as sheets, in the order of reading, those behind its charts among them. A report without a table of its statements
 * gets one: a row for each that it cites. What the report is stands in a last sheet.
 */
import { say } from '../../messages.ts'
import type { Block, ReportDocument, Section, Sheet, SheetValue, Table } from '../document/model.ts'
import { blockText, lines } from './block-words.ts'
import { statementSheet, statementsOf } from './statement-sheet.ts'

/** All tables of a report; without those of its appendix, which are the key to its signs, where that is left out. Names may be equal. */
export function sheetsOf({ sections, appendix }: ReportDocument, { hasAppendix = true } = {}): Sheet[] {
  const blocks = [...sections, ...(hasAppendix ? appendix : [])].flatMap(blocksOf)
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : block.kind === 'figure' ? [block.table] : []))
  const coded = new Set(tables.flatMap(({ look, sheet }) => (look === 'coding' ? (sheet?.rows ?? []).map(([reference]) => reference) : [])))
  const sheets = joined(tables).flatMap(({ sheet, ...table }) => (sheet === null ? [] : [sheet ?? sheetOf(table)]))
  const cited = statementsOf(blocks)
  // Coding tables are this list already, unless a briefing has them of some articles only.
  const statements = cited.every(({ statement }) => coded.has(statement.reference)) ? [] : cited
  const own = sheets.filter(({ columns }) => columns.length > 0)
  return statements.length === 0 ? own : [...own, statementSheet(statements)]
}

/** Coding tables of several articles are one, in the place of the first: a spreadsheet filters by article. */
function joined(tables: readonly Table[]): Table[] {
  const heads = ({ sheet }: Table): string => JSON.stringify(sheet?.columns)
  const coding = tables.filter(({ look, sheet }) => look === 'coding' && sheet)
  const [first] = coding
  if (!first?.sheet || coding.length < 2 || coding.some((table) => heads(table) !== heads(first))) return [...tables]
  const all: Table = {
    ...first,
    sheet: { ...first.sheet, name: say('sheet.statements'), rows: coding.flatMap(({ sheet }) => [...(sheet?.rows ?? [])]) },
  }
  return tables.flatMap((table) => (table === first ? [all] : coding.includes(table) ? [] : [table]))
}

/** What the report is: its title, library, day and facts. */
export function aboutSheet(document: ReportDocument): Sheet {
  const { title, subtitle, libraryName, asOf, cover } = document
  const rows: (readonly [string, SheetValue])[] = [
    [say('sheet.about.title'), title],
    ...(cover === null ? [] : [[say('sheet.about.kind'), cover.kicker] as const]),
    ...(subtitle === null ? [] : [[say('sheet.about.subtitle'), subtitle] as const]),
    ...(libraryName === '' ? [] : [[say('sheet.about.library'), libraryName] as const]),
    [say('sheet.about.asOf'), asOf],
    ...(document.look.banner ? [[say('sheet.about.banner'), document.look.banner] as const] : []),
    ...(cover?.facts ?? []).map(({ label, content }) => [label, lines(content)] as const),
    ...(cover?.numbers ?? []).map(({ value, label }) => [label, value] as const),
  ]
  return {
    name: say('sheet.about'),
    columns: [
      { head: say('sheet.about.what'), kind: 'text', width: 24 },
      { head: say('sheet.about.value'), kind: 'text', width: 80 },
    ],
    rows,
  }
}

const blocksOf = (section: Section): Block[] => [...section.blocks.flatMap(within), ...(section.sections ?? []).flatMap(blocksOf)]

/** A block with all that stands in it. */
function within(block: Block): Block[] {
  switch (block.kind) {
    case 'group':
      return block.blocks.flatMap(within)
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(within))
    case 'columns':
      return block.columns.flatMap((column) => column.blocks.flatMap(within))
    case 'table':
      return [block, ...block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(within)))]
    default:
      return [block]
  }
}

function sheetOf({ label, caption, columns, rows }: Table): Sheet {
  return {
    name: label || lines(caption),
    columns: columns.map(({ head }) => ({ head: lines(head), kind: 'text' as const })),
    rows: rows.map(({ cells, depth = 0 }) =>
      columns.map((_, index) => `${index === 0 ? '    '.repeat(depth) : ''}${(cells[index]?.blocks ?? []).map(blockText).join('\n')}`),
    ),
  }
}
