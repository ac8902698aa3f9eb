/** Places of a text as lines with the text in the middle, running as their article does; grouped by article where there are several. */
import type { OccurrencePlace, Occurrences } from '../../../shared/domain/annotation-operations.ts'
import type { Article } from '../../../shared/domain/article.ts'
import { useSay } from '../../lib/say.ts'
import { Badge } from '../../ui/badge.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './occurrences-dialog.module.css'

export const keyOfPlace = ({ articleId, start }: OccurrencePlace): string => `${articleId}:${start}`

export interface OccurrencesListProps {
  places: readonly OccurrencePlace[]
  /** The place among them that is the selection itself, which the counts of the articles leave out. */
  self: OccurrencePlace | null
  articles: Occurrences['articles']
  /** The article from which they were looked for. */
  article: Article
  tagName: string
  isGrouped: boolean
  picked: ReadonlySet<string>
  onPick: (keys: ReadonlySet<string | number>) => void
  onLeave: () => void
  onSubmit: () => void
}

export function OccurrencesList({
  places,
  self,
  articles,
  article,
  tagName,
  isGrouped,
  picked,
  onPick,
  onLeave,
  onSubmit,
}: OccurrencesListProps) {
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
          const entry = byId.get(place.articleId) ?? { ...article, count: 0 }
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
          const { language, direction } = byId.get(place.articleId) ?? article
          const mark = markOf(place)
          return (
            <span className={styles.row} data-marks={hasMarks || undefined}>
              <span className={styles.kwic} dir={direction} lang={language ?? undefined} data-reading>
                <span className={styles.before}>
                  <bdi>{place.before}</bdi>
                </span>
                <mark className={styles.match} data-exact={place.exact || undefined}>
                  {place.match}
                </mark>
                <span className={styles.after}>
                  <bdi>{place.after}</bdi>
                </span>
              </span>
              {isGrouped && <VisuallyHidden>{byId.get(place.articleId)?.title}</VisuallyHidden>}
              {mark !== null && <Badge text={mark} className={styles.mark ?? ''} />}
            </span>
          )
        }}
      </PickList>
    </div>
  )
}
