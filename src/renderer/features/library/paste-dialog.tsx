/** Pasted text becomes an article. It stays in the window until it is one, whichever way the dialog is left. */
import { useState } from 'react'
import type { Staged } from '../../../shared/domain/import.ts'
import { errorText, useSay } from '../../lib/say.ts'
import { stageText } from '../../lib/stage-files.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'

export function PasteDialog({ onClose, onStaged }: { onClose: () => void; onStaged: (file: Staged) => void }) {
  const say = useSay()
  const text = useWorkbench((state) => state.pasted)
  const setText = useWorkbench((state) => state.keepPasted)
  const [error, setError] = useState<string | null>(null)
  const next = (): void => {
    if (text.trim() === '') return setError(say('paste.empty'))
    stageText(say('paste.name'), text).then(onStaged, (failure: unknown) => setError(errorText(say, failure)))
  }
  return (
    <Dialog
      title={say('paste.title')}
      isOpen
      size="large"
      onClose={onClose}
      onSubmit={next}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button label={say('paste.next')} kind="primary" type="submit" />
        </>
      }
    >
      <TextArea
        label={say('paste.label')}
        hint={say('paste.hint')}
        value={text}
        onChange={(value) => {
          setText(value)
          setError(null)
        }}
        minRows={14}
        maxRows={24}
        autoFocus
        {...(error !== null && { error })}
      />
    </Dialog>
  )
}
