/** One article of a story, or one that may be of it, with what can be done about it. */
import type { ReactNode } from 'react'
import type { StoryArticle } from '../../../shared/domain/story.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import styles from './article-view.module.css'

export interface StoryRowProps {
  article: StoryArticle
  /** What it has in common with the article at hand, in words. */
  likeness?: string
  onOpen: (articleId: number) => void
  children?: ReactNode
}

export function StoryRow({ article, likeness, onOpen, children }: StoryRowProps) {
  const say = useSay()
  const dateText = useDateText()
  const { id, title, outlet, published, language, direction, annotations } = article
  return (
    <li className={styles.row}>
      <span className={styles.rowMain}>
        <button type="button" className={styles.link} onClick={() => onOpen(id)}>
          <bdi lang={language ?? undefined} dir={direction}>
            {title}
          </bdi>
        </button>
        <span className={styles.rowFacts}>
          <bdi>{outlet ?? say('evidence.noOutlet')}</bdi>
          <span>{published === null ? say('evidence.undated') : dateText(published.slice(0, 10))}</span>
          <span>{say('library.annotations', { count: annotations })}</span>
          {likeness !== undefined && <span>{likeness}</span>}
        </span>
      </span>
      {children}
    </li>
  )
}
