/**
 * The order of the table of articles. An order of all articles is kept for as long as nothing changes, and the next one is made from it:
 * what is nearly in order is put in order in one pass. What has no value comes last in both directions; equal rows go by id, newest first.
 */
import type { ArticleSort, ArticleSortColumn } from '../../shared/domain/article-table.ts'
import { foldName } from '../../shared/text/fold.ts'
import type { ArticleColumns } from './article-column-set.ts'
import { languageSortName } from './language-names.ts'

const STATUS = ['new', 'coding', 'coded']
/** Folds by being written small: a tenth of the work, and most titles of a library are such. */
const PLAIN = /^[\x20-\x7e]*$/
/** How many orders are kept. */
const KEPT = 4

interface Order {
  version: number
  slots: number[]
}
interface Kept {
  orders: Map<string, Order>
  /** Folded texts by what they were folded from. */
  folded: Map<string, string>
}
const kept = new WeakMap<ArticleColumns, Kept>()

/** All slots that hold an article, in order. Not to be changed. */
export function orderOf(columns: ArticleColumns, sort: ArticleSort): readonly number[] {
  const of = kept.get(columns) ?? { orders: new Map<string, Order>(), folded: new Map<string, string>() }
  kept.set(columns, of)
  const key = sort.map(({ column, descending }) => `${column}${descending ? '-' : '+'}`).join()
  const last = of.orders.get(key)
  if (last?.version === columns.version) return last.slots
  const before = last?.slots ?? []
  const isIn = new Uint8Array(columns.slots)
  for (const slot of before) isIn[slot] = 1
  const slots = before.filter((slot) => columns.id[slot] !== 0)
  for (let slot = columns.slots - 1; slot >= 0; slot--) if (isIn[slot] === 0 && columns.id[slot] !== 0) slots.push(slot)
  const compare = comparing(columns, of.folded, sort)
  slots.sort(compare)
  of.orders.delete(key)
  of.orders.set(key, { version: columns.version, slots })
  for (const old of of.orders.keys()) if (of.orders.size > KEPT) of.orders.delete(old)
  return slots
}

type Compare = (a: number, b: number) => number

function comparing(columns: ArticleColumns, folded: Map<string, string>, sort: ArticleSort): Compare {
  const parts = sort.map(({ column, descending }) => byColumn(columns, folded, column, descending ? -1 : 1))
  const ids = columns.id
  return (a, b) => {
    for (const part of parts) {
      const difference = part(a, b)
      if (difference !== 0) return difference
    }
    return (ids[b] ?? 0) - (ids[a] ?? 0)
  }
}

function byColumn(columns: ArticleColumns, folded: Map<string, string>, column: ArticleSortColumn, sign: 1 | -1): Compare {
  switch (column) {
    case 'title':
      return byText(columns.title, folded, sign)
    case 'author':
      return byText(columns.author, folded, sign)
    case 'outlet':
    case 'language':
    case 'reliability': {
      const { values } = columns.words[column]
      const shown = (value: string): string => (column === 'language' ? languageSortName(value) : value)
      const rank = ranks(values.map((value) => (value === '' ? '' : foldName(shown(value)))))
      return byNumber(columns[column], (code) => (values[code] === '' ? NaN : (rank[code] ?? 0)), sign)
    }
    case 'status': {
      const { values } = columns.words.status
      return byNumber(columns.status, (code) => STATUS.indexOf(values[code] ?? ''), sign)
    }
    case 'published':
      return byNumber(columns.day, (day) => day ?? NaN, sign)
    case 'added':
      // Ids are given in the order in which articles come in.
      return byNumber(columns.id, Number, sign)
    case 'annotations':
    case 'chars':
      return byNumber(columns[column], Number, sign)
    case 'story':
    case 'credibility':
      return byNumber(columns[column], (value) => (value === 0 ? NaN : value), sign)
  }
}

/** NaN stands for no value. */
function byNumber<T>(values: readonly T[], numberOf: (value: T) => number, sign: 1 | -1): Compare {
  const numbers = Float64Array.from(values, numberOf)
  return (a, b) => {
    const x = numbers[a] ?? NaN
    const y = numbers[b] ?? NaN
    if (x === y) return 0
    if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : 1
    return Number.isNaN(y) ? -1 : sign * (x - y)
  }
}

function byText(texts: readonly string[], folded: Map<string, string>, sign: 1 | -1): Compare {
  const keys = texts.map((text) => {
    if (text === '') return ''
    let key = folded.get(text)
    if (key === undefined) {
      key = PLAIN.test(text) ? text.toLowerCase().replaceAll(/ +/g, ' ').trim() : foldName(text)
      folded.set(text, key)
    }
    return key
  })
  return (a, b) => {
    const x = keys[a] ?? ''
    const y = keys[b] ?? ''
    if (x === y) return 0
    if (x === '') return 1
    return y === '' ? -1 : x < y ? -sign : sign
  }
}

/** Place of each text among all. */
function ranks(texts: readonly string[]): number[] {
  const rank: number[] = []
  const order = texts.map((_, index) => index).toSorted((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1))
  order.forEach((code, place) => (rank[code] = place))
  return rank
}
