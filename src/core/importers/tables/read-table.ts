/**
 * From rows to articles: one row, one article. What the columns mean is proposed, and decided by a person where the text is not known for
 * certain. A row without a text keeps its place with its title as text, so that the text can be added later.
 */
import { isBlankRow, type SourceTable } from './source-table.ts'
import { buildArticle, hasWords, type Entry } from '../records/article.ts'
import { dayOrder, recordDate, type DayOrder } from '../records/dates.ts'
import { languageNamed } from '../records/language-name.ts'
import { notRead } from '../records/open-text.ts'
import { lossInRows } from '../records/row-numbers.ts'
import type { FoundArticle, ImportLoss, NotRead, ReadArticles, ReaderInput, TableSample } from '../types.ts'
import { MEANINGS, type Meaning } from './column-names.ts'
import { proposeColumns, tableHead, type ColumnUse, type TableHead } from './columns.ts'

const SAMPLE_ROWS = 8
const SAMPLE_CELL = 200

/** Articles of a table, with a sample of it so that a person may say better what its columns are; or `needs-columns`. */
export async function readTable(
  table: SourceTable,
  { columns: chosen, headRow }: Pick<ReaderInput, 'columns' | 'headRow'>,
): Promise<ReadArticles | NotRead> {
  const head: TableHead = table.head ?? tableHead(table.rows, headRow)
  const proposal = table.proposed ? { columns: table.proposed, isSure: true } : proposeColumns(head, table.rows)
  const uses = chosen ? head.columns.map((_, column) => asUse(chosen[column])) : proposal.columns
  const sample = sampleOf(head, table, uses)
  const isKnown = chosen ? uses.includes('text') || uses.includes('title') : proposal.isSure
  if (table.rows.every(isBlankRow)) return notRead(table.format, 'no-text')
  if (!isKnown) return { ...notRead(table.format, 'needs-columns'), table: sample }
  const { articles, lost } = await articlesOf(table, head, uses)
  if (articles.length === 0) return { ...notRead(table.format, 'no-text'), table: sample }
  const { format, mediaType, encoding, certainty, candidates } = table
  return { kind: 'articles', format, mediaType, encoding, certainty, candidates, articles, lost: [...table.lost, ...lost], table: sample }
}

const isMeaning = (use: string): use is Meaning => (MEANINGS as readonly string[]).includes(use)

function asUse(written: string | null | undefined): ColumnUse {
  if (written === null || written === undefined) return null
  if (isMeaning(written)) return written
  return written.startsWith('detail:') ? `detail:${written.slice('detail:'.length)}` : null
}

function sampleOf(head: TableHead, { rows, isFixed = false }: SourceTable, proposed: readonly ColumnUse[]): TableSample {
  const cutCell = (cell: string): string => cell.slice(0, SAMPLE_CELL).toWellFormed()
  const content = rows.slice(head.firstRow).filter((row) => !isBlankRow(row))
  return {
    columns: [...head.columns],
    rows: content.slice(0, SAMPLE_ROWS).map((row) => head.columns.map((_, column) => cutCell(row[column] ?? ''))),
    proposed: [...proposed],
    headRow: isFixed ? null : head.isNamed,
  }
}

/** Rows with something to report, by what it is. */
interface Noted {
  readonly textMissing: number[]
  readonly rowEmpty: number[]
  readonly rowDate: number[]
  readonly rowWidth: number[]
}

async function articlesOf(
  table: SourceTable,
  head: TableHead,
  uses: readonly ColumnUse[],
): Promise<{ articles: FoundArticle[]; lost: ImportLoss[] }> {
  const articles: FoundArticle[] = []
  const noted: Noted = { textMissing: [], rowEmpty: [], rowDate: [], rowWidth: [] }
  const order = dayOrder(published(table, head, uses))
  for (let index = head.firstRow; index < table.rows.length; index++) {
    const row = table.rows[index] ?? []
    if (isBlankRow(row)) continue
    const number = table.numbers?.[index] ?? index + 1
    if (row.slice(head.columns.length).some((cell) => cell.trim() !== '')) noted.rowWidth.push(number)
    const built = await buildArticle(entryOf(row, head, uses, order, () => noted.rowDate.push(number)))
    if (!built) noted.rowEmpty.push(number)
    else if (built.isTextMissing) noted.textMissing.push(number)
    if (built) articles.push(built.article)
  }
  const unused = head.columns.filter((_, column) => uses[column] === null && isFilled(table, head, column))
  const lost = [
    ...(unused.length === 0
      ? []
      : [{ code: 'columns', count: unused.length, details: { names: unused.slice(0, 20).join(', ').slice(0, 500) } }]),
    ...lossInRows(
      'rowBefore',
      head.before.map((index) => table.numbers?.[index] ?? index + 1),
    ),
    ...Object.entries(noted).flatMap(([code, rows]: [string, number[]]) => lossInRows(code, rows)),
  ]
  return { articles, lost }
}

const isFilled = ({ rows }: SourceTable, { firstRow }: TableHead, column: number): boolean =>
  rows.some((row, index) => index >= firstRow && (row[column] ?? '').trim() !== '')

function* published({ rows }: SourceTable, { firstRow }: TableHead, uses: readonly ColumnUse[]): Generator<string> {
  const column = uses.indexOf('published')
  if (column < 0) return
  for (let index = firstRow; index < rows.length; index++) yield rows[index]?.[column] ?? ''
}

function entryOf(row: readonly string[], head: TableHead, uses: readonly ColumnUse[], order: DayOrder, onBadDate: () => void): Entry {
  const of = (meaning: Meaning): string[] =>
    uses.flatMap((use, column) => (use === meaning && (row[column] ?? '').trim() !== '' ? [row[column] ?? ''] : []))
  const date = of('published')[0] ?? null
  const published = date === null ? null : recordDate(date, order)
  const language = of('language')[0] ?? null
  const tag = language === null ? null : languageNamed(language)
  const details = uses.flatMap((use, column): [string, string][] =>
    use?.startsWith('detail:') ? [[use.slice('detail:'.length), row[column] ?? '']] : [],
  )
  if (date !== null && published === null) {
    onBadDate()
    details.push(['dateWritten', date])
  }
  if (language !== null && tag === null) details.push(['languageWritten', language])
  return {
    text: of('text').filter(hasWords).join('\n\n'),
    title: of('title')[0] ?? null,
    outlet: of('outlet')[0] ?? null,
    author: of('author').join('; '),
    url: of('url')[0] ?? null,
    published,
    language: tag,
    note: of('note').join('\n'),
    details,
  }
}
