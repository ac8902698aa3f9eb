/** One article of an import: its metadata to correct, where it goes, and the beginning of its text as it would be stored. */
import { useState, type ReactNode } from 'react'
import type { ImportArticle } from '../../../shared/domain/import.ts'
import { useData } from '../../lib/data.ts'
import { draftOf, typedInto, type DraftErrors, type MetadataDraft } from '../../lib/parts/metadata-draft.ts'
import { MetadataForm } from '../../lib/parts/metadata-form.tsx'
import { problemText, useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { DetailList } from './detail-list.tsx'
import { FileFacts } from './file-facts.tsx'
import { Losses } from './losses.tsx'
import type { FileReading } from './preview-reader.ts'
import styles from './panes.module.css'

export interface ArticlePaneProps {
  file: FileReading
  article: ImportArticle
  typed: Partial<MetadataDraft> | undefined
  errors: DraftErrors
  isTicked: boolean
  isTwin: boolean
  onDraft: (typed: Partial<MetadataDraft> | null) => void
  onTick: (value: boolean) => void
  onOpenArticle: (articleId: number) => void
  /** Above the form: what the file as a whole asks. */
  children?: ReactNode
  /** Beneath the form: where the article goes. */
  collections?: ReactNode
}

export function ArticlePane(props: ArticlePaneProps) {
  const { file, article, typed, errors, isTicked, isTwin, onDraft, onTick, onOpenArticle } = props
  const say = useSay()
  const [hasDetails, setDetails] = useState(false)
  const recognised = draftOf(article.metadata)
  const draft = { ...recognised, ...typed }
  const { duplicate } = article
  const details = Object.keys(article.details).length
  return (
    <div className={styles.pane}>
      <FileFacts file={file} article={article} />
      {props.children}
      {(duplicate || isTwin) && (
        <Banner
          kind="info"
          title={say(duplicate ? 'import.duplicateTitle' : 'import.twinTitle')}
          actions={
            <>
              {duplicate && <Button label={say('import.openDuplicate')} size="small" onPress={() => onOpenArticle(duplicate.articleId)} />}
              <Button label={say(isTicked ? 'import.leaveOut' : 'import.takeAnyway')} size="small" onPress={() => onTick(!isTicked)} />
            </>
          }
        >
          {duplicate ? say('import.duplicateText', { title: duplicate.title }) : say('import.twinText')}
        </Banner>
      )}
      {(file.preview?.articles.length ?? 0) === 1 && <Losses lost={file.preview?.lost ?? []} />}
      <div className={styles.beside}>
        {(!(duplicate || isTwin) || isTicked) && (
          <div className={styles.fields}>
            <MetadataForm draft={draft} errors={errors} onChange={(next) => onDraft(typedInto(next, recognised))} />
            {props.collections}
            {details > 0 && (
              <Disclosure label={say('import.details')} badge={String(details)} value={hasDetails} onChange={setDetails} level={3}>
                <DetailList details={article.details} />
              </Disclosure>
            )}
          </div>
        )}
        <Text file={file} article={article} draft={draft} />
      </div>
    </div>
  )
}

/** The beginning of the text; all of it on demand. */
function Text({ file, article, draft }: { file: FileReading; article: ImportArticle; draft: MetadataDraft }) {
  const say = useSay()
  const [isWhole, setWhole] = useState(false)
  const input = { stagedId: file.staged.stagedId, ...file.how, part: article.part }
  const { data, isFetching } = useData('imports.text', input, { enabled: isWhole })
  const text = isWhole && data && !data.problem ? data.text : article.excerpt
  const isCut = article.chars > article.excerpt.length
  return (
    <section className={styles.excerpt} aria-label={say('import.excerpt')}>
      <header>
        <h3>{say(isWhole && data ? 'import.wholeText' : 'import.excerpt')}</h3>
        {isCut && !isWhole && <Button label={say('import.showWhole')} size="small" kind="quiet" onPress={() => setWhole(true)} />}
        {isWhole && isFetching && <Spinner label={say('import.reading')} />}
      </header>
      {isWhole && data?.problem && <Banner kind="error" title={problemText(say, data.problem, file.staged.name)} />}
      <div
        data-reading
        lang={draft.language || undefined}
        dir={draft.direction}
        className={styles.text}
        role="region"
        aria-label={say('import.excerpt')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else the keyboard could not scroll it
        tabIndex={0}
      >
        {text}
        {isCut && text === article.excerpt && ' …'}
      </div>
    </section>
  )
}
