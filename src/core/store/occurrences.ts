/**
 * All places of the same text, in one article or in the library. Articles are looked through in turn; the full-text index says which
 * ones can hold it. Everything is counted, so many are shown; where the library is too large to look through, the answer says so.
 * Others have their turn between two articles.
 */
import type { Occurrences, OccurrencePlace } from '../../shared/domain/annotation-operations.ts'
import type { TagRef } from '../../shared/domain/annotation.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldMap, tokensOf } from '../../shared/text/fold-map.ts'
import { graphemeCeil, graphemeFloor } from '../../shared/text/graphemes.ts'
import { isCharBoundary } from '../../shared/text/offsets.ts'
import { occurrenceFinder, type Occurrence } from '../../shared/text/occurrences.ts'
import type { Span } from '../../shared/text/span.ts'
import { finishInTurns, type Steps } from '../anchoring/in-turns.ts'
import { revisionText } from './revisions.ts'
import { jsonList } from './rows.ts'
import { resolveTag } from './tags.ts'
import type { ReadDb } from './types.ts'

/** Units of text that one search looks through at most. */
const SCAN_LIMIT = 40_000_000
/** Units of text shown on either side of a place. */
const CONTEXT = 60

interface Search {
  articleId: number
  start?: number | undefined
  end?: number | undefined
  text?: string | undefined
  scope: 'article' | 'library'
  fold: boolean
  tag?: TagRef | undefined
  limit: number
}

interface ArticleRow {
  id: number
  revisionId: number
  chars: number
  title: string
  outlet: string | null
  language: string | null
  direction: 'ltr' | 'rtl'
}

/** Throws `not-found`, `range-invalid`. `opened` is asked anew for each article, and throws where the library was closed meanwhile. */
export const findOccurrences = (opened: () => ReadDb, search: Search): Promise<Occurrences> =>
  finishInTurns(occurrenceSteps(opened, search))

/** The same in steps, one for each article. */
export function* occurrenceSteps(opened: () => ReadDb, search: Search): Steps<Occurrences> {
  const db = opened()
  const [home] = articleRows(db, [search.articleId])
  if (!home) throw new ParleyError('not-found', { what: 'article', id: search.articleId })
  const homeText = revisionText(db, home.revisionId)
  const passage = passageOf(homeText, search)
  const wanted = passage ? homeText.slice(passage.start, passage.end) : (search.text ?? '').trim()
  const find = occurrenceFinder(wanted, search.fold)
  const tagId = search.tag === undefined ? null : resolveTag(db, search.tag)

  const others = search.scope === 'library' ? articleRows(db, candidates(db, wanted, home.id)) : []
  const places: OccurrencePlace[] = []
  const articles: Occurrences['articles'] = []
  let self: OccurrencePlace | null = null
  let total = 0
  let scanned = 0
  let complete = true
  for (const article of [home, ...others]) {
    if (article !== home) yield
    if (scanned > 0 && scanned + article.chars > SCAN_LIMIT) {
      complete = false
      break
    }
    scanned += article.chars
    const text = article === home ? homeText : revisionText(opened(), article.revisionId)
    const own = article === home ? passage : null
    const found = find(text).filter((place) => own === null || place.end <= own.start || place.start >= own.end)
    if (found.length === 0 && own === null) continue
    const coded = tagId === null ? [] : taggedSpans(opened(), article, tagId)
    const show = (place: Occurrence): OccurrencePlace => inContext(text, article, place, coded)
    if (own) self = show({ ...own, exact: true })
    total += found.length
    places.push(...found.slice(0, Math.max(0, search.limit - places.length)).map(show))
    const { id, title, outlet, language, direction } = article
    if (found.length > 0) articles.push({ id, title, outlet, language, direction, count: found.length })
  }
  return { text: wanted, self, total, complete, places, articles }
}

function passageOf(text: string, { start, end }: Search): Span | null {
  if (start === undefined || end === undefined) return null
  const fits = start < end && end <= text.length && isCharBoundary(text, start) && isCharBoundary(text, end)
  if (!fits) throw new ParleyError('range-invalid', { start, end, length: text.length })
  return { start, end }
}

function articleRows(db: ReadDb, ids: readonly number[]): ArticleRow[] {
  return db.all<ArticleRow>(
    `SELECT a.id, a.revision_id AS revisionId, a.chars, a.title, o.name AS outlet, a.language, a.direction FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id
     WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id`,
    [jsonList(ids)],
  )
}

/** Articles that can hold the text: its words in this order; all of them where it has no word. */
function candidates(db: ReadDb, wanted: string, except: number): number[] {
  const tokens = tokensOf(foldMap(wanted).folded, true)
  if (tokens.length === 0) return db.column<number>('SELECT id FROM article WHERE id <> ?', [except])
  // A single character of a script without spaces is found as the beginning of a pair, too.
  const phrase = `body : "${tokens.join(' ')}"*`
  return db.column<number>('SELECT rowid FROM article_fts WHERE article_fts MATCH ? AND rowid <> ?', [phrase, except])
}

/** Passages of the current text with this tag, by start. */
const taggedSpans = (db: ReadDb, { id, revisionId }: ArticleRow, tagId: number): Span[] =>
  db.all<Span>(
    'SELECT start_u16 AS start, end_u16 AS end FROM annotation WHERE article_id = ? AND revision_id = ? AND tag_id = ? ORDER BY start_u16, end_u16',
    [id, revisionId, tagId],
  )

function inContext(
  text: string,
  { id, revisionId }: ArticleRow,
  { start, end, exact }: Occurrence,
  tagged: readonly Span[],
): OccurrencePlace {
  const line = (from: number, to: number): string => text.slice(from, to).replaceAll(/\s+/g, ' ')
  const isSame = tagged.some((span) => span.start === start && span.end === end)
  const overlaps = tagged.some((span) => span.start < end && span.end > start)
  return {
    articleId: id,
    revisionId,
    start,
    end,
    before: wholeWords(line(graphemeCeil(text, Math.max(0, start - CONTEXT)), start), start > CONTEXT ? 'start' : null).trimStart(),
    match: line(start, end),
    after: wholeWords(
      line(end, graphemeFloor(text, Math.min(text.length, end + CONTEXT))),
      end + CONTEXT < text.length ? 'end' : null,
    ).trimEnd(),
    exact,
    coded: isSame ? 'same' : overlaps ? 'overlaps' : 'no',
  }
}

/** Context without the piece of a word at the edge where it was cut; in scripts without spaces it stays as it is. */
function wholeWords(context: string, cut: 'start' | 'end' | null): string {
  if (cut === null) return context
  return context.replace(cut === 'start' ? /^\S{0,24} / : / \S{0,24}$/, '')
}
