/** Stretches of a text that are not text: captions, boilerplate, what a page says around its article. Offsets are UTF-16 units. */
import type { Span } from './span.ts'

/** The spans with everything between `hole.start` and `hole.end` taken out of them; what was cut through keeps both ends. */
export function cutFrom<S extends Span>(spans: readonly S[], hole: Span): S[] {
  return spans.flatMap((span) => {
    if (span.end <= hole.start || span.start >= hole.end) return [span]
    const ends = [
      { ...span, end: Math.min(span.end, hole.start) },
      { ...span, start: Math.max(span.start, hole.end) },
    ]
    return ends.filter(({ start, end }) => end > start)
  })
}

/** Whether every unit of `span` lies in one of the others. */
export function isCovered(span: Span, by: readonly Span[]): boolean {
  return by.reduce<Span[]>((left, other) => cutFrom(left, other), [{ start: span.start, end: span.end }]).length === 0
}
