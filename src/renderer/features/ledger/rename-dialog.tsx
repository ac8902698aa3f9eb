/** Another title for a thread. */
import { useState } from 'react'
import type { LedgerRow } from '../../../shared/domain/ledger.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface RenameDialogProps {
  row: LedgerRow
  onRename: (title: string) => Promise<boolean>
  onClose: () => void
}

export function RenameDialog({ row, onRename, onClose }: RenameDialogProps) {
  const say = useSay()
  const [title, setTitle] = useState(row.title)
  const isGood = title.trim() !== ''
  const save = async (): Promise<void> => {
    if (!isGood) return
    if (title.trim() === row.title || (await onRename(title.trim()))) onClose()
  }
  return (
    <Dialog
      title={say('ledger.rename')}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button label={say('ledger.renameDo')} kind="primary" type="submit" isDisabled={!isGood} />
        </>
      }
    >
      <TextField label={say('thread.title')} value={title} onChange={setTitle} maxLength={1_000} autoFocus />
    </Dialog>
  )
}
