/** Groups of articles that may tell the same story, one after the other: linked, set apart or left for later. Nothing is ever deleted. */
import { Files } from 'lucide-react'
import { useState } from 'react'
import type { LikeArticle } from '../../../shared/domain/story.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useDateText, useSay } from '../../lib/say.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './stories-dialog.module.css'

const LIMIT = 100
/** Least share in common with the first article for being ticked at first. */
const TICKED = 0.5

export function StoriesDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { data, error, refetch } = useData('stories.proposals', { limit: LIMIT })
  return (
    <Dialog
      title={say('story.proposals')}
      isOpen
      size="large"
      isDismissable
      onClose={onClose}
      actions={<Button label={say('action.close')} onPress={onClose} />}
    >
      {error && !data ? (
        <LoadError error={error} onAgain={() => void refetch()} />
      ) : !data ? (
        <Spinner label={say('story.looking')} />
      ) : data.groups.length === 0 ? (
        <EmptyState size="inline" icon={<Files />} title={say('story.none')}>
          {say('story.noneText')}
        </EmptyState>
      ) : (
        <>
          <p className={styles.about}>{say('story.about', { count: data.groups.length })}</p>
          {data.groups.map(({ articles }) => (
            <Group key={articles.map(({ id }) => id).join(' ')} articles={articles} />
          ))}
          {!data.complete && <p className={styles.about}>{say('story.more')}</p>}
        </>
      )}
    </Dialog>
  )
}

function Group({ articles }: { articles: readonly LikeArticle[] }) {
  const say = useSay()
  const dateText = useDateText()
  const canWrite = useCanWrite()
  const offerUndo = useOfferUndo()
  const goOn = useWorkbench((state) => state.goOn)
  const { run: link } = useAction('stories.link')
  const { run: setApart } = useAction('stories.setApart')
  // What has little in common with the first one is in the group through another: the person ticks it.
  const [left, setLeft] = useState<ReadonlySet<number>>(
    () => new Set(articles.filter(({ likeness, contained }) => Math.max(likeness, contained) < TICKED).map(({ id }) => id)),
  )
  const chosen = articles.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const [first, second] = chosen
  return (
    <section className={styles.group} aria-label={articles[0]?.title ?? ''}>
      <ul className={styles.rows}>
        {articles.map((article) => (
          <li key={article.id} className={styles.row}>
            <Checkbox
              label={article.title}
              hideLabel
              value={!left.has(article.id)}
              onChange={(isIn) => setLeft(new Set(isIn ? [...left].filter((id) => id !== article.id) : [...left, article.id]))}
            />
            <span className={styles.main}>
              <bdi lang={article.language ?? undefined} dir={article.direction}>
                {article.title}
              </bdi>
              <span className={styles.facts}>
                <bdi>{article.outlet ?? say('evidence.noOutlet')}</bdi>
                <span>{article.published === null ? say('evidence.undated') : dateText(article.published.slice(0, 10))}</span>
                <span>{say('revisions.chars', { count: article.chars })}</span>
                <span>{say('library.annotations', { count: article.annotations })}</span>
              </span>
            </span>
            <span className={styles.share}>{article === articles[0] ? '' : say('story.likeness', { share: article.likeness })}</span>
          </li>
        ))}
      </ul>
      <div className={styles.ways}>
        <Button
          label={say('story.linkCount', { count: chosen.length })}
          size="small"
          isDisabled={!canWrite || chosen.length < 2}
          onPress={() => void link({ articleIds: chosen }).then((done) => done && offerUndo(say('story.didLink')))}
        />
        <Button
          label={say('story.apart')}
          size="small"
          isDisabled={!canWrite || chosen.length < 2}
          onPress={() => void setApart({ articleIds: chosen }).then((done) => done && offerUndo(say('story.didApart')))}
        />
        {first !== undefined && second !== undefined && (
          <Button
            label={say('story.compareTwo', { count: chosen.length })}
            size="small"
            kind="quiet"
            onPress={() => goOn({ kind: 'compare-articles', articleId: first, otherId: second, back: 'stories' })}
          />
        )}
      </div>
    </section>
  )
}
