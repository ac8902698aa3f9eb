/** Narrowing the list of annotations by words, tag and speaker. Words are looked for as search does: whatever their case or accents. Pure. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { foldText } from '../../../shared/text/fold.ts'

export interface ListFilter {
  /** All of them must be in the quote, its translation or the note. */
  words: string
  /** Null: any. */
  tagId: number | null
  /** Null: any; 0: those without a speaker. */
  speakerId: number | null
}

export const ANYTHING: ListFilter = { words: '', tagId: null, speakerId: null }

export function narrowed(annotations: readonly Annotation[], { words, tagId, speakerId }: ListFilter): readonly Annotation[] {
  const wanted = foldText(words).split(/\s+/).filter(Boolean)
  if (wanted.length === 0 && tagId === null && speakerId === null) return annotations
  return annotations.filter((annotation) => {
    if (tagId !== null && annotation.tagId !== tagId) return false
    if (speakerId !== null && (annotation.speakerId ?? 0) !== speakerId) return false
    if (wanted.length === 0) return true
    const text = foldText([annotation.quote, annotation.translation, annotation.note].join('\n'))
    return wanted.every((word) => text.includes(word))
  })
}

/** Tags that annotations have, in the order of the codebook. */
export function tagsOf<T extends { id: number }>(annotations: readonly Annotation[], tags: readonly T[]): T[] {
  const used = new Set(annotations.map(({ tagId }) => tagId))
  return tags.filter(({ id }) => used.has(id))
}

/** Speakers of annotations by name; 0 without a name where some have none. */
export function speakersOf(
  annotations: readonly Annotation[],
  partyById: ReadonlyMap<number, { name: string }>,
): { id: number; name: string | null }[] {
  const ids = [...new Set(annotations.map(({ speakerId }) => speakerId ?? 0))]
  return ids
    .map((id) => ({ id, name: id === 0 ? null : (partyById.get(id)?.name ?? '') }))
    .toSorted((a, b) => (a.name === null ? 1 : b.name === null ? -1 : a.name.localeCompare(b.name)))
}
