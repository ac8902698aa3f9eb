/** Facets and the filter: which values of a facet are chosen, as the texts that facets speak in. Pure. */
import type { ArticleFilter, Facet } from '../../shared/domain/article-table.ts'
import { codingStatusSchema, reliabilitySchema } from '../../shared/domain/article.ts'

/** In the order in which they stand. */
export const FACETS: readonly Facet[] = [
  'collection',
  'outlet',
  'month',
  'language',
  'status',
  'tag',
  'party',
  'coder',
  'reliability',
  'annotated',
]

/** Values of a facet that are chosen. */
export function valuesIn(filter: ArticleFilter, facet: Facet): readonly string[] {
  switch (facet) {
    case 'collection':
      return (filter.collections ?? []).map(String)
    case 'outlet':
      return filter.outlets ?? []
    case 'month':
      return filter.months ?? []
    case 'language':
      return filter.languages ?? []
    case 'status':
      return filter.statuses ?? []
    case 'reliability':
      return filter.reliabilities ?? []
    case 'tag':
      return (filter.tags ?? []).map(String)
    case 'party':
      return (filter.parties ?? []).map(String)
    case 'coder':
      return (filter.coders ?? []).map(String)
    case 'annotated':
      return filter.annotated === undefined ? [] : [filter.annotated ? 'yes' : 'no']
  }
}

/** The filter with other values of a facet chosen. */
export function withValues(filter: ArticleFilter, facet: Facet, values: readonly string[]): ArticleFilter {
  const ids = values.map(Number)
  switch (facet) {
    case 'collection':
      return { ...filter, collections: ids }
    case 'outlet':
      return { ...filter, outlets: [...values] }
    case 'month':
      return { ...filter, months: [...values] }
    case 'language':
      return { ...filter, languages: [...values] }
    case 'status':
      return { ...filter, statuses: values.flatMap((value) => codingStatusSchema.safeParse(value).data ?? []) }
    case 'reliability':
      return { ...filter, reliabilities: values.flatMap((value) => (value === '' ? '' : (reliabilitySchema.safeParse(value).data ?? []))) }
    case 'tag':
      return { ...filter, tags: ids }
    case 'party':
      return { ...filter, parties: ids }
    case 'coder':
      return { ...filter, coders: ids }
    case 'annotated': {
      // One or the other; both are none.
      const last = values.at(-1)
      return { ...filter, annotated: last === undefined ? undefined : last === 'yes' }
    }
  }
}
