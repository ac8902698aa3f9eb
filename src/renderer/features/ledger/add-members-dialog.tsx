/** Passages from the whole library put into a thread, in one step. Each gets the role that its words and speaker suggest. */
import { useMemo, useState } from 'react'
import type { ThreadDetail } from '../../../shared/domain/thread.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction, useShowError } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { QuotePicker } from '../../lib/parts/quote-picker.tsx'

export interface AddMembersDialogProps {
  thread: ThreadDetail
  codebook: Codebook
  onClose: () => void
}

export function AddMembersDialog({ thread, codebook, onClose }: AddMembersDialogProps) {
  const say = useSay()
  const showError = useShowError()
  const offerUndo = useOfferUndo()
  const { run: attach } = useAction('threads.attachMany')
  const [picked, setPicked] = useState<Set<number>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const there = useMemo(() => new Set(thread.members.map(({ evidence }) => evidence.id)), [thread.members])
  const add = async (): Promise<void> => {
    setBusy(true)
    const members = await sharedClient()
      .call('threads.roles', { id: thread.id, annotationIds: [...picked] })
      .catch(showError)
    if (members && members.length > 0 && (await attach({ id: thread.id, members }))) {
      offerUndo(say('thread.added', { count: members.length }))
      onClose()
    }
    setBusy(false)
  }
  return (
    <Dialog
      title={say('thread.addTitle')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button
            label={say('thread.addNow', { count: picked.size })}
            kind="primary"
            isDisabled={picked.size === 0}
            {...(isBusy && { pendingLabel: say('status.saving') })}
            onPress={() => void add()}
          />
        </>
      }
    >
      <QuotePicker
        label={say('thread.addTitle')}
        codebook={codebook}
        ownerId={thread.ownerId}
        issueId={thread.issueId}
        without={there}
        picked={picked}
        onPick={setPicked}
        autoFocus
      />
    </Dialog>
  )
}
