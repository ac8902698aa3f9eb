/** Passages from the whole library put into a thread, in one step. Each gets the role that its words and speaker suggest. */
import { useMemo, useState } from 'react'
import type { MemberRole, ThreadDetail } from '../../../shared/domain/thread.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction, useShowError } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { QuotePicker } from './quote-picker.tsx'

/** Threads that are asked for to find the role in this one. */
const LOOKED_AT = 50

export interface AddMembersDialogProps {
  thread: ThreadDetail
  codebook: Codebook
  onClose: () => void
}

export function AddMembersDialog({ thread, codebook, onClose }: AddMembersDialogProps) {
  const say = useSay()
  const showError = useShowError()
  const offerUndo = useOfferUndo()
  const { run: setMembers } = useAction('threads.setMembers')
  const [picked, setPicked] = useState<Set<number>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const there = useMemo(() => new Set(thread.members.map(({ evidence }) => evidence.id)), [thread.members])
  const add = async (): Promise<void> => {
    setBusy(true)
    const members = await withRoles(thread, [...picked]).catch(showError)
    const now = thread.members.map(({ role, evidence }) => ({ role, annotationId: evidence.id }))
    if (members && (await setMembers({ id: thread.id, members: [...now, ...members] }))) {
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

/** The role the core suggests in this thread; where it suggests none, the first passage raises it and all others repeat it. */
async function withRoles(thread: ThreadDetail, ids: readonly number[]): Promise<{ annotationId: number; role: MemberRole }[]> {
  const suggested = await Promise.all(ids.map((id) => sharedClient().call('threads.suggest', { id, limit: LOOKED_AT })))
  return ids.map((annotationId, index) => ({
    annotationId,
    role:
      suggested[index]?.find((suggestion) => suggestion.thread.id === thread.id)?.role ??
      (thread.members.length === 0 && index === 0 ? 'raised' : 'repeated'),
  }))
}
