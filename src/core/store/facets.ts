/** Facets of the table of articles: how many articles have each value, under what the filter says about everything else. */
import type { ArticleFilter, Counted, Facet, FacetValues } from '../../shared/domain/article-table.ts'
import type { ArticleColumns } from './article-column-set.ts'
import { articleColumns } from './article-columns.ts'
import { isMany, isOne, MANY, needsAnnotations, onceAStory, partOf, verdicts, type ManyFacet, type OneFacet } from './article-filter.ts'
import { languageSortName } from './language-names.ts'
import type { ReadDb } from './types.ts'

/** Values of the facets with their counts. `check` as in `articleColumns`. */
export async function articleFacets(
  db: ReadDb,
  { filter, facets }: { filter: ArticleFilter; facets: readonly Facet[] },
  check: () => void,
): Promise<FacetValues[]> {
  const columns = await articleColumns(db, { annotations: needsAnnotations(filter, facets), check })
  const verdict = verdicts(db, columns, filter)
  return facets.map((facet) => ({ facet, values: valuesOf(db, columns, facet, counting(columns, filter, verdict, facet)) }))
}

/** By slot: 1 where an article counts for this facet. A story counts once, whichever of its articles it is counted by. */
function counting(columns: ArticleColumns, filter: ArticleFilter, verdict: Uint8Array, facet: Facet): Uint8Array {
  const own = partOf[facet]
  const alone = verdict.map((part) => (part === own ? 0 : part))
  if (filter.storyOnce) onceAStory(columns, alone)
  return alone.map((part) => (part === 0 ? 1 : 0))
}

function valuesOf(db: ReadDb, columns: ArticleColumns, facet: Facet, counts: Uint8Array): Counted[] {
  if (isOne(facet)) return oneValue(columns, facet, counts)
  if (isMany(facet)) return manyValues(db, columns, facet, counts)
  let annotated = 0
  let all = 0
  for (let slot = 0; slot < counts.length; slot++) {
    if (counts[slot] === 0) continue
    all += 1
    if ((columns.annotations[slot] ?? 0) > 0) annotated += 1
  }
  return [
    { value: 'yes', label: null, count: annotated },
    { value: 'no', label: null, count: all - annotated },
  ].filter(({ count }) => count > 0)
}

const STATUS = ['new', 'coding', 'coded']

function oneValue(columns: ArticleColumns, facet: OneFacet, counts: Uint8Array): Counted[] {
  const { values } = columns.words[facet]
  const codes = columns[facet]
  const found = new Uint32Array(values.length)
  for (let slot = 0; slot < counts.length; slot++) if (counts[slot] === 1) found[codes[slot] ?? 0] = (found[codes[slot] ?? 0] ?? 0) + 1
  const compare = (a: Counted, b: Counted): number => {
    if (facet === 'status') return STATUS.indexOf(a.value) - STATUS.indexOf(b.value)
    if (a.value === '' || b.value === '') return a.value === '' ? 1 : -1
    if (facet === 'month') return a.value < b.value ? 1 : -1
    if (facet === 'reliability') return a.value < b.value ? -1 : 1
    return facet === 'language' ? byCount(named(a), named(b)) : byCount(a, b)
  }
  return values
    .map((value, code): Counted => ({ value, label: null, count: found[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted(compare)
}

const named = (entry: Counted): Counted => ({ ...entry, label: languageSortName(entry.value) })
const byCount = (a: Counted, b: Counted): number => b.count - a.count || (a.label ?? a.value).localeCompare(b.label ?? b.value, 'en')

interface Node {
  id: number
  name: string
  parentId: number | null
}
const NODES: Readonly<Record<ManyFacet, string>> = {
  collection: 'SELECT id, name, parent_id AS parentId FROM collection ORDER BY position, id',
  tag: 'SELECT id, name, NULL AS parentId FROM tag ORDER BY position, id',
  party: 'SELECT id, name, parent_id AS parentId FROM party',
  coder: 'SELECT id, name, NULL AS parentId FROM coder',
}

/** An article counts once for each id of its list, and for all that these stand beneath. */
function manyValues(db: ReadDb, columns: ArticleColumns, facet: ManyFacet, counts: Uint8Array): Counted[] {
  const nodes = db.all<Node>(NODES[facet])
  const lists = columns[MANY[facet]]
  // By id: this runs over every annotation of the library.
  const size = nodes.reduce((most, { id }) => Math.max(most, id), 0) + 1
  const parents = new Uint32Array(size)
  for (const { id, parentId } of nodes) parents[id] = parentId ?? 0
  const found = new Uint32Array(size)
  const countedFor = new Uint32Array(size)
  for (let slot = 0; slot < counts.length; slot++) {
    if (counts[slot] === 0) continue
    const list = lists[slot] ?? []
    // 0 stands for no collection.
    if (list.length === 0) found[0] = (found[0] ?? 0) + 1
    for (let index = 0; index < list.length; index++)
      for (let id = list[index] ?? 0; id !== 0 && countedFor[id] !== slot + 1; id = parents[id] ?? 0) {
        countedFor[id] = slot + 1
        found[id] = (found[id] ?? 0) + 1
      }
  }
  const values = nodes.map(({ id, name }): Counted => ({ value: String(id), label: name, count: found[id] ?? 0 }))
  if (facet === 'collection') return [...values, { value: '0', label: null, count: found[0] ?? 0 }]
  const there = values.filter(({ count }) => count > 0)
  return facet === 'tag' ? there : there.toSorted(byCount)
}
