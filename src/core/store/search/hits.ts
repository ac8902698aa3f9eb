/**
 * The hits of a query in articles: words in their places, annotations that fit, words in notes, translations and metadata. Places are
 * found in the text itself, so they are right for what is shown. Others have their turn between two articles.
 */
import type { FoundArticle, Hit } from '../../../shared/domain/search.ts'
import { lineOf, marksOf, passagesOf, type Line } from '../../../shared/search/marks.ts'
import type { Wanted } from '../../../shared/search/shape.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { Steps } from '../../anchoring/in-turns.ts'
import { aboutOf } from '../full-text.ts'
import type { ReadDb } from '../types.ts'
import { fittingAnnotations, lookedForIn, type Plan } from './plan.ts'
import { blanked, spansLeftOut } from './searched-text.ts'

/** Units of text on either side of words, and of the beginning of a text that has none. */
const AROUND = 110
const BEGINNING = 220
/** Units of a quote, note or translation that are shown. */
const OF_QUOTE = 260
/** Units of them, and of metadata, before the words. */
const BEFORE = 50

export interface ArticleRow extends Omit<FoundArticle, 'titleMarks' | 'hits' | 'count'> {
  text: string
  revisionId: number
  author: string | null
  url: string | null
  note: string | null
  details: string
}

interface AnnotationRow {
  id: number
  articleId: number
  revisionId: number
  start: number
  end: number
  quote: string
  note: string | null
  translation: string | null
  tagId: number
  speakerId: number | null
}

/** One article with what its hits are made from; undefined where it is gone. */
export const articleRow = (db: ReadDb, id: number): ArticleRow | undefined =>
  db.get<ArticleRow>(
    `SELECT a.id, a.title, o.name AS outlet, a.author, a.published, a.language, a.direction, a.status, a.annotations, a.url, a.note, a.details,
       a.revision_id AS revisionId, r.text
     FROM article a JOIN revision r ON r.id = a.revision_id LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id = ?`,
    [id],
  )

/**
 * The articles with at most `most` hits of each, in the order of their ids as given; one that is gone is left out. `ofWord`: most places
 * of one word in one text, where that is more than is worth showing.
 */
export function* articlesWithHits(
  opened: () => ReadDb,
  plan: Plan,
  ids: readonly number[],
  most: number,
  ofWord?: number,
): Steps<FoundArticle[]> {
  const fitting = fittingAnnotations(opened(), plan, ids)
  const found: FoundArticle[] = []
  for (const id of ids) {
    const row = articleRow(opened(), id)
    if (row) found.push(withHits(opened(), plan, row, fitting, most, ofWord))
    yield
  }
  return found
}

export interface Hits {
  readonly hits: Hit[]
  /** Whether a word stands more often in the text than was looked for: then there are more. */
  readonly cut: boolean
}

/** The hits of one article, in order; of each word at most `most` in its text, or as many as are worth showing. */
export function hitsIn(db: ReadDb, plan: Plan, row: ArticleRow, fitting: ReadonlySet<number>, most?: number): Hits {
  const annotations = annotationsOf(db, row.id)
  const placed = annotations.filter(({ revisionId }) => revisionId === row.revisionId)
  const quotes = annotations.flatMap((annotation) => annotationHits(plan, row, annotation, fitting.has(annotation.id)))
  const body = blanked(row.text, spansLeftOut(db, row.id, row.revisionId))
  const { marks, cut } = marksOf(body, lookedForIn(plan.wanted, 'text'), most)
  const texts = passagesOf(body, marks)
    .filter((passage) => !quotes.some(({ kind, start, end }) => kind === 'quote' && covers(start, end, passage)))
    .map((passage): Scored => ({
      ...bare,
      kind: 'text',
      start: passage.start,
      end: passage.end,
      line: plain(lineOf(row.text, passage, marks, AROUND)),
      coded: placed.filter((one) => one.start < passage.end && one.end > passage.start).map(codedOf),
      score: passage.words,
    }))
  const metadata = aboutOf(row).flatMap(({ field, text }): Scored[] => {
    const line = markedLine(text, lookedForIn(plan.wanted, 'metadata'), AROUND)
    return line.marks.length === 0 ? [] : [{ ...bare, kind: 'metadata', line, field, score: line.marks.length }]
  })
  return { hits: [...metadata, ...[...texts, ...quotes].sort((a, b) => (a.start ?? 0) - (b.start ?? 0))], cut }
}

/** A hit with how many different words it shows. */
type Scored = Hit & { score?: number }

const bare = { start: null, end: null, field: null, annotation: null, coded: [] }

const covers = (start: number | null, end: number | null, span: Span): boolean =>
  start !== null && end !== null && start <= span.start && end >= span.end

function withHits(db: ReadDb, plan: Plan, row: ArticleRow, fitting: ReadonlySet<number>, most: number, ofWord?: number): FoundArticle {
  const { id, title, outlet, published, language, direction, status, annotations } = row
  const article = { id, title, outlet, published, language, direction, status, annotations }
  const { hits: all, cut } = hitsIn(db, plan, row, fitting, ofWord)
  const titleMarks = marksOf(row.title, lookedForIn(plan.wanted, 'title')).marks.map(({ start, end }) => ({ start, end }))
  const shown = all.length > 0 || titleMarks.length > 0 ? best(all, most) : [beginning(row)]
  return { ...article, titleMarks, hits: shown.map(withoutScore), count: all.length, ...(cut && { cut }) }
}

/** Those that show most different words, in the order in which they stand. */
function best(hits: readonly Scored[], most: number): Scored[] {
  if (hits.length <= most) return [...hits]
  const chosen = hits
    .map((hit, index) => ({ hit, index }))
    .sort((a, b) => (b.hit.score ?? 1) - (a.hit.score ?? 1) || a.index - b.index)
    .slice(0, most)
  return chosen.sort((a, b) => a.index - b.index).map(({ hit }) => hit)
}

const withoutScore = ({ score: _score, ...hit }: Scored): Hit => hit

const beginning = ({ text }: ArticleRow): Hit => ({
  ...bare,
  kind: 'start',
  line: plain(lineOf(text, { start: 0, end: 0 }, [], BEGINNING)),
})

const annotationsOf = (db: ReadDb, articleId: number): AnnotationRow[] =>
  db.all<AnnotationRow>(
    `SELECT id, article_id AS articleId, revision_id AS revisionId, start_u16 AS start, end_u16 AS end, quote, note, translation, tag_id AS tagId, speaker_id AS speakerId
     FROM annotation WHERE article_id = ? ORDER BY start_u16, end_u16 DESC, id`,
    [articleId],
  )

const codedOf = ({ id, tagId, speakerId }: AnnotationRow): Hit['coded'][number] => ({ id, tagId, speakerId })

/** What is shown of an annotation: its quote where it fits or the words are in it, its note and translation where the words are in them. */
function annotationHits(plan: Plan, { revisionId }: ArticleRow, annotation: AnnotationRow, fits: boolean): Scored[] {
  const wanted = fits ? plan.wanted : plan.plain
  const isPlaced = annotation.revisionId === revisionId
  const place = isPlaced ? { start: annotation.start, end: annotation.end } : {}
  const base = { ...bare, ...place, annotation: codedOf(annotation) }
  const part = (kind: 'note' | 'translation', text: string | null): Scored[] => {
    const line = text === null ? null : markedLine(text, lookedForIn(wanted, kind), OF_QUOTE / 2)
    return line && line.marks.length > 0 ? [{ ...base, kind, line, score: line.marks.length }] : []
  }
  const inQuote = lookedForIn(wanted, 'quote')
  const quote = fits || inQuote.length > 0 ? markedLine(annotation.quote, inQuote, OF_QUOTE / 2) : null
  const shown: Scored[] =
    quote && (fits || quote.marks.length > 0) ? [{ ...base, kind: 'quote', line: quote, score: 1 + quote.marks.length }] : []
  return [...shown, ...part('note', annotation.note), ...part('translation', annotation.translation)]
}

/** The stretch around the first of the words; the beginning where there is none. */
function markedLine(text: string, wanted: readonly Wanted[], around: number): Hit['line'] {
  const { marks } = marksOf(text, wanted)
  const [first] = marks
  if (!first) return plain(lineOf(text, { start: 0, end: 0 }, [], around * 2))
  // Little before the first of them, so that it is seen also where the line is short.
  const end = Math.min(text.length, first.end + 2 * around - BEFORE)
  return plain(lineOf(text, { start: beginningNear(text, first.start), end }, marks, 0))
}

/** Where the line of a word begins: some text before it, at the beginning of a word where there is one. */
function beginningNear(text: string, at: number): number {
  const from = Math.max(0, at - BEFORE)
  const blank = from === 0 ? -1 : text.slice(from, at).search(/\s\S/u)
  return blank < 0 ? from : from + blank + 1
}

const plain = ({ text, marks, cutBefore, cutAfter }: Line): Hit['line'] => ({ text, marks: [...marks], cutBefore, cutAfter })
