/** A corrected text becomes a new revision of its article. Texts that are there are never touched: G7, G8. */
import { certainPlaces } from '../anchoring/anchoring.ts'
import { compareTexts, type Comparison } from '../anchoring/compare.ts'
import { finishInTurns, inTurns } from '../anchoring/in-turns.ts'
import { diffSteps } from '../anchoring/readable-diff.ts'
import type { Anchored } from '../anchoring/types.ts'
import type { Revision, TextChange } from '../../shared/domain/revision.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { Span } from '../../shared/text/span.ts'
import { currentRevision, moveAnnotation, spansOf, type SpanRow } from './anchoring-store.ts'
import { carryNotText, type NotTextSpan } from './not-text.ts'
import { originalId, revisionText, type NewOriginal } from './revisions.ts'
import { msToIso } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

export interface NewRevision {
  /** Canonical text. */
  text: string
  textHash: string
  note: string | null
  original: NewOriginal | null
  /** Where pages of the source begin, in order: UTF-16 offsets into the text. */
  pages?: Pages | null
  /** Which article of the original it is, from 1; null where the original is one article. */
  part?: number | null
  /** What is in the text but not of it, beside what was marked in the one before and stands here too. */
  notText?: readonly NotTextSpan[]
}

type Pages = readonly { readonly start: number; readonly label: string }[]

/** Pages as a revision keeps them. */
export const pagesJson = (pages: Pages | null | undefined): string | null =>
  pages && pages.length > 0 ? JSON.stringify(pages.map(({ start, label }) => [start, label])) : null

/**
 * What would become of every placed annotation of an article if it had this text; annotations on several earlier texts each from theirs.
 * Reads all it needs at once, then gives way to other work while it searches.
 */
export async function anchorArticle(db: ReadDb, articleId: number, newText: string): Promise<Anchored[]> {
  const spans = spansOf(db, articleId).filter((span) => span.anchor === 'placed')
  const comparisons = new Map<number, Comparison>()
  for (const [id, text] of perRevision(db, spans, (text) => text)) comparisons.set(id, await compareTexts(db, text, newText))
  return (await inTurns(spans, (span) => comparisons.get(span.revisionId)?.anchor(span))).filter((anchored) => anchored !== undefined)
}

const perRevision = <T>(db: ReadDb, spans: readonly SpanRow[], make: (text: string) => T): Map<number, T> =>
  new Map([...new Set(spans.map((span) => span.revisionId))].map((id) => [id, make(revisionText(db, id))]))

/** Where unchanged passages of an article stand in a text, and of which annotations that was asked: what has changed since makes it void. */
export interface Moves {
  readonly spans: readonly SpanRow[]
  readonly places: readonly (Span | null)[]
}

/** What moves by itself to this text: worked out before the step, because the step itself cannot give way to other work. */
export async function movesTo(db: ReadDb, articleId: number, newText: string): Promise<Moves> {
  const spans = spansOf(db, articleId).filter((span) => span.anchor === 'placed')
  const certain = perRevision(db, spans, (text) => certainPlaces(text, newText))
  return { spans, places: await inTurns(spans, (span) => certain.get(span.revisionId)?.(span) ?? null) }
}

/** The moves that were worked out, or worked out anew where annotations were changed meanwhile. */
function movesNow(db: ReadDb, articleId: number, newText: string, known: Moves | undefined): Moves {
  const spans = spansOf(db, articleId).filter((span) => span.anchor === 'placed')
  if (known && JSON.stringify(known.spans) === JSON.stringify(spans)) return known
  const certain = perRevision(db, spans, (text) => certainPlaces(text, newText))
  return { spans, places: spans.map((span) => certain.get(span.revisionId)?.(span) ?? null) }
}

/**
 * Stores the text as the next revision, moves the annotations that stand in it unchanged, and leaves the others as they are.
 * Throws `not-found`, `text-empty`, `nothing-changed`.
 */
export function reviseArticle(
  db: WriteDb,
  articleId: number,
  revision: NewRevision,
  { now, uid, coderId }: { now: number; uid: () => string; coderId: number },
  moves?: Moves,
): { number: number; moved: number; toReview: number } {
  const { text, textHash, note, original, pages, part = null, notText = [] } = revision
  if (!/[\p{L}\p{N}]/u.test(text)) throw new ParleyError('text-empty')
  const before = currentRevision(db, articleId)
  const oldText = revisionText(db, before)
  if (text === oldText) throw new ParleyError('nothing-changed')
  const { spans, places } = movesNow(db, articleId, text, moves)
  const number = db.value<number>('SELECT max(number) + 1 FROM revision WHERE article_id = ?', [articleId])
  const revisionId = db.run(
    `INSERT INTO revision(uid, article_id, number, original_id, text, text_hash, chars, added_ms, note, coder_id, pages, part)
     VALUES (@uid, @article, @number, @original, @text, @hash, @chars, @now, @note, @coder, @pages, @part)`,
    {
      uid: uid(),
      article: articleId,
      number,
      original: original ? originalId(db, original, now) : null,
      text,
      hash: textHash,
      chars: text.length,
      now,
      note,
      coder: coderId,
      pages: pagesJson(pages),
      part,
    },
  ).lastId
  db.run('UPDATE article SET revision_id = ?, chars = ?, changed_ms = ? WHERE id = ?', [revisionId, text.length, now, articleId])
  let moved = 0
  for (const [at, place] of places.entries()) {
    const span = spans[at]
    if (!span || !place) continue
    moveAnnotation(db, { revisionId, text }, { id: span.id, ...place })
    moved++
  }
  carryNotText(db, articleId, { id: before, text: oldText }, { id: revisionId, text }, notText)
  return { number, moved, toReview: spans.length - moved }
}

interface RevisionRow extends Omit<Revision, 'current' | 'takenBack' | 'addedAt'> {
  added_ms: number
}

/** The texts of an article, newest first. Throws `not-found`. */
export function listRevisions(db: ReadDb, articleId: number): Revision[] {
  const current = currentRevision(db, articleId)
  const rows = db.all<RevisionRow>(
    `SELECT r.id, r.number, r.note, r.chars, c.name AS coder, o.name AS original, r.added_ms,
       (SELECT count(*) FROM annotation n WHERE n.article_id = r.article_id AND n.revision_id = r.id) AS annotations
     FROM revision r LEFT JOIN coder c ON c.id = r.coder_id LEFT JOIN original o ON o.id = r.original_id WHERE r.article_id = ? ORDER BY r.number DESC`,
    [articleId],
  )
  const number = rows.find((row) => row.id === current)?.number ?? 0
  // A text is only ever added at the end: one with a higher number than the current was taken back.
  return rows.map(({ added_ms, ...row }) => ({
    ...row,
    current: row.id === current,
    takenBack: row.number > number,
    addedAt: msToIso(added_ms),
  }))
}

/** The difference of two texts of an article for a person, made without holding others up. */
export async function changesBetween(db: ReadDb, before: string, after: string): Promise<TextChange[]> {
  const { alignment } = await compareTexts(db, before, after)
  return finishInTurns(diffSteps(before, after, alignment))
}

/** One of the texts of an article. Throws `not-found`. */
export function textOfRevision(db: ReadDb, articleId: number, number: number): string {
  const row = db.get<{ text: string }>('SELECT text FROM revision WHERE article_id = ? AND number = ?', [articleId, number])
  if (!row) throw new ParleyError('not-found', { what: 'revision', id: number })
  return row.text
}
