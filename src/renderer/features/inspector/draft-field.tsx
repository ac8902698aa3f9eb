/** A text field of the coding: what is typed is sent when the field is left; a long text is held meanwhile. Empty means no value. */
import { useDraft } from '../../lib/use-draft.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface DraftFieldProps {
  label: string
  value: string | null
  /** Resolves to whether it was kept; what was typed stays in the field otherwise. */
  onCommit: (value: string | null) => Promise<boolean>
  /** Given what is typed whenever typing rests, and undefined once it was kept. */
  onHold?: (text: string | null | undefined) => void
  isLong?: boolean
  /** A long text that is set like a page. */
  isReading?: boolean
  isDisabled?: boolean
  lang?: string
  dir?: 'ltr' | 'rtl'
  hint?: string
}

const clean = (text: string): string => (text.trim() === '' ? '' : text)

export function DraftField(props: DraftFieldProps) {
  const { label, value, onCommit, onHold, isLong = false, isReading = false, isDisabled = false, lang, dir, hint } = props
  const draft = useDraft({
    stored: value ?? '',
    clean,
    onCommit: (text) => onCommit(text === '' ? null : text),
    ...(onHold && { onHold: (text) => onHold(text === null ? undefined : clean(text) === '' ? null : text) }),
  })
  const field = {
    label,
    value: draft.text,
    onChange: draft.change,
    onCommit: () => draft.commit(),
    isDisabled,
    ...(lang !== undefined && { lang }),
    ...(hint !== undefined && { hint }),
  }
  if (!isLong) return <TextField {...field} />
  return <TextArea {...field} minRows={1} maxRows={16} {...(dir && { dir })} {...(isReading && { face: 'reading' })} />
}
