/** What is set, each part with a button that takes it off. */
import type { ArticleFilter, Facet } from '../../../shared/domain/article-table.ts'
import { useCodebook } from '../codebook.ts'
import { useData } from '../data.ts'
import { useSay } from '../say.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { cx } from '../../ui/cx.ts'
import { FACETS, valuesIn, withValues } from '../article-facets.ts'
import { useFacetWords } from '../use-facet-words.ts'
import styles from './filter-chips.module.css'

export interface FilterChipsProps {
  filter: ArticleFilter
  onFilter: (filter: ArticleFilter) => void
  /** No button that takes all of it off: there is one beside. */
  hideClear?: boolean
  className?: string
}

export function FilterChips({ filter, onFilter, hideClear = false, className }: FilterChipsProps) {
  const say = useSay()
  const words = useFacetWords()
  const codebook = useCodebook()
  const { data: collections = [] } = useData('collections.list', {})
  const { data: coders } = useData('articles.facets', { filter: {}, facets: ['coder'] }, { enabled: (filter.coders ?? []).length > 0 })
  const nameOf = (facet: Facet, value: string): string => {
    const id = Number(value)
    const label =
      facet === 'collection'
        ? collections.find((collection) => collection.id === id)?.name
        : facet === 'tag'
          ? codebook.tagById.get(id)?.name
          : facet === 'party'
            ? codebook.partyById.get(id)?.name
            : coders?.[0]?.values.find((coder) => coder.value === value)?.label
    return words(facet, { value, label: label ?? null })
  }
  const chips = FACETS.flatMap((facet) => valuesIn(filter, facet).map((value) => ({ facet, value })))
  if (chips.length === 0 && !filter.storyOnce) return null
  return (
    <div className={cx(styles.chips, className)} role="group" aria-label={say('articles.filters')}>
      {chips.map(({ facet, value }) => (
        <Chip
          key={`${facet} ${value}`}
          label={say('articles.chip', { facet: say(`articles.facet.${facet}`), value: nameOf(facet, value) })}
          onRemove={() =>
            onFilter(
              withValues(
                filter,
                facet,
                valuesIn(filter, facet).filter((other) => other !== value),
              ),
            )
          }
        />
      ))}
      {filter.storyOnce && <Chip label={say('articles.storyOnce')} onRemove={() => onFilter({ ...filter, storyOnce: false })} />}
      {!hideClear && (
        <Button
          label={say('articles.clear')}
          kind="quiet"
          size="small"
          onPress={() => onFilter({ ...(filter.text !== undefined && { text: filter.text }) })}
        />
      )}
    </div>
  )
}
