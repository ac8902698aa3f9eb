/** The analyst reads the status otherwise than the rules, and says why. */
import { useState } from 'react'
import { threadStatusSchema, type ThreadStatus } from '../../../shared/domain/thread-status.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './dialogs.module.css'

export interface StatusDialogProps {
  status: ThreadStatus
  reason: string
  onSave: (status: ThreadStatus, reason: string) => Promise<boolean>
  onClose: () => void
}

export function StatusDialog({ status, reason, onSave, onClose }: StatusDialogProps) {
  const say = useSay()
  const [chosen, setChosen] = useState(status)
  const [why, setWhy] = useState(reason)
  const save = async (): Promise<void> => {
    if (why.trim() !== '' && (await onSave(chosen, why.trim()))) onClose()
  }
  return (
    <Dialog
      title={say('thread.sayOtherwiseTitle')}
      isOpen
      onClose={onClose}
      size="small"
      onSubmit={() => void save()}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button label={say('thread.saySo')} kind="primary" type="submit" isDisabled={why.trim() === ''} />
        </>
      }
    >
      <div className={styles.form}>
        <Select<ThreadStatus>
          label={say('ledger.column.status')}
          value={chosen}
          onChange={setChosen}
          autoFocus
          options={threadStatusSchema.options.map((id) => ({ id, label: say(`thread.status.${id}`) }))}
        />
        <TextArea label={say('thread.reason')} hint={say('thread.reasonHint')} value={why} onChange={setWhy} minRows={2} maxRows={8} />
      </div>
    </Dialog>
  )
}
