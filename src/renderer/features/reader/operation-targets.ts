/** Where an annotation is split, and what it is merged with when nobody says. Pure; offsets are UTF-16 units. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Span } from '../../../shared/text/span.ts'

/** The cuts that a selection, or else the caret, makes inside a passage; none where they do not part it. */
export function cutsIn({ start, end }: Span, selection: Span | null, caret: number): number[] {
  const places = selection ? [selection.start, selection.end] : [caret]
  return places.filter((place) => place > start && place < end)
}

/**
 * The annotation that overlaps this one or follows it with only white space between; one with the same tag first, then the nearest in
 * the order of the text. Null where there is none.
 */
export function nextToMerge(annotations: readonly Annotation[], id: number, text: string): Annotation | null {
  const own = annotations.find((annotation) => annotation.id === id)
  if (!own) return null
  const touching = annotations.filter(
    (other) =>
      other.id !== id &&
      other.revisionId === own.revisionId &&
      other.end > own.start &&
      (other.start < own.end || text.slice(own.end, other.start).trim() === ''),
  )
  return touching.find(({ tagId }) => tagId === own.tagId) ?? touching[0] ?? null
}
