/**
 * The hits of a query as places that can be coded: the words themselves, or the sentence or paragraph around them, each once; and the
 * quotes of annotations that fit. In the order of articles; others have their turn between two of them.
 */
import type { Occurrences, OccurrencePlace } from '../../shared/domain/annotation-operations.ts'
import type { Extent } from '../../shared/domain/search.ts'
import { lineOf } from '../../shared/search/marks.ts'
import { paragraphAt } from '../../shared/text/paragraphs.ts'
import { sentenceAt } from '../../shared/text/sentences.ts'
import { snapToGraphemes } from '../../shared/text/graphemes.ts'
import type { Span } from '../../shared/text/span.ts'
import { trimRange } from '../../shared/text/words.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { articleRow, hitsIn, type ArticleRow } from '../store/search/hits.ts'
import { dateOrder } from '../store/search/order.ts'
import { fittingAnnotations } from '../store/search/plan.ts'
import type { ReadDb } from '../store/types.ts'
import { find, isFound } from './found.ts'

/** Units of text that are looked through at most. */
const SCAN_LIMIT = 40_000_000
const AROUND = 60
/** Most places of one word in one text. */
const OF_WORD = 20_000

export interface PlacesInput {
  query: string
  extent: Extent
  tagId: number | null
  limit: number
}

export function* placeSteps(opened: () => ReadDb, { query, extent, tagId, limit }: PlacesInput): Steps<Occurrences> {
  const none: Occurrences = { text: query, self: null, total: 0, complete: true, places: [], articles: [] }
  const found = yield* find(opened, query)
  if (!isFound(found)) return none
  const places: OccurrencePlace[] = []
  const articles: Occurrences['articles'] = []
  let [total, scanned, complete, cut] = [0, 0, found.complete, false]
  for (const id of dateOrder(opened()).ids.filter((one) => found.articles.has(one))) {
    if (scanned > SCAN_LIMIT) {
      complete = false
      break
    }
    const db = opened()
    const row = articleRow(db, id)
    if (!row) continue
    scanned += row.text.length
    const { hits, cut: isCut } = hitsIn(db, found.plan, row, fittingAnnotations(db, found.plan, [id]), OF_WORD)
    cut ||= isCut
    const spans = distinct(
      hits.flatMap(({ kind, start, end }) =>
        start === null || end === null ? [] : [kind === 'text' ? widened(row, { start, end }, extent) : { start, end }],
      ),
    )
    if (spans.length > 0) {
      const tagged = tagId === null ? [] : taggedSpans(db, row, tagId)
      total += spans.length
      places.push(...spans.slice(0, Math.max(0, limit - places.length)).map((span) => placeOf(row, span, tagged)))
      const { title, outlet, language, direction } = row
      articles.push({ id, title, outlet, language, direction, count: spans.length })
    }
    yield
  }
  return { ...none, total, complete: complete && !cut, ...(cut && { cut }), places, articles }
}

/** The stretch that is coded: never half a character, and without white space at its edges. */
function widened({ text, language }: ArticleRow, hit: Span, extent: Extent): Span {
  if (extent === 'words') return snapToGraphemes(text, hit.start, hit.end)
  const around = (offset: number): Span | null => (extent === 'sentence' ? sentenceAt(text, offset, language) : paragraphAt(text, offset))
  const start = Math.min(hit.start, around(hit.start)?.start ?? hit.start)
  const end = Math.max(hit.end, around(Math.max(hit.start, hit.end - 1))?.end ?? hit.end)
  const trimmed = trimRange(text, start, end)
  return snapToGraphemes(text, trimmed.start, trimmed.end)
}

const distinct = (spans: readonly Span[]): Span[] =>
  [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()].sort((a, b) => a.start - b.start)

const taggedSpans = (db: ReadDb, { id, revisionId }: ArticleRow, tagId: number): Span[] =>
  db.all<Span>('SELECT start_u16 AS start, end_u16 AS end FROM annotation WHERE article_id = ? AND revision_id = ? AND tag_id = ?', [
    id,
    revisionId,
    tagId,
  ])

function placeOf({ id, text, revisionId }: ArticleRow, span: Span, tagged: readonly Span[]): OccurrencePlace {
  const line = lineOf(text, span, [span], AROUND)
  const [mark = { start: 0, end: 0 }] = line.marks
  const same = tagged.some(({ start, end }) => start === span.start && end === span.end)
  const overlaps = tagged.some(({ start, end }) => start < span.end && end > span.start)
  return {
    articleId: id,
    revisionId,
    ...span,
    before: line.text.slice(0, mark.start),
    match: line.text.slice(mark.start, mark.end),
    after: line.text.slice(mark.end),
    exact: true,
    coded: same ? 'same' : overlaps ? 'overlaps' : 'no',
  }
}
