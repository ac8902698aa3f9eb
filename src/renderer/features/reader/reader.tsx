/** The reader: the page of an article, or why there is none. The page is made anew when an article that was gone comes back. */
import { useData } from '../../lib/data.ts'
import { errorText, useSay } from '../../lib/say.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { ArticlePage, type ArticlePageProps } from './article-page.tsx'
import styles from './reader.module.css'

export type ReaderProps = Omit<ArticlePageProps, 'article'> & { articleId: number }

export function Reader({ articleId, ...page }: ReaderProps) {
  const say = useSay()
  const { data: article, error } = useData('articles.get', { id: articleId })
  if (error) return <EmptyState title={say('reader.gone')}>{errorText(say, error)}</EmptyState>
  if (article) return <ArticlePage {...page} article={article} />
  return (
    <div className={styles.reader}>
      <Spinner label={say('reader.loading')} />
    </div>
  )
}
