/** What can be narrowed down, beside the table: collections as a tree, then one group of values a facet, each with how many articles it would leave. */
import { useDeferredValue } from 'react'
import type { ArticleFilter, Facet, FacetValues } from '../../../shared/domain/article-table.ts'
import { FACETS, valuesIn, withValues } from '../../lib/article-facets.ts'
import { useTableSettings } from '../../lib/grid/use-table-settings.ts'
import { useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay } from '../../lib/say.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { CollectionTree } from './collection-tree.tsx'
import { FacetList } from './facet-list.tsx'
import styles from './facet-pane.module.css'

export interface FacetPaneProps {
  filter: ArticleFilter
  onFilter: (filter: ArticleFilter) => void
}

/** Those that are answered from annotations come by themselves: the first time they take a while in a large library. */
const OVER_ANNOTATIONS: readonly Facet[] = ['tag', 'party', 'coder']

export function FacetPane({ filter, onFilter }: FacetPaneProps) {
  const say = useSay()
  const { settings, change } = useTableSettings('table')
  const open = new Set(settings.facets)
  const asked = useDeferredValue(filter)
  const wanted = (facet: Facet): boolean => open.has(facet)
  const about = FACETS.filter((facet) => !OVER_ANNOTATIONS.includes(facet) && wanted(facet))
  const coded = OVER_ANNOTATIONS.filter(wanted)
  const plain = useData('articles.facets', { filter: asked, facets: ['collection', ...about.filter((facet) => facet !== 'collection')] })
  const annotated = useData('articles.facets', { filter: asked, facets: coded }, { enabled: coded.length > 0 })
  const values = new Map<Facet, FacetValues['values']>(
    [...(plain.data ?? []), ...(annotated.data ?? [])].map((entry) => [entry.facet, entry.values]),
  )
  const toggle = (facet: Facet, isOpen: boolean): void =>
    change({ facets: isOpen ? [...settings.facets, facet] : settings.facets.filter((other) => other !== facet) })
  if (plain.error && !plain.data) return <LoadError error={plain.error} onAgain={() => void plain.refetch()} />
  return (
    <div className={styles.pane} role="group" aria-label={say('articles.facets')}>
      {FACETS.map((facet) => (
        <Disclosure
          key={facet}
          label={say(`articles.facet.${facet}`)}
          badge={valuesIn(filter, facet).length > 0 && !open.has(facet) ? String(valuesIn(filter, facet).length) : undefined}
          value={open.has(facet)}
          onChange={(isOpen) => toggle(facet, isOpen)}
        >
          {facet === 'collection' ? (
            <CollectionTree filter={filter} onFilter={onFilter} counts={values.get('collection') ?? []} />
          ) : (
            <FacetList
              facet={facet}
              values={values.get(facet)}
              chosen={valuesIn(filter, facet)}
              onChange={(next) => onFilter(withValues(filter, facet, next))}
            />
          )}
        </Disclosure>
      ))}
    </div>
  )
}
