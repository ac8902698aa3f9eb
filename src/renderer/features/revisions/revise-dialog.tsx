/**
 * A corrected text for an article: pasted, chosen as a file, or mended right here. What it changes, and what becomes of the annotations,
 * stands beside it before anything is done. One step; the earlier text is kept.
 */
import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Article } from '../../../shared/domain/article.ts'
import { useAction, useData, useShowError } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useThrowAway } from '../../lib/parts/throw-away.tsx'
import { useSay } from '../../lib/say.ts'
import { useRested } from '../../lib/use-rested.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PreviewLine } from './preview-line.tsx'
import styles from './revise-dialog.module.css'
import { TextDiff } from '../../lib/parts/text-diff.tsx'
import { useTextFile } from './use-text-file.tsx'

export interface ReviseDialogProps {
  articleId: number
  onClose: () => void
  onRevised: (articleId: number) => void
}

export function ReviseDialog({ articleId, ...rest }: ReviseDialogProps) {
  const { data: article } = useData('articles.get', { id: articleId })
  return article?.id === articleId ? <ReviseForm article={article} {...rest} /> : null
}

type FormProps = Omit<ReviseDialogProps, 'articleId'> & { article: Article }

function ReviseForm({ article, onClose, onRevised }: FormProps) {
  const say = useSay()
  const showError = useShowError()
  const offerUndo = useOfferUndo()
  const { run, pending } = useAction('articles.revise')
  // The text as it was when the dialog opened: someone else's step must not change what is being compared.
  const [before] = useState(article.text)
  const [text, setText] = useState(before)
  const [note, setNote] = useState('')
  const [error, setError] = useState<string | null>(null)
  const isChanged = text !== before
  const isBlank = text.trim() === ''
  const rested = useRested(text, text)
  const canPreview = rested !== before && rested.trim() !== ''
  const { data: preview } = useData('articles.previewRevision', { id: article.id, text: rested }, { enabled: canPreview })
  const { leave, question } = useThrowAway(isChanged || note !== '', onClose)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // All of it is selected, so that pasting puts the new text in the place of the old one.
    area.current?.focus()
    area.current?.select()
    area.current?.scrollTo(0, 0)
  }, [])

  const change = (value: string): void => {
    setText(value)
    setError(null)
  }
  const { file, chooseFile, question: replaceQuestion } = useTextFile({ text, before, onText: change, onProblem: setError })
  const revise = async (): Promise<void> => {
    if (isBlank) return setError(say('revisions.empty'))
    if (!isChanged) return setError(say('revisions.same'))
    // The file belongs to the text only as long as nothing was changed in it here.
    const source = file?.text === text ? { stagedId: file.stagedId } : {}
    const made = await run({ id: article.id, text, ...(note.trim() !== '' && { note: note.trim() }), ...source })
    if (!made) return
    onClose()
    offerUndo(say('revisions.done', { title: article.title, count: made.toReview }))
    onRevised(article.id)
  }
  const shown = canPreview && !preview?.same ? preview : undefined
  return (
    <Dialog
      title={say('revisions.newTitle')}
      isOpen
      size="full"
      onClose={leave}
      onSubmit={() => void revise()}
      aside={shown && <PreviewLine preview={shown} />}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={leave} />
          <Button label={say('revisions.submit')} kind="primary" type="submit" {...(pending && { pendingLabel: say('status.saving') })} />
        </>
      }
    >
      {question}
      {replaceQuestion}
      <div className={styles.columns}>
        <div className={styles.column}>
          <div className={styles.file}>
            <Button label={say('revisions.chooseFile')} icon={<FileUp />} size="small" onPress={() => void chooseFile().catch(showError)} />
            {file?.text === text && <bdi className={styles.fileName}>{file.name}</bdi>}
          </div>
          <TextArea
            ref={area}
            label={say('revisions.text')}
            hint={say('revisions.textHint')}
            value={text}
            onChange={change}
            minRows={14}
            maxRows={18}
            {...(article.language !== null && { lang: article.language })}
            {...(error !== null && { error })}
          />
          <TextField label={say('revisions.note')} hint={say('revisions.noteHint')} value={note} onChange={setNote} />
        </div>
        <section className={styles.column} aria-label={say('revisions.whatChanges')}>
          <h3 className={styles.heading}>{say('revisions.whatChanges')}</h3>
          {shown ? (
            <TextDiff changes={shown.changes} language={article.language} direction={article.direction} />
          ) : (
            <EmptyState size="inline" title={say('revisions.nothingYet')}>
              {say('revisions.nothingYetText')}
            </EmptyState>
          )}
        </section>
      </div>
    </Dialog>
  )
}
