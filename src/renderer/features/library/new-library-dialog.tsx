/** A name for a new library, where the host has no dialog of its own (the browser host keeps libraries in one folder). */
import { useState } from 'react'
import { errorText, useSay } from '../../lib/say.ts'
import { hostCall } from '../../lib/transport/host.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

export function NewLibraryDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const create = (): void => {
    if (name.trim() === '') return setError(say('library.nameMissing'))
    hostCall('libraries.create', { name: name.trim() }).then(onClose, (failure: unknown) => setError(errorText(say, failure)))
  }
  return (
    <Dialog
      title={say('library.newTitle')}
      isOpen
      size="small"
      onClose={onClose}
      onSubmit={create}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button label={say('library.newAction')} kind="primary" type="submit" />
        </>
      }
    >
      <TextField
        label={say('library.name')}
        hint={say('library.nameHint')}
        value={name}
        onChange={(value) => {
          setName(value)
          setError(null)
        }}
        autoFocus
        maxLength={120}
        {...(error !== null && { error })}
      />
    </Dialog>
  )
}
