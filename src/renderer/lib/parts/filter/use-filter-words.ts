/** The single choices of a filter in words, as they stand on chips: "Outlet: Dawn". */
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { Filter } from '../../../../shared/domain/filter.ts'
import { issueText, useCodebook } from '../../codebook.ts'
import { useData } from '../../data.ts'
import { formatPartialDate, useSay } from '../../say.ts'
import type { FilterPart } from './filter-set.ts'

export type FilterWords = (part: FilterPart) => string

export function useFilterWords(filter: Filter): FilterWords {
  const say = useSay()
  const intl = useIntl()
  const codebook = useCodebook()
  const { data: collections } = useData('collections.list', {}, { enabled: (filter.collections ?? []).length > 0 })
  const { data: coders } = useData('articles.facets', { filter: {}, facets: ['coder'] }, { enabled: (filter.coders ?? []).length > 0 })
  return useMemo(() => {
    const nameOf = ({ kind, value }: FilterPart): string | undefined => {
      const id = Number(value)
      switch (kind) {
        case 'from':
        case 'to':
          return formatPartialDate(intl, value)
        case 'tags':
          return codebook.tagById.get(id)?.name
        case 'parties':
          return codebook.partyById.get(id)?.name
        case 'issues': {
          const issue = codebook.issueById.get(id)
          return issue && issueText(issue)
        }
        case 'outlets':
          return String(value)
        case 'collections':
          return collections?.find((collection) => collection.id === id)?.name
        case 'coders':
          return coders?.[0]?.values.find((coder) => coder.value === String(value))?.label ?? undefined
        case 'statuses':
          return say(`coding.status.${value}`)
        case 'confidences':
          return say(`confidence.${value}`)
        case 'attributions':
          return say(`attribution.${value}`)
        case 'articles':
          return value === '' ? say('filter.someArticles', { count: filter.articles?.length ?? 0 }) : say('filter.oneArticle')
        default:
          return undefined
      }
    }
    return (part) => {
      if (part.kind === 'importantOnly' || part.kind === 'storyOnce') return say(`filter.${part.kind}`)
      if (part.kind === 'articles') return nameOf(part) ?? ''
      return say('filter.chip', { part: say(`filter.part.${part.kind}`), value: nameOf(part) ?? say('filter.gone') })
    }
  }, [say, intl, codebook, collections, coders, filter.articles])
}
