/**
 * The hits of a query as CSV, one row a hit, for spreadsheets and scripts. Offsets are UTF-16 units into the article's text. What is not
 * all says so, in its last row and beside the file; a search that was stopped gives no file.
 */
import type { Hit, SearchOrder } from '../../shared/domain/search.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { writeCsv } from '../exporters/csv.ts'
import { articlesWithHits } from '../store/search/hits.ts'
import type { ReadDb } from '../store/types.ts'
import { find, isFound } from './found.ts'
import { placesInOrder } from './run.ts'

/** Most hits that are written of one article, and in all. */
const MOST = { ofArticle: 20_000, inAll: 100_000 }
const PAGE = 50

const HEAD = [
  'article',
  'title',
  'outlet',
  'published',
  'language',
  'kind',
  'start',
  'end',
  'before',
  'match',
  'after',
  'tag',
  'speaker',
  'annotation',
]

export interface HitsFile {
  bytes: Uint8Array
  hits: number
  /** False where there are more hits than the file holds. */
  complete: boolean
}

export interface ExportOptions {
  /** Called after every page of articles; what it throws ends the work. */
  onPage: (done: number, total: number) => void
  most?: { ofArticle: number; inAll: number }
}

/** The file. Throws `invalid-input` (reason `search-stopped`) where the search takes too long. */
export function* csvSteps(
  opened: () => ReadDb,
  query: string,
  order: SearchOrder,
  { onPage, most = MOST }: ExportOptions,
): Steps<HitsFile> {
  const rows: string[][] = []
  let complete = true
  const found = yield* find(opened, query)
  if (isFound(found)) {
    if (!found.complete)
      throw new ParleyError('invalid-input', { field: 'query', problem: 'the search took too long', reason: 'search-stopped' })
    const tags = namesOf(opened(), 'tag')
    const parties = namesOf(opened(), 'party')
    const ids = placesInOrder(opened(), found, { order, after: null, limit: found.total }).map(({ id }) => id)
    for (let at = 0; at < ids.length && rows.length <= most.inAll; at += PAGE) {
      for (const article of yield* articlesWithHits(opened, found.plan, ids.slice(at, at + PAGE), most.ofArticle, most.ofArticle)) {
        if (article.cut || article.count > article.hits.length) complete = false
        for (const hit of article.hits) {
          const { before, match, after } = parts(hit)
          const coding = hit.annotation ? [hit.annotation] : hit.coded
          const place = [hit.start, hit.end].map((offset) => String(offset ?? ''))
          rows.push([
            String(article.id),
            article.title,
            article.outlet ?? '',
            article.published ?? '',
            article.language ?? '',
            hit.kind,
            ...place,
            before,
            match,
            after,
            coding.map(({ tagId }) => tags.get(tagId) ?? '').join('; '),
            coding.map(({ speakerId }) => parties.get(speakerId ?? 0) ?? '').join('; '),
            coding.map(({ id }) => id).join('; '),
          ])
        }
      }
      onPage(Math.min(ids.length, at + PAGE), ids.length)
    }
    if (rows.length > most.inAll) complete = false
  }
  const written = rows.slice(0, most.inAll)
  const last = complete ? [] : [['', 'NOT COMPLETE: there are more hits than this file holds', ...HEAD.slice(2).map(() => '')]]
  return { bytes: new TextEncoder().encode(writeCsv([HEAD, ...written, ...last])), hits: written.length, complete }
}

const namesOf = (db: ReadDb, table: 'tag' | 'party'): Map<number, string> =>
  new Map(db.all<{ id: number; name: string }>(`SELECT id, name FROM ${table}`).map(({ id, name }) => [id, name]))

/** A line in three parts; a quote without words is the match itself. */
function parts({ kind, line }: Hit): { before: string; match: string; after: string } {
  const [first] = line.marks
  if (!first) return kind === 'start' ? { before: '', match: '', after: line.text } : { before: '', match: line.text, after: '' }
  return { before: line.text.slice(0, first.start), match: line.text.slice(first.start, first.end), after: line.text.slice(first.end) }
}
