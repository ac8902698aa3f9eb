/** Removes an entry after saying what that does to its annotations; undo brings all back. */
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'

export interface RemoveButtonProps {
  name: string
  /** What happens to what hangs on it, in a sentence. */
  consequence: string
  isDisabled: boolean
  /** Resolves to whether it was removed. */
  onRemove: () => Promise<boolean>
}

export function RemoveButton({ name, consequence, isDisabled, onRemove }: RemoveButtonProps) {
  const say = useSay()
  const offerUndo = useOfferUndo()
  const [isAsking, setAsking] = useState(false)
  const remove = async (): Promise<void> => {
    setAsking(false)
    if (await onRemove()) offerUndo(say('codebook.removed', { name }))
  }
  return (
    <>
      <Button label={say('codebook.remove')} icon={<Trash2 />} kind="quiet" isDisabled={isDisabled} onPress={() => setAsking(true)} />
      <AlertDialog
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        title={say('codebook.removeTitle', { name })}
        confirmLabel={say('codebook.removeNow')}
        cancelLabel={say('action.cancel')}
        kind="danger"
        onConfirm={() => void remove()}
      >
        {consequence}
      </AlertDialog>
    </>
  )
}
