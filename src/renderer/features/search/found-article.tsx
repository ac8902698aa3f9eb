/** An article that was found: its title with the words in it, where and when it appeared, and its hits; more of them on demand. */
import { Fragment, useState } from 'react'
import type { FoundArticle, Hit } from '../../../shared/domain/search.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useData } from '../../lib/data.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { distinctHits } from './distinct-hits.ts'
import { HitRow, keyOfHit } from './hit-row.tsx'
import { MarkedText } from './marked-text.tsx'
import styles from './search-view.module.css'

export interface FoundArticleItemProps {
  article: FoundArticle
  query: string
  codebook: Codebook
  onOpen: (article: FoundArticle, hit: Hit | null) => void
}

export function FoundArticleItem({ article, query, codebook, onOpen }: FoundArticleItemProps) {
  const say = useSay()
  const dateText = useDateText()
  const [isWhole, setWhole] = useState(false)
  const { data: whole } = useData('search.inArticle', { query, articleId: article.id }, { enabled: isWhole })
  const shown = isWhole && whole?.id === article.id ? whole : article
  const left = article.count - article.hits.length
  const about = [
    article.outlet,
    article.published === null ? null : dateText(article.published),
    article.count > 1 ? say(article.cut ? 'search.hitsCut' : 'search.hits', { count: article.count }) : null,
  ].filter((part) => part !== null)
  return (
    <article className={styles.article} aria-label={article.title}>
      <header className={styles.articleHead}>
        <button
          type="button"
          className={styles.title}
          data-hit={`${article.id}`}
          lang={article.language ?? undefined}
          onClick={() => onOpen(article, null)}
        >
          <bdi>
            <MarkedText line={{ text: article.title, marks: article.titleMarks }} />
          </bdi>
        </button>
        <span className={styles.about}>
          {about.map((part, index) => (
            <Fragment key={part}>
              {index > 0 && <span aria-hidden="true">·</span>}
              <bdi>{part}</bdi>
            </Fragment>
          ))}
        </span>
      </header>
      {distinctHits(shown.hits).map((hit, index) => (
        <HitRow
          key={`${keyOfHit(article.id, hit)} ${index}`}
          article={article}
          hit={hit}
          codebook={codebook}
          onOpen={() => onOpen(article, hit)}
        />
      ))}
      {left > 0 && !isWhole && (
        <Button
          className={styles.left ?? ''}
          label={say('search.moreHits', { count: left })}
          kind="quiet"
          size="small"
          onPress={() => setWhole(true)}
        />
      )}
    </article>
  )
}
