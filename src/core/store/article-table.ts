/** The table of articles: all ids in order and in groups, at once, so that every row has its place before it is read; and the rows. */
import type { ArticleFilter, ArticleGroup, ArticleRow, ArticleSort, ArticleTable, Counted } from '../../shared/domain/article-table.ts'
import { listCollections } from './collections.ts'
import type { ArticleColumns } from './article-column-set.ts'
import { articleColumns, hasColumns } from './article-columns.ts'
import { needsAnnotations, onceAStory, verdicts } from './article-filter.ts'
import { orderOf } from './article-order.ts'
import { languageSortName } from './language-names.ts'
import { jsonList, msToIso } from './rows.ts'
import type { ReadDb } from './types.ts'

export interface TableInput {
  filter: ArticleFilter
  sort: ArticleSort
  group: ArticleGroup | null
}

/** Ids of the articles that pass, in order. `check` as in `articleColumns`. */
export async function articleTable(db: ReadDb, { filter, sort, group }: TableInput, check: () => void): Promise<ArticleTable> {
  const plain = !hasColumns(db) && group === null && isEmpty(filter) ? plainOrder(sort) : null
  if (plain !== null) {
    // A library that has just been opened shows its list at once; the columns are read when something else is asked.
    const ids = db.column<number>(`SELECT id FROM article ORDER BY ${plain}`)
    return { ids, found: ids.length, total: ids.length, groups: null }
  }
  const columns = await articleColumns(db, { annotations: needsAnnotations(filter), check })
  const verdict = verdicts(db, columns, filter)
  if (filter.storyOnce) onceAStory(columns, verdict)
  const found = orderOf(columns, sort).filter((slot) => verdict[slot] === 0)
  const total = columns.slotOf.size
  if (group === null) return { ids: idsOf(columns, found), found: found.length, total, groups: null }
  const groups = group === 'collection' ? byCollection(db, columns, found) : byValue(columns, group, found)
  return {
    ids: groups.flatMap(({ slots }) => idsOf(columns, slots)),
    found: found.length,
    total,
    groups: groups.map(({ value, label, slots }) => ({ value, label, count: slots.length })),
  }
}

const isEmpty = ({ text, storyOnce, annotated, ...lists }: ArticleFilter): boolean =>
  (text === undefined || text.trim() === '') &&
  storyOnce !== true &&
  annotated === undefined &&
  Object.values(lists).every((list) => list === undefined || list.length === 0)

/** SQL of the two orders that an index gives; null for others. */
function plainOrder(sort: ArticleSort): string | null {
  const [first, second] = sort
  if (!first || second || !first.descending) return null
  if (first.column === 'published') return 'published_day IS NULL, published_day DESC, id DESC'
  return first.column === 'added' ? 'id DESC' : null
}

const idsOf = (columns: ArticleColumns, slots: readonly number[]): number[] => slots.map((slot) => columns.id[slot] ?? 0)

interface Group extends Omit<Counted, 'count'> {
  slots: number[]
}
const STATUS = ['new', 'coding', 'coded']

/** Groups in the order of their values: months from the newest, names by letter, what has none last. */
function byValue(columns: ArticleColumns, group: Exclude<ArticleGroup, 'collection'>, found: readonly number[]): Group[] {
  const { values } = columns.words[group]
  const slots: number[][] = values.map(() => [])
  for (const slot of found) slots[columns[group][slot] ?? 0]?.push(slot)
  const compare = (a: string, b: string): number => {
    if (a === '' || b === '') return a === '' ? 1 : -1
    if (group === 'status') return STATUS.indexOf(a) - STATUS.indexOf(b)
    if (group === 'month') return a < b ? 1 : -1
    return group === 'language' ? languageSortName(a).localeCompare(languageSortName(b), 'en') : a.localeCompare(b, 'en')
  }
  return values
    .map((value, code) => ({ value, label: null, slots: slots[code] ?? [] }))
    .filter((entry) => entry.slots.length > 0)
    .toSorted((a, b) => compare(a.value, b.value))
}

/** Each collection with what is in it itself, in tree order; then what is in none. */
function byCollection(db: ReadDb, columns: ArticleColumns, found: readonly number[]): Group[] {
  const slots = new Map<number, number[]>()
  for (const slot of found)
    for (const id of columns.collections[slot]?.length ? columns.collections[slot] : [0]) {
      const list = slots.get(id)
      if (list) list.push(slot)
      else slots.set(id, [slot])
    }
  const path: string[] = []
  const all = listCollections(db)
  const parents = new Map(all.map((collection) => [collection.id, collection]))
  const pathOf = (id: number | null): string[] => {
    const node = id === null ? undefined : parents.get(id)
    return node ? [...pathOf(node.parentId), node.name] : path
  }
  const groups = all.map(({ id }) => ({ value: String(id), label: pathOf(id).join(' › '), slots: slots.get(id) ?? [] }))
  groups.push({ value: '0', label: '', slots: slots.get(0) ?? [] })
  return groups.filter((entry) => entry.slots.length > 0)
}

type Stored = Omit<ArticleRow, 'addedAt' | 'collections' | 'covered'> & { added_ms: number; collections: string | null }

/** Rows in the order of the ids; one that is gone is left out. */
export function articleRows(db: ReadDb, ids: readonly number[]): ArticleRow[] {
  const list = [jsonList(ids)]
  const rows = db.all<Stored>(
    `SELECT a.id, a.title, o.name AS outlet, a.author, a.published, a.language, a.direction, a.status, a.chars, a.annotations, a.added_ms,
       a.reliability, a.credibility, CASE WHEN a.story_id IS NULL THEN 0 ELSE (SELECT count(*) FROM article s WHERE s.story_id = a.story_id) - 1 END AS sameStory,
       (SELECT group_concat(c.collection_id) FROM article_collection c WHERE c.article_id = a.id) AS collections
     FROM json_each(?) j JOIN article a ON a.id = j.value LEFT JOIN outlet o ON o.id = a.outlet_id ORDER BY j.key`,
    list,
  )
  const covered = coverage(db, jsonList(rows.filter((row) => row.annotations > 0).map((row) => row.id)))
  return rows.map(({ added_ms, collections, ...row }) => ({
    ...row,
    addedAt: msToIso(added_ms),
    collections: collections === null ? [] : collections.split(',').map(Number),
    covered: covered.get(row.id) ?? 0,
  }))
}

/** UTF-16 units of each text that lie within at least one annotation of its current revision. */
function coverage(db: ReadDb, list: string): Map<number, number> {
  const covered = new Map<number, number>()
  let reached = 0
  let current = 0
  const passages = db.all<{ id: number; start: number; end: number }>(
    `SELECT n.article_id AS id, n.start_u16 AS start, n.end_u16 AS end FROM json_each(?) j JOIN article a ON a.id = j.value
     JOIN annotation n ON n.article_id = a.id AND n.revision_id = a.revision_id ORDER BY n.article_id, n.start_u16`,
    [list],
  )
  for (const { id, start, end } of passages) {
    if (id !== current) reached = 0
    current = id
    if (end > reached) covered.set(id, (covered.get(id) ?? 0) + end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return covered
}
