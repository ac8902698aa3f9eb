/** Asks before what was typed into a dialog is thrown away; a dialog in which nothing was typed closes at once. */
import { useState, type ReactNode } from 'react'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { useSay } from '../say.ts'

/** `leave` is for Esc, the close button and Cancel; `question` is to be put beside the dialog. */
export function useThrowAway(hasInput: boolean, onClose: () => void): { leave: () => void; question: ReactNode } {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  return {
    leave: () => (hasInput ? setAsking(true) : onClose()),
    question: (
      <AlertDialog
        isOpen={isAsking}
        title={say('throwAway.title')}
        confirmLabel={say('throwAway.confirm')}
        cancelLabel={say('throwAway.stay')}
        kind="danger"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onClose()
        }}
      >
        {say('throwAway.text')}
      </AlertDialog>
    ),
  }
}
