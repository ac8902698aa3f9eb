/**
 * All that is known about one article beside its text: metadata and grading, where it came from, how it is cited, who else tells the
 * same story, what in it is not text.
 */
import { BookOpenText, FileOutput, FilePen } from 'lucide-react'
import { useCanWrite, useData } from '../../lib/data.ts'
import { isTyping } from '../../lib/keys.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useDateText, useSay } from '../../lib/say.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './article-view.module.css'
import { CitationSection } from './citation-section.tsx'
import { DetailsSection } from './details-section.tsx'
import { NotTextSection } from './not-text-section.tsx'
import { SourceSection } from './source-section.tsx'
import { StorySection } from './story-section.tsx'

export interface ArticleViewProps {
  articleId: number
  onRead: (articleId: number) => void
  /** Goes to the page of another article. */
  onOpen: (articleId: number) => void
  onNewText: () => void
  onTexts: () => void
  onExport: () => void
}

export function ArticleView({ articleId, onRead, onOpen, onNewText, onTexts, onExport }: ArticleViewProps) {
  const say = useSay()
  const dateText = useDateText()
  const canWrite = useCanWrite()
  const { data: article, error, refetch } = useData('articles.get', { id: articleId })
  if (error && !article) return <LoadError error={error} onAgain={() => void refetch()} />
  if (!article || article.id !== articleId) return <Spinner label={say('reader.loading')} />
  return (
    <div
      className={styles.view}
      role="region"
      aria-label={say('articlePage.label', { title: article.title })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else the keyboard could not scroll it
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isTyping(event.target)) onRead(articleId)
      }}
    >
      <header className={styles.head}>
        <div className={styles.title}>
          <h1>
            <bdi lang={article.language ?? undefined} dir={article.direction} data-reading>
              {article.title}
            </bdi>
          </h1>
          <p className={styles.facts1}>
            <bdi>{article.outlet ?? say('evidence.noOutlet')}</bdi>
            <span>{article.published === null ? say('evidence.undated') : dateText(article.published)}</span>
            {article.reliability !== null || article.credibility !== null ? (
              <Badge text={`${article.reliability ?? '–'}${article.credibility ?? '–'}`} />
            ) : null}
            <Badge text={say(`article.status.${article.status}`)} />
          </p>
        </div>
        <div className={styles.ways}>
          <Button label={say('revisions.new')} icon={<FilePen />} isDisabled={!canWrite} onPress={onNewText} />
          <Button label={say('article.export')} icon={<FileOutput />} onPress={onExport} />
          <Button label={say('articlePage.read')} icon={<BookOpenText />} kind="primary" onPress={() => onRead(articleId)} />
        </div>
      </header>
      <div className={styles.columns}>
        <DetailsSection key={articleId} article={article} />
        <div className={styles.side}>
          <CitationSection article={article} />
          <StorySection articleId={articleId} onOpen={onOpen} />
          <SourceSection article={article} onTexts={onTexts} />
          <NotTextSection article={article} />
        </div>
      </div>
    </div>
  )
}
