/** Places of a text as lines with the text in the middle, running as their article does; grouped by article where there are several. */
import type { OccurrencePlace, Occurrences } from '../../../shared/domain/annotation-operations.ts'
import type { Article } from '../../../shared/domain/article.ts'
import { useSay } from '../say.ts'
import { Badge } from '../../ui/badge.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { KwicLine } from './kwic-line.tsx'
import styles from './places-list.module.css'

export const keyOfPlace = ({ articleId, start }: OccurrencePlace): string => `${articleId}:${start}`

const UNKNOWN = { title: '', outlet: null, language: null, direction: 'ltr' as const }

export interface PlacesListProps {
  places: readonly OccurrencePlace[]
  /** The place among them that is the selection itself, which the counts of the articles leave out. */
  self: OccurrencePlace | null
  articles: Occurrences['articles']
  /** The article from which they were looked for, where there is one. */
  article?: Pick<Article, 'title' | 'outlet' | 'language' | 'direction'>
  tagName: string
  isGrouped: boolean
  picked: ReadonlySet<string>
  onPick: (keys: ReadonlySet<string | number>) => void
  onLeave: () => void
  onSubmit: () => void
}

export function PlacesList({ places, self, articles, article, tagName, isGrouped, picked, onPick, onLeave, onSubmit }: PlacesListProps) {
  const say = useSay()
  const hasMarks = places.some(({ coded }) => coded !== 'no')
  const byId = new Map(articles.map((entry) => [entry.id, entry]))
  const markOf = ({ coded }: OccurrencePlace): string | null =>
    coded === 'no' ? null : say(coded === 'same' ? 'occurrences.same' : 'occurrences.overlaps', { tag: tagName })
  return (
    // Enter in the list does what the button does.
    <div className={styles.frame} role="presentation" onKeyDown={(event) => event.key === 'Enter' && !event.defaultPrevented && onSubmit()}>
      <PickList
        autoFocus
        label={say('occurrences.list')}
        className={styles.list ?? ''}
        items={places}
        keyOf={keyOfPlace}
        picked={picked}
        onPick={onPick}
        onLeave={onLeave}
        isFixed={({ coded }) => coded === 'same'}
        showsBoxes
        rowHeight={36}
        renderHeading={(place, index) => {
          if (!isGrouped || places[index - 1]?.articleId === place.articleId) return null
          const entry = byId.get(place.articleId) ?? { ...(article ?? UNKNOWN), count: 0 }
          const count = entry.count + (self?.articleId === place.articleId ? 1 : 0)
          return (
            <span className={styles.article}>
              <bdi lang={entry.language ?? undefined}>{entry.title}</bdi>
              <span className={styles.outlet}>{[entry.outlet, say('occurrences.inArticle', { count })].filter(Boolean).join(' · ')}</span>
            </span>
          )
        }}
      >
        {(place) => {
          const { language, direction } = byId.get(place.articleId) ?? article ?? UNKNOWN
          const mark = markOf(place)
          return (
            <span className={styles.row} data-marks={hasMarks || undefined}>
              <KwicLine {...place} direction={direction} language={language} isExact={place.exact} />
              {isGrouped && <VisuallyHidden>{byId.get(place.articleId)?.title}</VisuallyHidden>}
              {mark !== null && <Badge text={mark} className={styles.mark ?? ''} />}
            </span>
          )
        }}
      </PickList>
    </div>
  )
}
