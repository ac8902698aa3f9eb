/** Two articles text against text, to decide whether they tell the same story. */
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { TextDiff } from '../../lib/parts/text-diff.tsx'
import { useDateText, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './compare-dialog.module.css'

export interface CompareDialogProps {
  articleId: number
  otherId: number
  onClose: () => void
}

export function CompareDialog({ articleId, otherId, onClose }: CompareDialogProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  const offerUndo = useOfferUndo()
  const { data: one } = useData('articles.get', { id: articleId })
  const { data: other } = useData('articles.get', { id: otherId })
  const { data: story } = useData('stories.of', { articleId })
  const { data: changes, error, refetch } = useData('stories.compare', { articleId, otherId })
  const { run: link } = useAction('stories.link')
  const { run: setApart } = useAction('stories.setApart')
  const isLinked = story?.linked.some(({ id }) => id === otherId) ?? false
  const decide = (work: Promise<unknown>, said: string): void =>
    void work.then((done) => {
      if (done === undefined) return
      onClose()
      offerUndo(said)
    })
  const articleIds = [articleId, otherId]
  return (
    <Dialog
      title={say('story.compareTitle')}
      isOpen
      size="full"
      isFlush
      isDismissable
      onClose={onClose}
      actions={
        <>
          <Button label={say('action.close')} onPress={onClose} />
          {story && !isLinked && (
            <>
              <Button
                label={say('story.apart')}
                isDisabled={!canWrite}
                onPress={() => decide(setApart({ articleIds }), say('story.didApart'))}
              />
              <Button
                label={say('story.link')}
                kind="primary"
                isDisabled={!canWrite}
                onPress={() => decide(link({ articleIds }), say('story.didLink'))}
              />
            </>
          )}
        </>
      }
    >
      <div className={styles.heads}>
        {one && <Head article={one} role={say('story.struck')} />}
        {other && <Head article={other} role={say('story.underlined')} />}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else the keyboard could not scroll it */}
      <div className={styles.text} role="region" aria-label={say('revisions.diff')} tabIndex={0}>
        {error && !changes ? (
          <LoadError error={error} onAgain={() => void refetch()} />
        ) : changes && other ? (
          <TextDiff changes={changes} language={other.language} direction={other.direction} />
        ) : (
          <Spinner label={say('reader.loading')} />
        )}
      </div>
    </Dialog>
  )
}

interface HeadProps {
  article: { title: string; outlet: string | null; published: string | null; language: string | null; direction: 'ltr' | 'rtl' }
  role: string
}

function Head({ article, role }: HeadProps) {
  const say = useSay()
  const dateText = useDateText()
  return (
    <div className={styles.head}>
      <span className={styles.role}>{role}</span>
      <bdi className={styles.title} lang={article.language ?? undefined} dir={article.direction}>
        {article.title}
      </bdi>
      <span className={styles.role}>
        <bdi>{article.outlet ?? say('evidence.noOutlet')}</bdi> ·{' '}
        {article.published === null ? say('evidence.undated') : dateText(article.published)}
      </span>
    </div>
  )
}
