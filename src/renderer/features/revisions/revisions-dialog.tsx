/** The texts an article has had: when and why each came, what was changed from it to the text of now, and the way back to it. */
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Revision } from '../../../shared/domain/revision.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import list from './item-list.module.css'
import styles from './revisions-dialog.module.css'
import { TextDiff } from '../../lib/parts/text-diff.tsx'

export interface RevisionsDialogProps {
  articleId: number
  onClose: () => void
  /** The article has another text now. */
  onRevised: (articleId: number) => void
}

type Show = 'changes' | 'text'

export function RevisionsDialog({ articleId, onClose, onRevised }: RevisionsDialogProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  const offerUndo = useOfferUndo()
  const { data: article } = useData('articles.get', { id: articleId })
  const { data: revisions } = useData('articles.revisions', { id: articleId })
  const [chosen, setChosen] = useState<number | null>(null)
  const [show, setShow] = useState<Show>('changes')
  const { run, pending } = useAction('articles.revise')
  const shown = revisions?.find(({ number }) => number === chosen) ?? revisions?.find(({ current }) => !current) ?? revisions?.[0]
  const { data: text } = useData('articles.revisionText', { id: articleId, number: shown?.number ?? 1 }, { enabled: shown !== undefined })
  if (!article || !revisions || !shown) return null
  const loaded = text?.number === shown.number ? text : undefined
  const goBack = async (): Promise<void> => {
    if (!loaded) return
    const made = await run({ id: articleId, text: loaded.text, note: say('revisions.backNote', { number: shown.number }) })
    if (!made) return
    onClose()
    offerUndo(say('revisions.done', { title: article.title, count: made.toReview }))
    onRevised(articleId)
  }
  return (
    <Dialog
      title={say('revisions.title')}
      isOpen
      size="full"
      isFlush
      isDismissable
      onClose={onClose}
      actions={
        <>
          <Button label={say('action.close')} onPress={onClose} />
          {!shown.current && (
            <Button
              label={say('revisions.useAgain')}
              kind="primary"
              isDisabled={!canWrite || !loaded}
              onPress={() => void goBack()}
              {...(pending && { pendingLabel: say('status.saving') })}
            />
          )}
        </>
      }
    >
      <div className={styles.columns}>
        <ListBox
          aria-label={say('revisions.list')}
          className={list.list ?? ''}
          items={revisions}
          autoFocus
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[shown.id]}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : [...keys]
            setChosen(revisions.find((revision) => revision.id === id)?.number ?? null)
          }}
        >
          {(revision) => (
            <ListBoxItem id={revision.id} textValue={say('revisions.number', { number: revision.number })} className={list.item ?? ''}>
              <RevisionRow revision={revision} />
            </ListBoxItem>
          )}
        </ListBox>
        <div className={styles.main}>
          <div className={styles.bar}>
            <SegmentedControl
              label={say('revisions.show')}
              value={show}
              onChange={setShow}
              options={[
                { id: 'changes', label: say('revisions.show.changes') },
                { id: 'text', label: say('revisions.show.text') },
              ]}
            />
            {loaded && !shown.current && (
              <span className={styles.size}>{say('revisions.sizeSince', { inserted: loaded.inserted, removed: loaded.removed })}</span>
            )}
          </div>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else the keyboard could not scroll it */}
          <div className={styles.text} role="region" aria-label={say('revisions.number', { number: shown.number })} tabIndex={0}>
            {!loaded ? (
              <Spinner label={say('reader.loading')} />
            ) : show === 'text' ? (
              <div className={styles.whole} data-reading lang={article.language ?? undefined} dir={article.direction} data-selectable>
                {loaded.text.split('\n').map((paragraph, index) => (
                  <p key={index} dir="auto">
                    {paragraph}
                  </p>
                ))}
              </div>
            ) : shown.current ? (
              <p className={styles.size}>{say('revisions.isCurrent')}</p>
            ) : (
              <TextDiff changes={loaded.changes} language={article.language} direction={article.direction} />
            )}
          </div>
        </div>
      </div>
    </Dialog>
  )
}

function RevisionRow({ revision }: { revision: Revision }) {
  const say = useSay()
  const intl = useIntl()
  const { number, current, takenBack, addedAt, coder, note, chars, annotations, original } = revision
  return (
    <>
      <span className={styles.first}>
        <b>{say('revisions.number', { number })}</b>
        {current && <Badge text={say('revisions.current')} kind="accent" />}
        {takenBack && <Badge text={say('revisions.takenBack')} />}
      </span>
      <span className={cx(list.head, styles.facts)}>
        <time dateTime={addedAt}>{intl.formatDate(addedAt, { dateStyle: 'medium', timeStyle: 'short' })}</time>
        {coder !== null && <bdi>{coder}</bdi>}
        <span>{say('revisions.chars', { count: chars })}</span>
        <span>{say('library.annotations', { count: annotations })}</span>
        {original !== null && <bdi>{original}</bdi>}
      </span>
      {note !== null && (
        <span className={styles.note} dir="auto">
          {note}
        </span>
      )}
    </>
  )
}
