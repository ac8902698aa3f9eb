/** The annotations of an article whose passage someone has to find again, with the places where it may be. Made anew each time it is asked for. */
import type { Review, ReviewCandidate, ReviewItem, ReviewReason } from '../../shared/domain/revision.ts'
import { verifyAnchor } from '../../shared/text/anchor.ts'
import { graphemeCeil, graphemeFloor } from '../../shared/text/graphemes.ts'
import { compareTexts, type Comparison } from '../anchoring/compare.ts'
import { inTurns } from '../anchoring/in-turns.ts'
import type { Anchored, Candidate } from '../anchoring/types.ts'
import { currentRevision, spansOf, type SpanRow } from './anchoring-store.ts'
import { revisionText } from './revisions.ts'
import type { ReadDb } from './types.ts'

/** Units of text shown on either side of a passage. */
const AROUND = 160

/** Throws `not-found`. Reads all it needs at once, then gives way to other work while it searches. */
export async function reviewOf(db: ReadDb, articleId: number): Promise<Review> {
  const current = currentRevision(db, articleId)
  const spans = spansOf(db, articleId)
  const now = revisionText(db, current)
  const texts = new Map(spans.map((span) => [span.revisionId, span.revisionId === current ? now : '']))
  for (const id of texts.keys()) if (id !== current) texts.set(id, revisionText(db, id))

  const isInPlace = (span: SpanRow): boolean =>
    span.revisionId === current && verifyAnchor(texts.get(span.revisionId) ?? '', span) !== 'wrong'
  const sought = spans.filter((span) => span.anchor !== 'gone' && !isInPlace(span))
  const comparisons = new Map<number, Comparison>()
  for (const id of new Set(sought.map((span) => span.revisionId))) comparisons.set(id, await compareTexts(db, texts.get(id) ?? '', now))
  const waits = new Set(sought)
  const items: ReviewItem[] = []
  const gone: Review['gone'] = []
  await inTurns(spans, (span) => {
    const was = texts.get(span.revisionId) ?? ''
    if (span.anchor === 'gone') return gone.push(headOf(span, was))
    const found = waits.has(span) ? comparisons.get(span.revisionId)?.anchor(span) : undefined
    return found && items.push(itemOf(span, was, now, found))
  })
  return { items, gone }
}

function itemOf(span: SpanRow, was: string, now: string, anchored: Anchored): ReviewItem {
  const candidates = anchored.candidates.map((candidate) => inContext(now, candidate))
  return { ...headOf(span, was), reason: reasonOf(anchored, span, candidates), candidates }
}

function headOf(span: SpanRow, text: string): Review['gone'][number] {
  const { id, tagId, speakerId, revision, start, end, quote, prefix, suffix } = span
  const stands = verifyAnchor(text, span) !== 'wrong'
  return { id, tagId, speakerId, revision, was: stands ? passageAt(text, start, end) : { start, end, prefix, quote, suffix } }
}

function reasonOf({ outcome, broken }: Anchored, { quote }: SpanRow, [best]: readonly ReviewCandidate[]): ReviewReason {
  if (broken) return 'broken'
  if (outcome === 'exact') return 'unchanged'
  if (outcome === 'mapped') return best?.quote === quote ? 'surroundings' : 'words'
  return outcome === 'found' ? 'look-alikes' : 'gone'
}

const inContext = (text: string, { start, end, score, how }: Candidate): ReviewCandidate => ({ ...passageAt(text, start, end), score, how })

function passageAt(text: string, start: number, end: number): ReviewItem['was'] {
  const from = graphemeFloor(text, Math.max(0, start - AROUND))
  const to = graphemeCeil(text, Math.min(text.length, end + AROUND))
  return { start, end, prefix: text.slice(from, start), quote: text.slice(start, end), suffix: text.slice(end, to) }
}
