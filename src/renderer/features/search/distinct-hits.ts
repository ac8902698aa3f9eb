/**
 * Hits that stand close together in a text share their line: the line of the first shows the next one too, marked, and a second line
 * would only say the same. Pure; offsets are UTF-16 units.
 */
import type { Hit } from '../../../shared/domain/search.ts'

/** White space is drawn together in a line, so places in it may be a little nearer to one another than in the text. */
const SLACK = 4

/** The hits without those that the line of the one before them shows already. */
export function distinctHits(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = []
  for (const hit of hits) {
    const before = kept.findLast(({ kind }) => kind === 'text')
    if (!(hit.kind === 'text' && before && isShownIn(before, hit))) kept.push(hit)
  }
  return kept
}

function isShownIn(shown: Hit, { start, coded }: Hit): boolean {
  if (shown.start === null || start === null || start < shown.start) return false
  // Codes of its own are shown beside its own line.
  if (coded.some(({ id }) => !shown.coded.some((one) => one.id === id))) return false
  const apart = start - shown.start
  const { marks } = shown.line
  return marks.some((from, index) => marks.slice(index + 1).some((to) => Math.abs(to.start - from.start - apart) <= SLACK))
}
