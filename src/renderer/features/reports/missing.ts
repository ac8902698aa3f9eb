/** What a report asks for and the library no longer has: parties, issues, tags, articles and quotes that were removed since. Pure. */
import type { Filter } from '../../../shared/domain/filter.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { cleanFilter } from '../../lib/parts/filter/filter-set.ts'
import type { BlockContent } from './blocks.ts'
import type { KeptDraft } from './report-draft.ts'

export interface Missing {
  parties: number
  issues: number
  tags: number
  articles: number
}

/** What there is. `articles`: those that were asked about. */
export interface Known extends Pick<Codebook, 'partyById' | 'issueById' | 'tagById'> {
  articles: ReadonlySet<number> | null
}

/** Articles that the draft names, in any of its filters. */
export const articlesOf = (draft: Pick<KeptDraft, 'filter' | 'blocks'>): number[] => [
  ...new Set(filtersOf(draft).flatMap((filter) => filter.articles ?? [])),
]

const filtersOf = ({ filter, blocks }: Pick<KeptDraft, 'filter' | 'blocks'>): Filter[] => [
  filter,
  ...blocks.flatMap((block) => ('filter' in block && block.filter ? [block.filter] : [])),
]

const subjectsOf = ({ party, blocks }: Pick<KeptDraft, 'party' | 'blocks'>): number[] =>
  [party, ...blocks.map((block) => (block.kind === 'dossier' ? block.party : null))].filter((id) => id !== null)

/** How many of each kind are gone; null where nothing is. */
export function missingOf(draft: Pick<KeptDraft, 'filter' | 'party' | 'blocks'>, known: Known): Missing | null {
  const filters = filtersOf(draft)
  const gone = (ids: readonly number[], has: (id: number) => boolean): number => new Set(ids.filter((id) => !has(id))).size
  const { articles } = known
  const missing = {
    parties: gone([...filters.flatMap((filter) => filter.parties ?? []), ...subjectsOf(draft)], (id) => known.partyById.has(id)),
    issues: gone(filters.flatMap((filter) => filter.issues ?? []), (id) => known.issueById.has(id)), // prettier-ignore
    tags: gone(filters.flatMap((filter) => filter.tags ?? []), (id) => known.tagById.has(id)), // prettier-ignore
    articles: articles === null ? 0 : gone(articlesOf(draft), (id) => articles.has(id)),
  }
  return Object.values(missing).some((count) => count > 0) ? missing : null
}

/** The same without what is gone. */
export function withoutMissing(
  draft: Pick<KeptDraft, 'filter' | 'party' | 'blocks'>,
  known: Known,
): Pick<KeptDraft, 'filter' | 'party' | 'blocks'> {
  const { articles } = known
  const mend = (filter: Filter): Filter =>
    cleanFilter({
      ...filter,
      parties: filter.parties?.filter((id) => known.partyById.has(id)),
      issues: filter.issues?.filter((id) => known.issueById.has(id)),
      tags: filter.tags?.filter((id) => known.tagById.has(id)),
      articles: filter.articles?.filter((id) => articles?.has(id) ?? true),
    })
  const subject = (id: number | null): number | null => (id !== null && known.partyById.has(id) ? id : null)
  const block = (content: BlockContent): BlockContent => {
    const mended = 'filter' in content && content.filter ? { ...content, filter: mend(content.filter) } : content
    return mended.kind === 'dossier' ? { ...mended, party: subject(mended.party) } : mended
  }
  return { filter: mend(draft.filter), party: subject(draft.party), blocks: draft.blocks.map(block) }
}
