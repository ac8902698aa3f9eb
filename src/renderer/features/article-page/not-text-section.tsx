/** What in the article was marked as not text; each can count as text again. */
import { useRef } from 'react'
import type { Article } from '../../../shared/domain/article.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useKeyOf } from '../../lib/use-key-of.ts'
import { shorten } from '../../lib/shorten.ts'
import { Button } from '../../ui/button.tsx'
import styles from './article-view.module.css'
import { Section } from './section.tsx'

export function NotTextSection({ article }: { article: Article }) {
  const say = useSay()
  const canWrite = useCanWrite()
  const key = useKeyOf()('notText')
  const { data: spans = [] } = useData('notText.list', { articleId: article.id })
  const { run } = useAction('notText.unmark')
  /** The button that was pressed goes with its row. */
  const list = useRef<HTMLDivElement>(null)
  return (
    <div ref={list} tabIndex={-1} className={styles.quietFocus}>
      <Section title={say('articlePage.notText')} hint={say('articlePage.notTextHint', { key: key ?? 'none' })}>
        {spans.length === 0 ? (
          <p className={styles.empty}>{say('articlePage.notTextNone')}</p>
        ) : (
          <ul className={styles.rows}>
            {spans.map(({ id, start, end, kind }) => (
              <li key={id} className={styles.row}>
                <span className={styles.rowMain}>
                  <bdi className={styles.quiet} lang={article.language ?? undefined} dir="auto">
                    {shorten(article.text.slice(start, end), 120)}
                  </bdi>
                  <span className={styles.rowFacts}>{say(`notText.${kind}`)}</span>
                </span>
                <Button
                  label={say('reader.textAgain')}
                  size="small"
                  isDisabled={!canWrite}
                  onPress={() => void run({ articleId: article.id, start, end }).then(() => list.current?.focus())}
                />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}
