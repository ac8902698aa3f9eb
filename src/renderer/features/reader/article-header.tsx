/** The head of the page: title, who published it, when, how it is graded, its link. What one can do with the article is in the bar above. */
import { ExternalLink } from 'lucide-react'
import { useIntl } from 'react-intl'
import type { Article } from '../../../shared/domain/article.ts'
import { languageName } from '../../lib/languages.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import { useOpenLink } from '../../lib/use-open-link.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './article-header.module.css'

export function ArticleHeader({ article }: { article: Article }) {
  const say = useSay()
  const dateText = useDateText()
  const intl = useIntl()
  const { url } = article
  const openLink = useOpenLink()
  const grading = [article.reliability, article.credibility].filter((grade) => grade !== null).join('')
  const facts = [
    article.outlet ?? say('evidence.noOutlet'),
    article.author,
    article.published === null ? say('evidence.undated') : dateText(article.published),
    article.language === null ? null : languageName(article.language, intl.locale),
    grading === '' ? null : say('article.graded', { grading }),
  ].filter((fact): fact is string => fact !== null)
  return (
    <header className={styles.header} dir={article.direction}>
      <h1 className={styles.title} lang={article.language ?? undefined} data-reading>
        {article.title}
      </h1>
      <div className={styles.line}>
        <p className={styles.facts}>
          {facts.map((fact) => (
            <span key={fact}>
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
        {url !== null && (
          <IconButton label={say('article.openLink', { url })} icon={<ExternalLink />} size="small" onPress={() => openLink(url)} />
        )}
      </div>
    </header>
  )
}
