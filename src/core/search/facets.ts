/**
 * By what the articles found can be narrowed, each value with how many would be left: counted as narrowing itself would count, so a
 * number that is shown is the number one gets. Tags and speakers are those of annotations that the query, asked of annotations, finds.
 */
import { FACETS, type FacetName, type Facets, type FacetValue } from '../../shared/domain/search.ts'
import { SCOPES } from '../../shared/search/fields.ts'
import { wantedIn } from '../../shared/search/shape.ts'
import { withScopes } from '../../shared/search/tree.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { annotationsByArticle, articleValues } from '../store/search/counting.ts'
import { Evaluation } from '../store/search/evaluate.ts'
import { asValue } from '../store/search/names.ts'
import { dateOrder } from '../store/search/order.ts'
import type { ReadDb } from '../store/types.ts'
import { find, inTime, isFound, type Found } from './found.ts'

/** Values of a facet that are told. */
const MOST = 40
/** How long counting may work, in milliseconds. */
const LONGEST = 3_000

export function* facetSteps(opened: () => ReadDb, query: string): Steps<Facets> {
  const found = yield* find(opened, query)
  if (!isFound(found) || found.total === 0) return { facets: [], complete: true }
  const counted: Partial<Record<FacetName, FacetValue[]>> = {}
  const done = yield* inTime(count(opened, found, counted), LONGEST)
  const facets = FACETS.flatMap((name) => {
    const values = counted[name] ?? []
    return values.length === 0 ? [] : [{ name, values: values.slice(0, MOST), more: Math.max(0, values.length - MOST) }]
  })
  return { facets, complete: done !== null }
}

function* count(opened: () => ReadDb, found: Found, counted: Partial<Record<FacetName, FacetValue[]>>): Steps<true> {
  const ids = dateOrder(opened()).ids.filter((id) => found.articles.has(id))
  const values = yield* articleValues(opened, ids)
  counted.outlet = many(values.outlet, (label) => `outlet:${asValue(label)}`)
  counted.language = many(withRegions(values.language), (label) => `language:${label}`)
  counted.status = many(values.status, (label) => `status:${label}`)
  counted.month = many(values.month, (label) => `on:${label}`).sort((a, b) => (a.label < b.label ? 1 : -1))
  counted.kind = yield* kinds(opened, found)
  const { tags, speakers } = yield* annotationsByArticle(opened, found.root)
  counted.tag = tags.map((tag) => ({ ...tag, narrow: `tag:${asValue(tag.label)}` }))
  counted.speaker = speakers.map((speaker) => ({ ...speaker, narrow: `speaker:${asValue(speaker.label)}` }))
  return true
}

/** English is also the English of Britain. */
const withRegions = (counts: ReadonlyMap<string, number>): Map<string, number> =>
  new Map(
    [...counts.keys()].map((tag) => [
      tag,
      [...counts].reduce((sum, [other, n]) => (other === tag || other.startsWith(`${tag}-`) ? sum + n : sum), 0),
    ]),
  )

const many = (counts: ReadonlyMap<string, number>, narrow: (label: string) => string): FacetValue[] =>
  [...counts].map(([label, total]) => ({ label, id: null, count: total, narrow: narrow(label) })).sort((a, b) => b.count - a.count)

/** Where the words stand. */
function* kinds(opened: () => ReadDb, { root }: Found): Steps<FacetValue[]> {
  if (wantedIn(root).length === 0) return []
  const values: FacetValue[] = []
  for (const scope of SCOPES) {
    const within = yield* new Evaluation(opened).articles(withScopes(root, [scope]))
    if (within.size > 0) values.push({ label: scope, id: null, count: within.size, narrow: `in:${scope}` })
  }
  return values
}
