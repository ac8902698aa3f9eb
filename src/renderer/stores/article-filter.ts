/**
 * Which articles are looked at: the same for the table and for the list beside the text. On the table's page the address holds it and this
 * follows; elsewhere it is changed here. Ids are of one library, so another one starts afresh.
 */
import { create } from 'zustand'
import type { ArticleFilter, ArticleGroup, ArticleSort } from '../../shared/domain/article-table.ts'

interface Look {
  filter: ArticleFilter
  sort: ArticleSort | null
  group: ArticleGroup | null
}
interface ArticleFilterStore extends Look {
  set(look: Partial<Look>): void
  reset(): void
  /** As it stands in an address. */
  place(): { filter?: ArticleFilter; sort?: ArticleSort; group?: ArticleGroup }
}

const NOTHING: Look = { filter: {}, sort: null, group: null }

export const useArticleFilter = create<ArticleFilterStore>()((set, get) => ({
  ...NOTHING,
  set: (look) => set(look),
  reset: () => set(NOTHING),
  place() {
    const { filter, sort, group } = get()
    return { ...(!isEmptyFilter(filter) && { filter }), ...(sort && { sort }), ...(group && { group }) }
  },
}))

/** Whether a filter lets everything through. */
export function isEmptyFilter(filter: ArticleFilter): boolean {
  return Object.values(filter).every((part) => part === undefined || part === '' || (Array.isArray(part) && part.length === 0))
}

/** A filter without what lets everything through, as addresses and questions have it. */
export function tidyFilter({ annotated, ...filter }: ArticleFilter): ArticleFilter {
  const rest = Object.entries(filter).filter(
    ([, part]) => part !== undefined && part !== false && part !== '' && !(Array.isArray(part) && part.length === 0),
  )
  return { ...(Object.fromEntries(rest) as ArticleFilter), ...(annotated !== undefined && { annotated }) }
}
