/** Two threads made one: which of them stays is chosen; what that one left empty is taken over from the other. */
import { useState } from 'react'
import type { LedgerRow } from '../../../shared/domain/ledger.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './dialogs.module.css'

export interface MergeDialogProps {
  rows: readonly [LedgerRow, LedgerRow]
  onMerge: (id: number, intoId: number) => Promise<boolean>
  onClose: () => void
}

export function MergeDialog({ rows, onMerge, onClose }: MergeDialogProps) {
  const say = useSay()
  const [one, other] = rows
  // The one that says more stays, unless somebody says otherwise.
  const [stays, setStays] = useState(String(one.members >= other.members ? one.id : other.id))
  const merge = async (): Promise<void> => {
    const into = Number(stays)
    if (await onMerge(into === one.id ? other.id : one.id, into)) onClose()
  }
  return (
    <Dialog
      title={say('ledger.mergeTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void merge()}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button label={say('ledger.mergeDo')} kind="primary" type="submit" />
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.note}>{say('ledger.mergeAbout')}</p>
        <Select
          label={say('ledger.mergeStays')}
          value={stays}
          onChange={setStays}
          autoFocus
          options={rows.map(({ id, title, members }) => ({
            id: String(id),
            label: title,
            detail: say('threads.members', { count: members }),
          }))}
        />
      </div>
    </Dialog>
  )
}
