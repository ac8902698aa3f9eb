/**
 * Tags, parties and issues that were used last: in each article, then anywhere in the library. Choices put them first. What is
 * remembered is only an order; an id that is gone or retired by now simply is not found. Ids belong to one library: another starts
 * afresh.
 */
import { useMemo } from 'react'
import { create } from 'zustand'
import type { Annotation } from '../../shared/domain/annotation.ts'

/** What an annotation uses of the codebook. */
export type Used = Pick<Annotation, 'articleId' | 'tagId' | 'speakerId' | 'onBehalfOfId' | 'targetIds' | 'issueIds'>

/** Ids, the last used first. */
export interface RecentIds {
  tags: readonly number[]
  parties: readonly number[]
  issues: readonly number[]
}

/** What is used more rarely than this is found by its name. */
const LIMIT = 24
const NONE: RecentIds = { tags: [], parties: [], issues: [] }

interface Recent {
  /** The article that is being coded: its values come before those of the rest of the library. */
  articleId: number | null
  byArticle: ReadonlyMap<number, RecentIds>
  library: RecentIds
  /** An article is opened. The first time its annotations count as if they had just been made, in the order they were changed. */
  enter(articleId: number, annotations: readonly (Used & Pick<Annotation, 'changedAt'>)[]): void
  note(used: Used): void
  reset(): void
}

export const useRecent = create<Recent>()((set) => ({
  articleId: null,
  byArticle: new Map(),
  library: NONE,
  enter: (articleId, annotations) =>
    set(({ byArticle }) => {
      if (byArticle.has(articleId) || annotations.length === 0) return { articleId }
      const oldestFirst = annotations.toSorted((a, b) => (a.changedAt < b.changedAt ? -1 : a.changedAt > b.changedAt ? 1 : 0))
      return { articleId, byArticle: new Map(byArticle).set(articleId, oldestFirst.reduce(withUsed, NONE)) }
    }),
  note: (used) =>
    set(({ byArticle, library }) => ({
      byArticle: new Map(byArticle).set(used.articleId, withUsed(byArticle.get(used.articleId) ?? NONE, used)),
      library: withUsed(library, used),
    })),
  reset: () => set({ articleId: null, byArticle: new Map(), library: NONE }),
}))

/** The order in which choices are offered in the open article: its own values, then those of the library. */
export function useRecentIds(): RecentIds {
  const here = useRecent((state) => (state.articleId === null ? NONE : (state.byArticle.get(state.articleId) ?? NONE)))
  const library = useRecent((state) => state.library)
  return useMemo(() => joined(here, library), [here, library])
}

/** Place of each id in an order; ids that are not in it come after all others. */
export function placesOf(ids: readonly number[]): (id: number) => number {
  const places = new Map(ids.map((id, place) => [id, place]))
  return (id) => places.get(id) ?? ids.length
}

function withUsed(recent: RecentIds, { tagId, speakerId, onBehalfOfId, targetIds, issueIds }: Used): RecentIds {
  return {
    tags: toFront(recent.tags, [tagId]),
    parties: toFront(
      recent.parties,
      [speakerId, ...targetIds, onBehalfOfId].filter((id) => id !== null),
    ),
    issues: toFront(recent.issues, issueIds),
  }
}

const toFront = (ids: readonly number[], used: readonly number[]): readonly number[] =>
  used.length === 0 ? ids : [...new Set([...used, ...ids])].slice(0, LIMIT)

const joined = (first: RecentIds, then: RecentIds): RecentIds => ({
  tags: [...new Set([...first.tags, ...then.tags])],
  parties: [...new Set([...first.parties, ...then.parties])],
  issues: [...new Set([...first.issues, ...then.issues])],
})
