/**
 * Where the passages of a project's article stand in the article here: in the text as it is, in one that differs in layout only, or in an
 * earlier text of the article, to be reviewed. A passage is placed where its text is or not at all, never near it.
 */
import { certainPlaces } from '../anchoring/anchoring.ts'
import type { ProjectAnnotation, ProjectArticle } from '../importers/project.ts'
import { quoteContext } from '../../shared/text/anchor.ts'
import { countBelow } from '../../shared/text/ascending.ts'
import { snapToGraphemes } from '../../shared/text/graphemes.ts'
import type { Span } from '../../shared/text/span.ts'
import type { ReadDb } from '../store/types.ts'

export interface Place extends Span {
  readonly revisionId: number
  /** The text that the offsets are in. */
  readonly text: string
  /** An edge lay within a character and was moved to its edge. */
  readonly widened: boolean
}

export type Refusal = 'annotations-outside' | 'annotations-blank' | 'annotations-not-placed'

/** Places passages of one article; what is common to all is read once. */
export function placingIn(db: ReadDb, article: ProjectArticle, articleId: number): (annotation: ProjectAnnotation) => Place | Refusal {
  const present = db.get<{ id: number; text: string }>(
    'SELECT r.id, r.text FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = ?',
    [articleId],
  )
  if (!present) return () => 'annotations-not-placed'
  const earlier = new Map((article.revisions ?? []).map(({ number, text }) => [number, text]))
  const moves = new Map<string, (span: Span) => Span | null>()
  let ids: ReadonlyMap<string, number> | undefined
  /** Texts of the article that are here, the earlier ones too. */
  const revisionOf = (text: string): number | undefined => {
    ids ??= new Map(
      db
        .all<{ id: number; text: string }>('SELECT id, text FROM revision WHERE article_id = ? ORDER BY number', [articleId])
        .map((revision) => [revision.text, revision.id]),
    )
    return ids.get(text)
  }
  return ({ start, end, revision }) => {
    const text = revision === undefined ? article.text : (earlier.get(revision) ?? article.text)
    const span = inside(text, start, end)
    if (typeof span === 'string') return span
    const widened = span.start !== start || span.end !== end
    if (text === present.text) return { ...span, revisionId: present.id, text, widened }
    const move = moves.get(text) ?? moving(text, present.text)
    moves.set(text, move)
    // A passage that waited there to be reviewed waits here too.
    const moved = revision === undefined ? move(span) : null
    if (moved) return { ...moved, revisionId: present.id, text: present.text, widened }
    const id = revisionOf(text)
    return id === undefined ? 'annotations-not-placed' : { ...span, revisionId: id, text, widened }
  }
}

function moving(from: string, to: string): (span: Span) => Span | null {
  const layout = sameButLayout(from, to)
  if (layout) return layout
  const places = certainPlaces(from, to)
  return (span) => places({ id: 0, ...span, ...quoteContext(from, span.start, span.end) })
}

/** Texts that differ in white space alone have every word at the same count of characters; null for others. */
function sameButLayout(from: string, to: string): ((span: Span) => Span | null) | null {
  if (from.replaceAll(/\s+/g, '') !== to.replaceAll(/\s+/g, '')) return null
  const [old, now] = [from, to].map((text) => Int32Array.from(text.matchAll(/\S/g), ({ index }) => index))
  if (!old || !now) return null
  return ({ start, end }) => {
    const [first, behind] = [countBelow(old, start), countBelow(old, end)]
    const [begin, last] = [now[first], now[behind - 1]]
    return begin === undefined || last === undefined || behind <= first ? null : snapToGraphemes(to, begin, last + 1)
  }
}

/** The passage on whole characters, or why there is none. */
function inside(text: string, start: number, end: number): Span | Refusal {
  const isSpan = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end <= text.length && start < end
  if (!isSpan) return 'annotations-outside'
  return text.slice(start, end).trim() === '' ? 'annotations-blank' : snapToGraphemes(text, start, end)
}
