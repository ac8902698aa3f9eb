/** What a file is, in a line: name, kind, size, letters, pages, and passages that are proposed as not text. */
import { useIntl } from 'react-intl'
import type { ImportArticle } from '../../../shared/domain/import.ts'
import { languageName } from '../../lib/languages.ts'
import { sizeText } from '../../lib/size-text.ts'
import { useSay } from '../../lib/say.ts'
import type { FileReading } from './preview-reader.ts'
import styles from './panes.module.css'

export function FileFacts({ file, article = null }: { file: FileReading; article?: ImportArticle | null }) {
  const say = useSay()
  const intl = useIntl()
  const { preview, staged } = file
  const language = article?.metadata.language
  const facts = [
    preview?.format ? say(`import.format.${preview.format}`) : null,
    article && (preview?.total ?? 0) > 1
      ? say('import.part', { part: article.part, total: preview?.total ?? 0 })
      : sizeText(intl, staged.bytes),
    article && article.chars > 0 ? say('import.chars', { count: article.chars }) : null,
    preview?.encoding ? preview.encoding : null,
    language ? languageName(language, intl.locale) : null,
    article?.metadata.direction === 'rtl' ? say('metadata.direction.rtl') : null,
    article && article.pages > 0 ? say('import.pages', { count: article.pages }) : null,
    article && article.notText > 0 ? say('import.notText', { count: article.notText }) : null,
  ]
  return (
    <p className={styles.facts}>
      <bdi className={styles.fileName}>{staged.name}</bdi>
      {facts.filter(Boolean).map((fact, index) => (
        <span key={index}>{fact}</span>
      ))}
    </p>
  )
}
