/** Other articles that tell the same story: those that are linked, and those that look as if they did, to be compared and decided on. */
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import { Button } from '../../ui/button.tsx'
import styles from './article-view.module.css'
import { likenessText } from './likeness-text.ts'
import { Section } from './section.tsx'
import { StoryRow } from './story-row.tsx'

export function StorySection({ articleId, onOpen }: { articleId: number; onOpen: (articleId: number) => void }) {
  const say = useSay()
  const canWrite = useCanWrite()
  const offerUndo = useOfferUndo()
  const open = useWorkbench((state) => state.open)
  const { data } = useData('stories.of', { articleId })
  const { run: link } = useAction('stories.link')
  const { run: unlink } = useAction('stories.unlink')
  const { run: setApart } = useAction('stories.setApart')
  const compare = (otherId: number) => (
    <Button label={say('story.compare')} size="small" onPress={() => open({ kind: 'compare-articles', articleId, otherId })} />
  )
  return (
    <Section title={say('articlePage.story')} hint={say('articlePage.storyHint')}>
      {data && data.linked.length === 0 && data.alike.length === 0 && <p className={styles.empty}>{say('articlePage.storyNone')}</p>}
      {data && data.linked.length > 0 && (
        <ul className={styles.rows} aria-label={say('story.linked')}>
          {data.linked.map((article) => (
            <StoryRow key={article.id} article={article} likeness={say('story.isLinked')} onOpen={onOpen}>
              {compare(article.id)}
              <Button
                label={say('story.takeOut')}
                size="small"
                isDisabled={!canWrite}
                onPress={() => void unlink({ articleIds: [article.id] }).then((done) => done && offerUndo(say('story.tookOut')))}
              />
            </StoryRow>
          ))}
        </ul>
      )}
      {data && data.alike.length > 0 && (
        <>
          <h3 className={styles.subhead}>{say('story.alike')}</h3>
          <ul className={styles.rows} aria-label={say('story.alike')}>
            {data.alike.map((article) => (
              <StoryRow key={article.id} article={article} likeness={likenessText(article, say)} onOpen={onOpen}>
                {compare(article.id)}
                <Button
                  label={say('story.link')}
                  size="small"
                  isDisabled={!canWrite}
                  onPress={() => void link({ articleIds: [articleId, article.id] }).then((done) => done && offerUndo(say('story.didLink')))}
                />
                <Button
                  label={say('story.apart')}
                  size="small"
                  kind="quiet"
                  isDisabled={!canWrite}
                  onPress={() =>
                    void setApart({ articleIds: [articleId, article.id] }).then((done) => done && offerUndo(say('story.didApart')))
                  }
                />
              </StoryRow>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
