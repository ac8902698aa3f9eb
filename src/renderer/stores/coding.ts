/**
 * What the reader and the inspector tell each other: where the focus should go, the last coding of each article, for repeating it,
 * the tag that every selection gets, and the values kept for an article. Ids belong to one library: what is remembered is forgotten
 * when another is opened, save the kept values, which wait under the library's own name.
 */
import { create } from 'zustand'
import type { Annotation } from '../../shared/domain/annotation.ts'
import { useRecent } from './recent.ts'

/**
 * The coding that `.` repeats: who says it to whom on what, and how strongly. The intensity goes along because one wording of a
 * speaker mostly stands among others of the same strength, and a digit changes it; conditions, dates and notes belong to one
 * passage and do not.
 */
export type LastCoding = Pick<Annotation, 'tagId' | 'speakerId' | 'onBehalfOfId' | 'targetIds' | 'issueIds' | 'intensity'>

/** Values that every new annotation of an article gets; null and empty lists are not kept. */
export interface Kept {
  speaker: number | null
  targets: readonly number[]
  issues: readonly number[]
}

export const NOTHING_KEPT: Kept = { speaker: null, targets: [], issues: [] }

type FocusPlace = 'first' | 'note' | 'text'

interface Coding {
  /** Where the focus was asked for and from where, until whoever has that place takes the wish; null where there is none. */
  focus: { where: FocusPlace; from: Element | null } | null
  askFocus(where: FocusPlace): void
  focusTaken(): void
  lastByArticle: ReadonlyMap<number, LastCoding>
  /** An annotation was made or changed by hand: `.` repeats it, and its values come first among the choices. */
  remember(annotation: Annotation): void
  /** The tag that every finished selection gets; null while the mode is off. */
  stickyTagId: number | null
  setSticky(tagId: number | null): void
  /** By library, then by article. */
  kept: ReadonlyMap<string, ReadonlyMap<number, Kept>>
  keep(library: string, articleId: number, values: Partial<Kept>): void
  reset(): void
}

export const useCoding = create<Coding>()((set) => ({
  focus: null,
  askFocus: (where) => set({ focus: { where, from: document.activeElement } }),
  focusTaken: () => set({ focus: null }),
  lastByArticle: new Map(),
  remember: (annotation) => {
    const { articleId, tagId, speakerId, onBehalfOfId, targetIds, issueIds, intensity } = annotation
    useRecent.getState().note(annotation)
    set((state) => ({
      lastByArticle: new Map(state.lastByArticle).set(articleId, { tagId, speakerId, onBehalfOfId, targetIds, issueIds, intensity }),
    }))
  },
  stickyTagId: null,
  setSticky: (stickyTagId) => set({ stickyTagId }),
  kept: new Map(),
  keep: (library, articleId, values) =>
    set(({ kept }) => {
      const articles = kept.get(library)
      const now = { ...(articles?.get(articleId) ?? NOTHING_KEPT), ...values }
      return { kept: new Map(kept).set(library, new Map(articles).set(articleId, now)) }
    }),
  reset: () => {
    useRecent.getState().reset()
    set({ focus: null, lastByArticle: new Map(), stickyTagId: null })
  },
}))
