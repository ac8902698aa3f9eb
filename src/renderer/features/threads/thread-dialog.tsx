/** A thread to be started, from a passage or with none yet, or one that is there to be changed or removed. Nothing is kept before the button is pressed. */
import { useState } from 'react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { ThreadDetail } from '../../../shared/domain/thread.ts'
import { useCodebook, type Codebook } from '../../lib/codebook.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { toasts } from '../../stores/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { draftFromAnnotation, draftOfThread, emptyDraft, inputOf } from './thread-draft.ts'
import { ThreadFields } from './thread-fields.tsx'

export interface NewThreadProps {
  /** Null: without a passage, to which others are added on its page. */
  annotationId: number | null
  /** What was typed as its title; empty: the words of the passage. */
  title: string
  onClose: () => void
  /** The page of the new thread. */
  onStarted: (threadId: number) => void
}

export function NewThreadDialog({ annotationId, title, onClose, onStarted }: NewThreadProps) {
  const say = useSay()
  const codebook = useCodebook()
  const { data: annotation, error, refetch } = useData('annotations.get', { id: annotationId ?? 1 }, { enabled: annotationId !== null })
  const from = annotationId === null ? null : annotation
  if (from !== undefined && codebook.tags.length > 0) return <NewThread {...{ annotation: from, codebook, title, onClose, onStarted }} />
  return (
    <Dialog title={say('threads.newTitle')} isOpen onClose={onClose}>
      {error ? <LoadError error={error} onAgain={() => void refetch()} /> : <Spinner label={say('threads.loading')} />}
    </Dialog>
  )
}

function NewThread({
  annotation,
  codebook,
  title,
  onClose,
  onStarted,
}: Omit<NewThreadProps, 'annotationId'> & { annotation: Annotation | null; codebook: Codebook }) {
  const say = useSay()
  const create = useAction('threads.create')
  const [draft, setDraft] = useState(() =>
    annotation === null ? emptyDraft(title) : draftFromAnnotation(annotation, codebook.tagById.get(annotation.tagId)?.code ?? '', title),
  )
  const start = async (): Promise<void> => {
    const made = await create.run({ ...inputOf(draft), ...(annotation && { members: [{ annotationId: annotation.id, role: 'raised' }] }) })
    if (!made) return
    const page = { label: say('threads.toPage'), onPress: () => onStarted(made.id) }
    if (annotation) toasts.add({ kind: 'success', text: say('threads.started', { title: made.title }), action: page })
    onClose()
    if (!annotation) onStarted(made.id)
  }
  return (
    <Dialog
      title={say('threads.newTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void start()}
      actions={
        <Button label={say('threads.start')} kind="primary" type="submit" isDisabled={draft.title.trim() === '' || create.pending} />
      }
    >
      <ThreadFields
        draft={draft}
        codebook={codebook}
        isDisabled={create.pending}
        onChange={(patch) => setDraft((now) => ({ ...now, ...patch }))}
      />
    </Dialog>
  )
}

export interface ThreadDialogProps {
  threadId: number
  onClose: () => void
  /** Its own page, with its history. */
  onPage: (threadId: number) => void
}

export function ThreadDialog({ threadId, onClose, onPage }: ThreadDialogProps) {
  const say = useSay()
  const codebook = useCodebook()
  const { data: thread, error, refetch } = useData('threads.get', { id: threadId })
  if (thread) return <EditThread key={thread.id} {...{ thread, codebook, onClose, onPage }} />
  return (
    <Dialog title={say('threads.editTitle')} isOpen onClose={onClose}>
      {error ? <LoadError error={error} onAgain={() => void refetch()} /> : <Spinner label={say('threads.loading')} />}
    </Dialog>
  )
}

type EditThreadProps = Omit<ThreadDialogProps, 'threadId'> & { thread: ThreadDetail; codebook: Codebook }

function EditThread({ thread, codebook, onClose, onPage }: EditThreadProps) {
  const say = useSay()
  const update = useAction('threads.update')
  const remove = useAction('threads.remove')
  const offerUndo = useOfferUndo()
  const isReadOnly = !useCanWrite()
  const [draft, setDraft] = useState(() => draftOfThread(thread))
  const save = async (): Promise<void> => {
    if (await update.run({ id: thread.id, patch: inputOf(draft) })) onClose()
  }
  const removeThread = async (): Promise<void> => {
    if (!(await remove.run({ id: thread.id }))) return
    offerUndo(say('threads.removed', { title: thread.title, count: thread.members.length }))
    onClose()
  }
  const isBusy = update.pending || remove.pending
  return (
    <Dialog
      title={say('threads.editTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      aside={<Button label={say('threads.remove')} kind="quiet" isDisabled={isReadOnly || isBusy} onPress={() => void removeThread()} />}
      actions={
        <>
          <Button
            label={say('threads.toPage')}
            isDisabled={isBusy}
            onPress={() => {
              onClose()
              onPage(thread.id)
            }}
          />
          <Button label={say('threads.save')} kind="primary" type="submit" isDisabled={isReadOnly || isBusy || draft.title.trim() === ''} />
        </>
      }
    >
      <ThreadFields
        draft={draft}
        codebook={codebook}
        isDisabled={isReadOnly || isBusy}
        onChange={(patch) => setDraft((now) => ({ ...now, ...patch }))}
      />
    </Dialog>
  )
}
