/**
 * Statements that pass a filter, as rows of the columns: the very same annotations as filteredIds, in order of time. Each part of the
 * filter is one pass over the rows that are left, with a table of numbers to look up; only trees, outlets and collections ask the database.
 */
import type { Filter } from '../../shared/domain/filter.ts'
import { dayRange } from '../../shared/domain/partial-date.ts'
import { foldName } from '../../shared/text/fold.ts'
import { ATTRIBUTIONS, CONFIDENCES, STATUSES, UNDATED, type Rows, type StatementColumns } from '../compare/statements.ts'
import { jsonList, withDescendants } from './rows.ts'
import { statementColumns } from './statement-columns.ts'
import { spokenOnce } from './statement-stories.ts'
import type { ReadDb } from './types.ts'

/** Columns whose value a filter names. */
type Column = 'articleId' | 'tagId' | 'speakerId' | 'outletId' | 'coderId' | 'status' | 'confidence' | 'attribution'

/** The columns of the library and the rows that pass, ascending. Both are good until the next write. */
export function selectStatements(db: ReadDb, filter: Filter): { columns: StatementColumns; rows: Rows } {
  const columns = statementColumns(db)
  let rows = withinDays(columns, filter)
  const only = (column: Column, values: readonly number[]): void => {
    rows = having(rows, columns[column], lookup(values, columns[column]))
  }
  if (isAsked(filter.articles)) only('articleId', filter.articles)
  if (isAsked(filter.collections)) only('articleId', articlesIn(db, filter.collections))
  if (isAsked(filter.tags)) only('tagId', filter.tags)
  if (isAsked(filter.parties)) only('speakerId', beneath(db, 'party', filter.parties))
  if (isAsked(filter.outlets)) only('outletId', outletsNamed(db, filter.outlets))
  if (isAsked(filter.coders)) only('coderId', filter.coders)
  if (isAsked(filter.statuses)) only('status', numbersOf(filter.statuses, STATUSES))
  if (isAsked(filter.confidences)) only('confidence', numbersOf(filter.confidences, CONFIDENCES))
  if (isAsked(filter.attributions)) only('attribution', numbersOf(filter.attributions, ATTRIBUTIONS))
  if (filter.importantOnly) rows = having(rows, columns.important, Uint8Array.of(0, 1))
  if (isAsked(filter.issues)) rows = havingLink(rows, columns, lookup(beneath(db, 'issue', filter.issues), columns.issueId))
  if (filter.storyOnce) rows = spokenOnce(columns, rows)
  return { columns, rows }
}

/** A list that asks for nothing lets everything pass. */
const isAsked = <T>(list: readonly T[] | undefined): list is readonly T[] => list !== undefined && list.length > 0

/** Rows are in order of their days: those from the first to the last day are one run. What has no day is in no range. */
function withinDays({ count, day }: StatementColumns, { from, to }: Filter): Rows {
  const first = from !== undefined ? rowAt(day, dayRange(from).first) : to !== undefined ? rowAt(day, UNDATED + 1) : 0
  const end = to !== undefined ? rowAt(day, dayRange(to).last + 1) : count
  const rows = new Int32Array(Math.max(0, end - first))
  for (let place = 0; place < rows.length; place++) rows[place] = first + place
  return rows
}

/** The first row on this day or after it. */
function rowAt(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** 1 at each value that is asked for; values beyond those of the column are left out. */
function lookup(values: readonly number[], column: Int32Array | Uint8Array): Uint8Array {
  const highest = highestOf(column)
  const asked = new Uint8Array(highest + 1)
  for (const value of values) if (value <= highest) asked[value] = 1
  return asked
}

/** Kept by the array: what changes columns makes new ones. */
const highests = new WeakMap<Int32Array | Uint8Array, number>()
function highestOf(column: Int32Array | Uint8Array): number {
  const known = highests.get(column)
  if (known !== undefined) return known
  let highest = 0
  for (let index = 0; index < column.length; index++) {
    const value = column[index] ?? 0
    if (value > highest) highest = value
  }
  highests.set(column, highest)
  return highest
}

/** Works within `rows`, which are this filter's own. Without a branch: whether a row passes cannot be foreseen, and guessing wrong costs more. */
function having(rows: Rows, column: Int32Array | Uint8Array, asked: Uint8Array): Rows {
  let left = 0
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0
    rows[left] = row
    left += asked[column[row] ?? 0] ?? 0
  }
  return rows.subarray(0, left)
}

function havingLink(rows: Rows, { issueStart, issueId }: StatementColumns, asked: Uint8Array): Rows {
  let left = 0
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0
    const end = issueStart[row + 1] ?? 0
    for (let link = issueStart[row] ?? 0; link < end; link++) {
      if (asked[issueId[link] ?? 0] !== 1) continue
      rows[left++] = row
      break
    }
  }
  return rows.subarray(0, left)
}

const beneath = (db: ReadDb, table: 'party' | 'issue' | 'collection', ids: readonly number[]): number[] => [
  ...withDescendants(ids, db.all(`SELECT id, parent_id AS parentId FROM ${table}`)),
]
const articlesIn = (db: ReadDb, collections: readonly number[]): number[] =>
  db.column('SELECT article_id FROM article_collection WHERE collection_id IN (SELECT value FROM json_each(?))', [
    jsonList(beneath(db, 'collection', collections)),
  ])
const outletsNamed = (db: ReadDb, names: readonly string[]): number[] =>
  db.column('SELECT id FROM outlet WHERE name_fold IN (SELECT value FROM json_each(?))', [jsonList(names.map(foldName))])
const numbersOf = <T>(words: readonly T[], all: readonly (T | null)[]): number[] => words.map((word) => all.indexOf(word))
