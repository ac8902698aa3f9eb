/** A line or text of the codebook: kept when it is left; what the core refuses stays in the field to be corrected. */
import { useState } from 'react'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSay } from '../../lib/say.ts'

export interface KeptFieldProps {
  label: string
  value: string
  /** Resolves to whether it was kept. */
  onCommit: (value: string) => Promise<boolean>
  hint?: string
  isLong?: boolean
  isDisabled?: boolean
  mayBeEmpty?: boolean
}

export function KeptField({ label, value, onCommit, hint, isLong = false, isDisabled = false, mayBeEmpty = false }: KeptFieldProps) {
  const say = useSay()
  const [draft, setDraft] = useState<string | null>(null)
  const isWrong = draft !== null && draft.trim() === '' && !mayBeEmpty
  const commit = (): void => {
    if (draft === null || isWrong) return
    const typed = isLong ? draft : draft.trim()
    if (typed === value) return setDraft(null)
    void onCommit(typed).then((kept) => kept && setDraft(null))
  }
  const field = {
    label,
    value: draft ?? value,
    onChange: setDraft,
    onCommit: commit,
    isDisabled,
    ...(hint !== undefined && { hint }),
    ...(isWrong && { error: say('codebook.needsName') }),
  }
  return isLong ? <TextArea {...field} minRows={3} maxRows={12} /> : <TextField {...field} />
}
