/** By what the articles found can be narrowed: each value with how many would be left. One that is on takes itself off again. */
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { FacetName, FacetValue } from '../../../shared/domain/search.ts'
import { useData } from '../../lib/data.ts'
import { languageName } from '../../lib/languages.ts'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import styles from './search-view.module.css'

const FIRST = 6

export interface FacetPaneProps {
  query: string
  total: number
  onNarrow: (part: string) => void
  onWiden: (part: string) => void
}

export function FacetPane({ query, total, onNarrow, onWiden }: FacetPaneProps) {
  const say = useSay()
  const { data } = useData('search.facets', { query }, { enabled: total > 0 })
  return (
    <aside className={styles.facets} aria-label={say('search.narrow')}>
      {total > 0 &&
        data?.facets.map(({ name, values, more }) => (
          <Facet key={name} name={name} values={values} more={more} query={query} onNarrow={onNarrow} onWiden={onWiden} />
        ))}
      {data?.complete === false && <p className={styles.facetNote}>{say('search.facetsStopped')}</p>}
    </aside>
  )
}

interface FacetProps extends Omit<FacetPaneProps, 'total'> {
  name: FacetName
  values: readonly FacetValue[]
  more: number
}

function Facet({ name, values, more, query, onNarrow, onWiden }: FacetProps) {
  const say = useSay()
  const intl = useIntl()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? values : values.slice(0, FIRST)
  const labelOf = (value: FacetValue): string => {
    if (name === 'kind') return say(`search.kind.${value.label}`)
    if (name === 'status') return say(`article.status.${value.label}`)
    if (name === 'language') return languageName(value.label, intl.locale)
    return name === 'month' ? formatPartialDate(intl, value.label) : value.label
  }
  return (
    <section className={styles.facet}>
      <h2>{say(`search.facet.${name}`)}</h2>
      <ul>
        {shown.map((value) => {
          const isOn = query.includes(value.narrow)
          return (
            <li key={value.label}>
              <button
                type="button"
                className={styles.value}
                aria-pressed={isOn}
                onClick={() => (isOn ? onWiden(value.narrow) : onNarrow(value.narrow))}
              >
                <bdi>{labelOf(value)}</bdi>
                <span>{intl.formatNumber(value.count)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {values.length > FIRST && !isWhole && (
        <Button
          label={say('search.facetMore', { count: values.length - FIRST + more })}
          kind="quiet"
          size="small"
          onPress={() => setWhole(true)}
        />
      )}
      {isWhole && more > 0 && <p className={styles.facetNote}>{say('search.facetCut', { count: more })}</p>}
    </section>
  )
}
