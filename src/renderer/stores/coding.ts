/** What the reader and the inspector tell each other: where the focus should go, and the last coding of each article, for repeating it. */
import { create } from 'zustand'
import type { Annotation } from '../../shared/domain/annotation.ts'

/** The coding that `.` repeats: who says it to whom on what, not how it was worded. */
export type LastCoding = Pick<Annotation, 'tagId' | 'speakerId' | 'onBehalfOfId' | 'targetIds' | 'issueIds'>

interface Coding {
  /** A wish for focus; `count` makes each one new. */
  focus: { where: 'first' | 'note' | 'text'; count: number }
  askFocus(where: 'first' | 'note' | 'text'): void
  lastByArticle: ReadonlyMap<number, LastCoding>
  remember(annotation: Annotation): void
}

export const useCoding = create<Coding>()((set) => ({
  focus: { where: 'text', count: 0 },
  askFocus: (where) => set((state) => ({ focus: { where, count: state.focus.count + 1 } })),
  lastByArticle: new Map(),
  remember: ({ articleId, tagId, speakerId, onBehalfOfId, targetIds, issueIds }) =>
    set((state) => ({
      lastByArticle: new Map(state.lastByArticle).set(articleId, { tagId, speakerId, onBehalfOfId, targetIds, issueIds }),
    })),
}))
