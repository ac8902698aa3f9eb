/** A line or text of a thread: kept when it is left, a long one also when typing rests; what the core refuses stays to be corrected. */
import { useSay } from '../../lib/say.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface KeptTextProps {
  label: string
  hideLabel?: boolean
  hint?: string
  value: string | null
  /** Resolves to whether it was kept; an empty text is null. */
  onCommit: (value: string | null) => Promise<boolean>
  isDisabled: boolean
  isLong?: boolean
  /** Never empty. */
  isNeeded?: boolean
  className?: string
}

export function KeptText(props: KeptTextProps) {
  const { label, hideLabel = false, hint, value, onCommit, isDisabled, isLong = false, isNeeded = false, className } = props
  const say = useSay()
  const isGood = (text: string): boolean => !isNeeded || text.trim() !== ''
  const draft = useDraft({
    stored: value ?? '',
    clean: (text) => text.trim(),
    isGood,
    sendsAtRest: isLong,
    onCommit: (text) => onCommit(text === '' ? null : text),
  })
  const field = {
    label,
    hideLabel,
    value: draft.text,
    onChange: draft.change,
    onCommit: () => draft.commit(),
    isDisabled,
    ...(className && { className }),
    ...(hint !== undefined && { hint }),
    ...(!isGood(draft.text) && { error: say('thread.needsTitle') }),
  }
  return isLong ? <TextArea {...field} minRows={1} maxRows={10} /> : <TextField {...field} />
}
