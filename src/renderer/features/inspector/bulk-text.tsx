/** A text of many annotations: sent when the field is left. What differs is not shown; what is typed replaces it in all of them. */
import { X } from 'lucide-react'
import { useState } from 'react'
import { useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './bulk-form.module.css'
import type { Common } from './bulk-values.ts'

export interface BulkTextProps {
  label: string
  common: Common<string | null>
  isLong: boolean
  isDisabled: boolean
  /** Resolves to whether it was kept. */
  onCommit: (text: string | null) => Promise<boolean>
}

export function BulkText({ label, common, isLong, isDisabled, onCommit }: BulkTextProps) {
  const say = useSay()
  const stored = common.isMixed ? '' : (common.value ?? '')
  const [draft, setDraft] = useState<string | null>(null)
  const commit = async (): Promise<void> => {
    if (draft === null) return
    const text = draft.trim() === '' ? null : draft
    // An empty field over different texts takes none of them away: that has a button of its own.
    const isSame = common.isMixed ? text === null : text === common.value
    if (isSame || (await onCommit(text))) setDraft(null)
  }
  const field = {
    label,
    isDisabled,
    value: draft ?? stored,
    onChange: setDraft,
    onCommit: () => void commit(),
    ...(common.isMixed && { placeholder: say('bulk.mixed', { count: common.values }) }),
  }
  return (
    <div className={styles.withClear}>
      {isLong ? <TextArea {...field} minRows={1} maxRows={8} /> : <TextField {...field} />}
      {common.isMixed && (
        <IconButton
          label={say('bulk.clear', { field: label })}
          icon={<X />}
          size="small"
          isDisabled={isDisabled}
          onPress={() => void onCommit(null)}
        />
      )}
    </div>
  )
}
