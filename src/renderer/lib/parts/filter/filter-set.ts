/** A filter as a set of single choices: what stands as chips, and what is left when one is taken away. Pure. */
import type { Filter } from '../../../../shared/domain/filter.ts'

/** Lists of a filter, in the order in which their chips stand. */
export const FILTER_LISTS = [
  'tags',
  'parties',
  'issues',
  'outlets',
  'collections',
  'articles',
  'coders',
  'statuses',
  'confidences',
  'attributions',
] as const satisfies readonly (keyof Filter)[]
export type FilterList = (typeof FILTER_LISTS)[number]
export const FILTER_FLAGS = ['importantOnly', 'storyOnce'] as const satisfies readonly (keyof Filter)[]

export type FilterPart =
  | { kind: 'from' | 'to'; value: string }
  | { kind: FilterList; value: string | number }
  | { kind: (typeof FILTER_FLAGS)[number]; value: true }

/** Without what says nothing: undefined, empty lists, flags that are off. Two filters that mean the same become the same. */
export function cleanFilter(filter: Filter): Filter {
  const said = Object.entries(filter).filter(
    ([, value]) => value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(said)
}

export const isFiltered = (filter: Filter): boolean => Object.keys(cleanFilter(filter)).length > 0

/** Every single choice of a filter. Many articles are one choice: a chip for each would say nothing. */
export function partsOf(filter: Filter): FilterPart[] {
  const days = (['from', 'to'] as const).flatMap((kind) => (filter[kind] === undefined ? [] : [{ kind, value: filter[kind] }]))
  const lists = FILTER_LISTS.flatMap((kind) =>
    kind === 'articles' && (filter.articles ?? []).length > 1
      ? [{ kind, value: '' }]
      : (filter[kind] ?? []).map((value): FilterPart => ({ kind, value })),
  )
  const flags = FILTER_FLAGS.flatMap((kind): FilterPart[] => (filter[kind] ? [{ kind, value: true }] : []))
  return [...days, ...lists, ...flags]
}

/** The filter without one of its choices. */
export function withoutPart(filter: Filter, { kind, value }: FilterPart): Filter {
  const now = filter[kind]
  const left = Array.isArray(now) && value !== '' ? now.filter((one) => one !== value) : undefined
  return cleanFilter({ ...filter, [kind]: left })
}
