/** The hits of a query as CSV, one row a hit, for spreadsheets and scripts. Offsets are UTF-16 units into the article's text. */
import type { Hit, SearchOrder } from '../../shared/domain/search.ts'
import { writeCsv } from '../exporters/csv.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { articlesWithHits } from '../store/search/hits.ts'
import type { ReadDb } from '../store/types.ts'
import { find, isFound } from './found.ts'
import { idsInOrder } from './run.ts'

/** Most hits that are written of one article, and in all. */
const OF_ARTICLE = 1_000
const MOST = 100_000
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

/** Bytes of the file, telling after every page how many articles are done. */
export function* csvSteps(
  opened: () => ReadDb,
  query: string,
  order: SearchOrder,
  onPage: (done: number, total: number) => void,
): Steps<Uint8Array> {
  const rows: string[][] = [HEAD]
  const found = yield* find(opened, query)
  if (isFound(found)) {
    const tags = namesOf(opened(), 'tag')
    const parties = namesOf(opened(), 'party')
    const ids = idsInOrder(opened(), found, { order, after: null, limit: found.total })
    for (let at = 0; at < ids.length && rows.length <= MOST; at += PAGE) {
      for (const article of yield* articlesWithHits(opened, found.plan, ids.slice(at, at + PAGE), OF_ARTICLE))
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
      onPage(Math.min(ids.length, at + PAGE), ids.length)
    }
  }
  return new TextEncoder().encode(writeCsv(rows))
}

const namesOf = (db: ReadDb, table: 'tag' | 'party'): Map<number, string> =>
  new Map(db.all<{ id: number; name: string }>(`SELECT id, name FROM ${table}`).map(({ id, name }) => [id, name]))

/** A line in three parts; a quote without words is the match itself. */
function parts({ kind, line }: Hit): { before: string; match: string; after: string } {
  const [first] = line.marks
  if (!first) return kind === 'start' ? { before: '', match: '', after: line.text } : { before: '', match: line.text, after: '' }
  return { before: line.text.slice(0, first.start), match: line.text.slice(first.start, first.end), after: line.text.slice(first.end) }
}
