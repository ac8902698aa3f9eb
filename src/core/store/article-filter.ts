/**
 * The filter of the table of articles over the columns. For every article it is known which part of the filter it fails: none, just one, or
 * several; from that one pass all facets can be counted, each under what the filter says about the others.
 */
import type { ArticleFilter, Facet } from '../../shared/domain/article-table.ts'
import type { ArticleColumns, Words } from './article-column-set.ts'
import { typedWords } from './search/article-words.ts'
import type { ReadDb } from './types.ts'

/** Columns with one value for each article, and those with a list of ids. */
export const ONE = ['outlet', 'month', 'language', 'status', 'reliability'] as const
export const MANY = { collection: 'collections', tag: 'tags', party: 'parties', coder: 'coders' } as const
export type OneFacet = (typeof ONE)[number]
export type ManyFacet = keyof typeof MANY
export const isOne = (facet: Facet): facet is OneFacet => (ONE as readonly string[]).includes(facet)
export const isMany = (facet: Facet): facet is ManyFacet => Object.hasOwn(MANY, facet)

/** Whether a filter or a facet asks about annotations by more than their number. */
export const needsAnnotations = ({ tags, parties, coders }: ArticleFilter, facets: readonly Facet[] = []): boolean =>
  [tags, parties, coders].some((list) => list !== undefined && list.length > 0) ||
  facets.some((facet) => facet === 'tag' || facet === 'party' || facet === 'coder')

/** An article passes with 0; a facet's own number: it fails that part alone; OUT: it fails the words, or several parts. */
export const OUT = 255
export const partOf: Readonly<Record<Facet, number>> = {
  collection: 1,
  outlet: 2,
  month: 3,
  language: 4,
  status: 5,
  reliability: 6,
  annotated: 7,
  tag: 8,
  party: 9,
  coder: 10,
}

/** Which part of the filter each slot fails. The day of an article is no part: months are. */
export function verdicts(db: ReadDb, columns: ArticleColumns, filter: ArticleFilter): Uint8Array {
  const slots = columns.slots
  const verdict = new Uint8Array(slots)
  for (let slot = 0; slot < slots; slot++) if (columns.id[slot] === 0) verdict[slot] = OUT
  keepWords(db, columns, filter.text, verdict)
  const fail = (slot: number, part: number): void => {
    verdict[slot] = verdict[slot] === 0 ? part : OUT
  }
  for (const [facet, wanted] of chosen(filter)) {
    const codes = columns[facet]
    const passes = passing(columns.words[facet], wanted)
    for (let slot = 0; slot < slots; slot++) if (!passes[codes[slot] ?? 0]) fail(slot, partOf[facet])
  }
  for (const [facet, wanted] of chosenIds(db, filter)) {
    const lists = columns[MANY[facet]]
    const isWanted = new Uint8Array(Math.max(...wanted) + 1)
    for (const id of wanted) isWanted[id] = 1
    for (let slot = 0; slot < slots; slot++) {
      const list = lists[slot] ?? []
      let passes = list.length === 0 && isWanted[0] === 1
      for (let index = 0; index < list.length && !passes; index++) passes = isWanted[list[index] ?? 0] === 1
      if (!passes) fail(slot, partOf[facet])
    }
  }
  if (filter.annotated !== undefined)
    for (let slot = 0; slot < slots; slot++) if ((columns.annotations[slot] ?? 0) > 0 !== filter.annotated) fail(slot, partOf.annotated)
  return verdict
}

/** Ids of what stands beneath each node, itself included. */
export function beneath(db: ReadDb, table: 'party' | 'collection', ids: readonly number[]): Set<number> {
  return new Set(
    db.column<number>(
      `WITH RECURSIVE down(id) AS (SELECT value FROM json_each(?) UNION SELECT t.id FROM ${table} t JOIN down ON t.parent_id = down.id) SELECT id FROM down`,
      [JSON.stringify(ids)],
    ),
  )
}

function keepWords(db: ReadDb, columns: ArticleColumns, text: string | undefined, verdict: Uint8Array): void {
  if (text === undefined || text.trim() === '') return
  const words = typedWords(text)
  const holds = new Uint8Array(columns.slots)
  if (words !== null)
    for (const id of db.column<number>(words.sql, words.params)) {
      const slot = columns.slotOf.get(id)
      if (slot !== undefined) holds[slot] = 1
    }
  for (let slot = 0; slot < verdict.length; slot++) if (holds[slot] === 0) verdict[slot] = OUT
}

function chosen({ outlets, months, languages, statuses, reliabilities }: ArticleFilter): [OneFacet, readonly string[]][] {
  const all: [OneFacet, readonly string[] | undefined][] = [
    ['outlet', outlets],
    ['month', months],
    ['language', languages],
    ['status', statuses],
    ['reliability', reliabilities],
  ]
  return all.filter((entry): entry is [OneFacet, readonly string[]] => entry[1] !== undefined && entry[1].length > 0)
}

function chosenIds(db: ReadDb, { collections, tags, parties, coders }: ArticleFilter): [ManyFacet, Set<number>][] {
  const all: [ManyFacet, Set<number> | null][] = [
    ['collection', collections?.length ? beneath(db, 'collection', collections) : null],
    ['tag', tags?.length ? new Set(tags) : null],
    ['party', parties?.length ? beneath(db, 'party', parties) : null],
    ['coder', coders?.length ? new Set(coders) : null],
  ]
  return all.filter((entry): entry is [ManyFacet, Set<number>] => entry[1] !== null)
}

/** By code: whether it was chosen. */
function passing(words: Words, wanted: readonly string[]): boolean[] {
  const set = new Set(wanted)
  return words.values.map((value) => set.has(value))
}

/** Leaves of each story only the article published first among those that pass; the others of it fail for good. */
export function onceAStory(columns: ArticleColumns, verdict: Uint8Array): void {
  const first = new Map<number, number>()
  for (let slot = 0; slot < verdict.length; slot++) {
    const story = columns.story[slot] ?? 0
    if (verdict[slot] !== 0 || story === 0) continue
    const other = first.get(story)
    if (other === undefined || isBefore(columns, slot, other)) {
      if (other !== undefined) verdict[other] = OUT
      first.set(story, slot)
    } else verdict[slot] = OUT
  }
}

function isBefore(columns: ArticleColumns, one: number, other: number): boolean {
  const a = columns.day[one] ?? Infinity
  const b = columns.day[other] ?? Infinity
  return a === b ? (columns.id[one] ?? 0) < (columns.id[other] ?? 0) : a < b
}
