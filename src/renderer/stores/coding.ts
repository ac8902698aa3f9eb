/**
 * What the reader and the inspector tell each other: where the focus should go, and the last coding of each article, for repeating
 * it. Ids belong to one library: what is remembered is forgotten when another is opened.
 */
import { create } from 'zustand'
import type { Annotation } from '../../shared/domain/annotation.ts'

/** The coding that `.` repeats: who says it to whom on what, not how it was worded. */
export type LastCoding = Pick<Annotation, 'tagId' | 'speakerId' | 'onBehalfOfId' | 'targetIds' | 'issueIds'>
type FocusPlace = 'first' | 'note' | 'text'

interface Coding {
  /** Where the focus was asked for, until whoever has that place takes the wish; null where there is none. */
  focus: { where: FocusPlace } | null
  askFocus(where: FocusPlace): void
  focusTaken(): void
  lastByArticle: ReadonlyMap<number, LastCoding>
  remember(annotation: Annotation): void
  reset(): void
}

export const useCoding = create<Coding>()((set) => ({
  focus: null,
  askFocus: (where) => set({ focus: { where } }),
  focusTaken: () => set({ focus: null }),
  lastByArticle: new Map(),
  remember: ({ articleId, tagId, speakerId, onBehalfOfId, targetIds, issueIds }) =>
    set((state) => ({
      lastByArticle: new Map(state.lastByArticle).set(articleId, { tagId, speakerId, onBehalfOfId, targetIds, issueIds }),
    })),
  reset: () => set({ focus: null, lastByArticle: new Map() }),
}))
