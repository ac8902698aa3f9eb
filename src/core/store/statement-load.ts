/**
 * Reads statements from the store into columns: all of them, in slices between which other work can go on, or some by their ids. What
 * is a word in the database comes as a number, several to a value: to make the values costs more than to read the rows.
 */
import { finish, type Steps } from '../anchoring/in-turns.ts'
import { ATTRIBUTIONS, CONFIDENCES, STANCES, STATUSES, UNDATED } from '../compare/statements.ts'
import { jsonList } from './rows.ts'
import { linksByRow, type ReadLinks } from './statement-links.ts'
import { makeRoom, ordered, tableFor, type StatementTable } from './statement-table.ts'
import { orderInTime, timeRank } from './statement-time.ts'
import type { ReadDb, SqlValue } from './types.ts'

interface AnnotationRow {
  id: number
  articleId: number
  speakerId: number
  tagId: number
  coderId: number
  /** Null where the statement itself has no date. */
  day: number | null
  time: string | null
  createdMs: number
  /** Three bits each of stance, intensity, attribution, status and confidence, then one for important. */
  coding: number
}
interface ArticleRow {
  id: number
  day: number | null
  time: string | null
  outletId: number
  storyId: number
  /** Three bits each of reliability and credibility. */
  grades: number
}

/** Number of a word in a list, 0 for none, as an expression. */
const numberOf = (column: string, words: readonly (string | null)[]): string =>
  `(CASE ${column} ${words.map((word, number) => (word === null ? '' : `WHEN '${word}' THEN ${number}`)).join(' ')} ELSE 0 END)`
const timeOf = (column: string): string => `CASE WHEN length(${column}) > 10 THEN substr(${column}, 11) END AS time`

const ANNOTATIONS = `SELECT id, article_id AS articleId, ifnull(speaker_id, 0) AS speakerId, tag_id AS tagId, coder_id AS coderId,
    stated_day AS day, ${timeOf('stated')}, created_ms AS createdMs,
    ${numberOf('stance', STANCES)} | (ifnull(intensity, 0) << 3) | (${numberOf('attribution', ATTRIBUTIONS)} << 6) |
    (${numberOf('status', STATUSES)} << 9) | (${numberOf('confidence', CONFIDENCES)} << 12) | (important << 15) AS coding
  FROM annotation`
const ARTICLES = `SELECT id, published_day AS day, ${timeOf('published')}, ifnull(outlet_id, 0) AS outletId, ifnull(story_id, 0) AS storyId,
    ${numberOf('reliability', [null, 'A', 'B', 'C', 'D', 'E', 'F'])} | (ifnull(credibility, 0) << 3) AS grades
  FROM article`

/** Rows in a slice: some 15 ms of work. */
const SLICE = 10_000
const LINK_SLICE = 50_000
/** Highest position of a link within its annotation, and one more. */
const POSITIONS = 4_096

/** Every statement of the library, in order. What changes between the steps, the caller reads again. */
export function* loadSteps(db: ReadDb): Steps<StatementTable> {
  const articles = new Map<number, ArticleRow>()
  for (const slice of slices<ArticleRow>(db, ARTICLES)) {
    for (const row of slice) articles.set(row.id, row)
    yield
  }
  const table = tableFor(db.value<number>('SELECT count(*) FROM annotation'))
  for (const slice of slices<AnnotationRow>(db, ANNOTATIONS)) {
    put(table, slice, articles)
    yield
  }
  const issues = yield* allLinks(db, 'annotation_issue', 'issue_id')
  const targets = yield* allLinks(db, 'annotation_target', 'party_id')
  ;[table.issueStart, table.issueId] = yield* linksByRow(table, issues)
  ;[table.targetStart, table.targetId] = yield* linksByRow(table, targets)
  yield
  return yield* ordered(table, yield* orderInTime(table.count, table.day, table.time))
}

/** The same at once. */
export const loadStatements = (db: ReadDb): StatementTable => finish(loadSteps(db))

/** Statements by their ids, in order; what is gone is left out. */
export function loadSome(db: ReadDb, ids: readonly number[]): StatementTable {
  const list = [jsonList(ids)]
  const rows = db.all<AnnotationRow>(`${ANNOTATIONS} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`, list)
  const of = [jsonList([...new Set(rows.map((row) => row.articleId))])]
  const articles = db.all<ArticleRow>(`${ARTICLES} WHERE id IN (SELECT value FROM json_each(?))`, of)
  const table = tableFor(rows.length)
  put(table, rows, new Map(articles.map((article) => [article.id, article])))
  const where = 'WHERE annotation_id IN (SELECT value FROM json_each(?)) ORDER BY id'
  ;[table.issueStart, table.issueId] = finish(linksByRow(table, readLinks(db, 'annotation_issue', 'issue_id', where, list)))
  ;[table.targetStart, table.targetId] = finish(linksByRow(table, readLinks(db, 'annotation_target', 'party_id', where, list)))
  return finish(ordered(table, finish(orderInTime(table.count, table.day, table.time))))
}

/** All rows of a statement, by id and a slice at a time. */
function* slices<T extends { id: number }>(db: ReadDb, sql: string): Generator<T[]> {
  for (let after = 0; ;) {
    const slice = db.all<T>(`${sql} WHERE id > ? ORDER BY id LIMIT ${SLICE}`, [after])
    yield slice
    if (slice.length < SLICE) return
    after = slice.at(-1)?.id ?? after
  }
}

function* allLinks(db: ReadDb, table: string, column: string): Steps<ReadLinks> {
  const all: ReadLinks = { from: [], position: [], to: [] }
  for (let after = 0; ;) {
    const slice = readLinks(db, table, column, `WHERE id > ? ORDER BY id LIMIT ${LINK_SLICE}`, [after])
    for (const name of ['from', 'position', 'to'] as const) for (const value of slice[name]) all[name].push(value)
    if (slice.to.length < LINK_SLICE) return all
    after = db.value<number>(`SELECT max(id) FROM (SELECT id FROM ${table} WHERE id > ? ORDER BY id LIMIT ${LINK_SLICE})`, [after])
    yield
  }
}

/** Lists of plain numbers: rows of two would take five times as long to make. */
function readLinks(db: ReadDb, table: string, column: string, where: string, params: readonly SqlValue[]): ReadLinks {
  const packed = db.column<number>(`SELECT annotation_id * ${POSITIONS} + min(position, ${POSITIONS - 1}) FROM ${table} ${where}`, params)
  return {
    from: packed.map((value) => Math.floor(value / POSITIONS)),
    position: packed.map((value) => value % POSITIONS),
    to: db.column<number>(`SELECT ${column} FROM ${table} ${where}`, params),
  }
}

/** Adds rows at the end. */
function put(table: StatementTable, rows: readonly AnnotationRow[], articles: ReadonlyMap<number, ArticleRow>): void {
  makeRoom(table, table.count + rows.length)
  for (const { id, articleId, speakerId, tagId, coderId, day, time, createdMs, coding } of rows) {
    const article = articles.get(articleId)
    const row = table.count++
    table.id[row] = id
    table.articleId[row] = articleId
    table.speakerId[row] = speakerId
    table.tagId[row] = tagId
    table.coderId[row] = coderId
    table.day[row] = day ?? article?.day ?? UNDATED
    table.time[row] = timeRank(day === null ? (article?.time ?? null) : time)
    table.publishedDay[row] = article?.day ?? UNDATED
    table.isStated[row] = day === null ? 0 : 1
    table.createdMs[row] = createdMs
    table.outletId[row] = article?.outletId ?? 0
    table.storyId[row] = article?.storyId ?? 0
    table.stance[row] = coding & 7
    table.intensity[row] = (coding >> 3) & 7
    table.attribution[row] = (coding >> 6) & 7
    table.status[row] = (coding >> 9) & 7
    table.confidence[row] = (coding >> 12) & 7
    table.important[row] = coding >> 15
    table.reliability[row] = (article?.grades ?? 0) & 7
    table.credibility[row] = (article?.grades ?? 0) >> 3
  }
}
