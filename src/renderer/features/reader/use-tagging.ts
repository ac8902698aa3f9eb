/** Turning a selection into an annotation: by a tag, or by repeating the last coding of this article. */
import { useRef } from 'react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction } from '../../lib/data.ts'
import { useCoding } from '../../stores/coding.ts'

export interface Tagging {
  /** Tags the selection; without one, gives the selected annotation this tag. */
  tag: (tagId: number) => void
  canRepeat: boolean
  /** Tags the selection as the last annotation made or changed in this article. */
  repeat: () => void
}

interface TaggingOptions {
  articleId: number
  /** The selection as it is now; what was drawn last may be older. */
  getRange: () => Span | null
  selectedId: number | null
  canWrite: boolean
  codebook: Codebook
  /** `span` is the very selection that was tagged: by now there may be another. */
  onTagged: (annotation: Annotation, span: Span) => void
  /** Something was to be tagged that can only be read. */
  onReadOnly: () => void
}

export const isSameSpan = (a: Span | null, b: Span | null): boolean => a !== null && b !== null && a.start === b.start && a.end === b.end

export function useTagging({ articleId, getRange, selectedId, canWrite, codebook, onTagged, onReadOnly }: TaggingOptions): Tagging {
  const create = useAction('annotations.create')
  const update = useAction('annotations.update')
  const last = useCoding((state) => state.lastByArticle.get(articleId))
  const remember = useCoding((state) => state.remember)
  /** The selection that is on its way: a second press before the answer would tag it twice. */
  const sent = useRef<Span | null>(null)
  // What was remembered may have been removed or undone since.
  const repeatable = last && codebook.tagById.has(last.tagId) ? last : undefined

  const make = async (coding: {
    tag: number
    speaker?: number | null
    onBehalfOf?: number | null
    targets?: number[]
    issues?: number[]
  }): Promise<void> => {
    const range = getRange()
    if (!range || isSameSpan(range, sent.current)) return
    sent.current = range
    const made = await create.run({ articleId, start: range.start, end: range.end, ...coding })
    sent.current = null
    if (!made) return
    remember(made)
    onTagged(made, range)
  }
  return {
    tag(tagId) {
      if (!canWrite) onReadOnly()
      else if (getRange()) void make({ tag: tagId })
      else if (selectedId !== null)
        void update.run({ id: selectedId, patch: { tag: tagId } }).then((changed) => changed && remember(changed))
    },
    canRepeat: repeatable !== undefined,
    repeat() {
      if (!canWrite) return onReadOnly()
      if (!repeatable) return
      const known = (id: number | null): number | null => (id !== null && codebook.partyById.has(id) ? id : null)
      void make({
        tag: repeatable.tagId,
        speaker: known(repeatable.speakerId),
        onBehalfOf: known(repeatable.onBehalfOfId),
        targets: repeatable.targetIds.filter((id) => codebook.partyById.has(id)),
        issues: repeatable.issueIds.filter((id) => codebook.issueById.has(id)),
      })
    },
  }
}
