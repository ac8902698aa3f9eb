/**
 * Stretches of an article that are not its text. Each belongs to the revision it was marked on; those of earlier texts stay, so that an
 * undone correction has its own again. The index leaves them out.
 */
import type { NotText, NotTextKind } from '../../shared/domain/not-text.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { graphemeCeil, graphemeFloor } from '../../shared/text/graphemes.ts'
import { cutFrom } from '../../shared/text/not-text.ts'
import type { Span } from '../../shared/text/span.ts'
import { currentRevision } from './anchoring-store.ts'
import { revisionText } from './revisions.ts'
import type { ReadDb, WriteDb } from './types.ts'

export type NotTextSpan = Span & { readonly kind: NotTextKind }

/** Those of the current text, in order. */
export function notTextOf(db: ReadDb, articleId: number): NotText[] {
  return spansOn(db, articleId, currentRevision(db, articleId))
}

function spansOn(db: ReadDb, articleId: number, revisionId: number): NotText[] {
  return db.all<NotText>(
    'SELECT id, start_u16 AS start, end_u16 AS end, kind FROM not_text WHERE article_id = ? AND revision_id = ? ORDER BY start_u16',
    [articleId, revisionId],
  )
}

/** Stores spans within a text; those without extent are passed over, and later ones give way to earlier ones. */
export function insertNotText(db: WriteDb, articleId: number, revisionId: number, spans: readonly NotTextSpan[]): void {
  let at = 0
  for (const { start, end, kind } of spans.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, at)
    if (end <= from) continue
    insert(db, articleId, revisionId, { start: from, end, kind })
    at = end
  }
}

function insert(db: WriteDb, articleId: number, revisionId: number, { start, end, kind }: NotTextSpan): void {
  db.run('INSERT INTO not_text(article_id, revision_id, start_u16, end_u16, kind) VALUES (?, ?, ?, ?, ?)', [
    articleId,
    revisionId,
    start,
    end,
    kind,
  ])
}

/** Marks a stretch, in place of what was marked within it. Throws `not-found`, `range-invalid`. */
export function markNotText(db: WriteDb, articleId: number, span: NotTextSpan): NotText[] {
  const { revisionId, whole } = inText(db, articleId, span)
  // What touches it and is of its kind becomes one with it.
  const touching = spansOn(db, articleId, revisionId).filter(
    ({ start, end, kind }) => kind === span.kind && start <= whole.end && end >= whole.start,
  )
  const joined = {
    start: Math.min(whole.start, ...touching.map(({ start }) => start)),
    end: Math.max(whole.end, ...touching.map(({ end }) => end)),
  }
  cut(db, articleId, revisionId, joined)
  insert(db, articleId, revisionId, { ...joined, kind: span.kind })
  return spansOn(db, articleId, revisionId)
}

/** Takes the mark from a stretch. Throws `not-found`, `range-invalid`. */
export function unmarkNotText(db: WriteDb, articleId: number, span: Span): NotText[] {
  const { revisionId, whole } = inText(db, articleId, span)
  cut(db, articleId, revisionId, whole)
  return spansOn(db, articleId, revisionId)
}

function cut(db: WriteDb, articleId: number, revisionId: number, hole: Span): void {
  for (const span of spansOn(db, articleId, revisionId)) {
    const left = cutFrom([span], hole)
    if (left.length === 1 && left[0]?.start === span.start && left[0].end === span.end) continue
    db.run('DELETE FROM not_text WHERE id = ?', [span.id])
    for (const part of left) insert(db, articleId, revisionId, part)
  }
}

/** The stretch on whole characters of the current text. */
function inText(db: ReadDb, articleId: number, { start, end }: Span): { revisionId: number; whole: Span } {
  const revisionId = currentRevision(db, articleId)
  const text = revisionText(db, revisionId)
  if (end <= start || end > text.length) throw new ParleyError('range-invalid', { start, end })
  return { revisionId, whole: { start: graphemeFloor(text, start), end: graphemeCeil(text, end) } }
}

/**
 * Marks in a corrected text what was marked in the one before and stands there word for word, as often as it did. The rest counts as
 * text again: too much to find is a smaller harm than something hidden that nobody marked. `more` is marked besides.
 */
export function carryNotText(
  db: WriteDb,
  articleId: number,
  from: { id: number; text: string },
  to: { id: number; text: string },
  more: readonly NotTextSpan[] = [],
): void {
  const spans = spansOn(db, articleId, from.id)
  const carried = spans.flatMap(({ start, end, kind }): NotTextSpan[] => {
    const words = from.text.slice(start, end)
    const [before, now] = [startsOf(from.text, words), startsOf(to.text, words)]
    const place = now[before.indexOf(start)]
    return place === undefined || before.length !== now.length ? [] : [{ start: place, end: place + words.length, kind }]
  })
  insertNotText(db, articleId, to.id, [...more, ...carried])
}

/** Where `words` stand in a text, not overlapping. */
function startsOf(text: string, words: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) starts.push(at)
  return starts
}
