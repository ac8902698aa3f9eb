/** Where the articles on the left come from: all, a collection, a search that was kept. Folded until it is wanted. */
import { FolderClosed, Search } from 'lucide-react'
import { useState } from 'react'
import { useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { tidyFilter, useArticleFilter } from '../../stores/article-filter.ts'
import { cx } from '../../ui/cx.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import styles from './list-sections.module.css'

export function ListSections({ onSearch }: { onSearch?: ((query: string) => void) | undefined }) {
  const say = useSay()
  const { data: collections = [] } = useData('collections.list', {})
  const { data: searches = [] } = useData('searches.list', {}, { enabled: onSearch !== undefined })
  const filter = useArticleFilter((state) => state.filter)
  const setLook = useArticleFilter((state) => state.set)
  const [isOpen, setOpen] = useState({ collections: false, searches: false })
  const chosen = filter.collections?.length === 1 ? filter.collections[0] : null
  const depths = new Map<number, number>()
  for (const { id, parentId } of collections) depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1)
  return (
    <>
      {collections.length > 0 && (
        <Disclosure
          label={say('articles.inCollections')}
          badge={collections.find(({ id }) => id === chosen)?.name}
          value={isOpen.collections}
          onChange={(open) => setOpen({ ...isOpen, collections: open })}
        >
          <ul className={styles.list} aria-label={say('articles.inCollections')}>
            {[{ id: null, name: say('library.allArticles'), total: null }, ...collections].map(({ id, name, total }) => (
              <li key={id ?? 0}>
                <button
                  type="button"
                  className={cx(styles.entry, id === (chosen ?? null) && styles.chosen)}
                  style={{ paddingInlineStart: `${8 + 14 * (depths.get(id ?? 0) ?? 0)}px` }}
                  aria-pressed={id === (chosen ?? null)}
                  onClick={() => setLook({ filter: tidyFilter({ ...filter, collections: id === null ? [] : [id] }) })}
                >
                  <FolderClosed aria-hidden="true" />
                  <span className={styles.name}>
                    <bdi>{name}</bdi>
                  </span>
                  {total !== null && <span className={styles.count}>{total}</span>}
                </button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {onSearch && searches.length > 0 && (
        <Disclosure label={say('library.searches')} value={isOpen.searches} onChange={(open) => setOpen({ ...isOpen, searches: open })}>
          <ul className={styles.list} aria-label={say('library.searches')}>
            {searches.map(({ id, name, query }) => (
              <li key={id}>
                <button type="button" className={styles.entry} title={query} onClick={() => onSearch(query)}>
                  <Search aria-hidden="true" />
                  <span className={styles.name}>
                    <bdi>{name}</bdi>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}
