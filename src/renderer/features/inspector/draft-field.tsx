/** A text field that keeps what is being typed and sends it when it is left. A change from elsewhere shows only where nothing was typed. */
import { useState } from 'react'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface DraftFieldProps {
  label: string
  value: string | null
  /** Resolves to whether it was kept; what was typed stays in the field otherwise. */
  onCommit: (value: string | null) => Promise<boolean>
  isLong?: boolean
  isDisabled?: boolean
  lang?: string
  hint?: string
}

export function DraftField({ label, value, onCommit, isLong = false, isDisabled = false, lang, hint }: DraftFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = (): void => {
    if (draft === null) return
    const typed = draft.trim() === '' ? null : draft
    if (typed === value) return setDraft(null)
    void onCommit(typed).then((kept) => kept && setDraft((now) => (now === draft ? null : now)))
  }
  const field = {
    label,
    value: draft ?? value ?? '',
    onChange: setDraft,
    onCommit: commit,
    isDisabled,
    ...(lang !== undefined && { lang }),
    ...(hint !== undefined && { hint }),
  }
  return isLong ? <TextArea {...field} minRows={1} maxRows={12} /> : <TextField {...field} />
}
