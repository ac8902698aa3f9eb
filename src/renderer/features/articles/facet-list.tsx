/** Values of one facet to tick, the chosen ones always there; a long list shows its first and can be searched. */
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Counted, Facet } from '../../../shared/domain/article-table.ts'
import { foldName } from '../../../shared/text/fold.ts'
import { useSay } from '../../lib/say.ts'
import { useFacetWords } from '../../lib/use-facet-words.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import styles from './facet-pane.module.css'

const FIRST = 8
/** Of a very long list: the search finds the others. */
const MOST = 200

export interface FacetListProps {
  facet: Facet
  /** Undefined as long as they are under way. */
  values: readonly Counted[] | undefined
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

export function FacetList({ facet, values, chosen, onChange }: FacetListProps) {
  const say = useSay()
  const intl = useIntl()
  const words = useFacetWords()
  const [isWhole, setWhole] = useState(false)
  const [search, setSearch] = useState('')
  if (!values) return <p className={styles.note}>{say('articles.counting')}</p>
  const missing = chosen
    .filter((value) => !values.some((other) => other.value === value))
    .map((value) => ({ value, label: null, count: 0 }))
  const all = [...values, ...missing]
  if (all.length === 0) return <p className={styles.note}>{say('articles.noValues')}</p>
  const wanted = foldName(search)
  const found = wanted === '' ? all : all.filter((value) => foldName(words(facet, value)).includes(wanted))
  const shown = isWhole ? found.slice(0, MOST) : found.filter((value, index) => index < FIRST || chosen.includes(value.value))
  return (
    <div>
      {isWhole && all.length > FIRST && (
        <SearchField
          label={say('articles.searchFacet', { facet: say(`articles.facet.${facet}`) })}
          value={search}
          onChange={setSearch}
          className={styles.search}
        />
      )}
      <ul className={styles.values} aria-label={say(`articles.facet.${facet}`)}>
        {shown.map((entry) => {
          const { value, count } = entry
          const name = words(facet, entry)
          return (
            <li key={value}>
              <label className={styles.value}>
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={({ currentTarget }) =>
                    onChange(currentTarget.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
                  }
                />
                <span className={styles.valueName} title={name}>
                  <bdi>{name}</bdi>
                </span>
                <span className={styles.count}>{intl.formatNumber(count)}</span>
              </label>
            </li>
          )
        })}
      </ul>
      {found.length === 0 && <p className={styles.note}>{say('articles.noSuchValue')}</p>}
      {isWhole && found.length > MOST && <p className={styles.note}>{say('articles.firstValues', { count: MOST })}</p>}
      {all.length > FIRST && (
        <Button
          label={isWhole ? say('articles.fewer') : say('articles.allValues', { count: all.length })}
          kind="quiet"
          size="small"
          onPress={() => {
            setWhole(!isWhole)
            setSearch('')
          }}
        />
      )}
    </div>
  )
}
