/** Values of facets in words. */
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { Counted, Facet } from '../../shared/domain/article-table.ts'
import { languageName } from './languages.ts'
import { formatPartialDate, useSay } from './say.ts'

export type FacetWords = (facet: Facet, value: Pick<Counted, 'value' | 'label'>) => string

export function useFacetWords(): FacetWords {
  const say = useSay()
  const intl = useIntl()
  return useMemo(
    () =>
      (facet, { value, label }) => {
        if (facet === 'annotated') return say(`articles.annotated.${value === 'yes' ? 'yes' : 'no'}`)
        if (value === '' || (facet === 'collection' && value === '0')) return say(`articles.none.${facet}`)
        if (facet === 'month') return formatPartialDate(intl, value)
        if (facet === 'language') return languageName(value, intl.locale)
        if (facet === 'status') return say(`article.status.${value}`)
        return facet === 'reliability' ? say(`metadata.reliability.${value}`) : (label ?? value)
      },
    [say, intl],
  )
}
