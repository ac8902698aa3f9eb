/** The head of the page: title, who published it, when, how it is graded, its link; and what one can do with the article. */
import { ExternalLink, FileOutput, Pencil } from 'lucide-react'
import type { Article } from '../../../shared/domain/article.ts'
import { useCanWrite, useShowError } from '../../lib/data.ts'
import { openLink } from '../../lib/open-link.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import { toasts } from '../../stores/toasts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './article-header.module.css'

export function ArticleHeader({ article, onEdit, onExport }: { article: Article; onEdit: () => void; onExport: () => void }) {
  const say = useSay()
  const dateText = useDateText()
  const showError = useShowError()
  const canWrite = useCanWrite()
  const { url } = article
  const followLink = (address: string): Promise<void> =>
    openLink(address).then(
      (done) =>
        void (done === 'refused' && toasts.add({ kind: 'error', text: say('article.linkRefused', { url: address }), key: address })),
      showError,
    )
  const grading = [article.reliability, article.credibility].filter((grade) => grade !== null).join('')
  const facts = [
    article.outlet ?? say('evidence.noOutlet'),
    article.author,
    article.published === null ? say('evidence.undated') : dateText(article.published),
    article.language,
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
        <div className={styles.actions}>
          {url !== null && (
            <IconButton
              label={say('article.openLink', { url })}
              icon={<ExternalLink />}
              size="small"
              onPress={() => void followLink(url)}
            />
          )}
          <IconButton label={say('library.edit')} icon={<Pencil />} size="small" isDisabled={!canWrite} onPress={onEdit} />
          <IconButton label={say('article.export')} icon={<FileOutput />} size="small" onPress={onExport} />
        </div>
      </div>
    </header>
  )
}
