/** A line or text of the codebook: kept when it is left; what the core refuses stays in the field to be corrected. */
import { useDraft } from '../../lib/use-draft.ts'
import { useSay } from '../../lib/say.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface KeptFieldProps {
  label: string
  value: string
  /** Resolves to whether it was kept. */
  onCommit: (value: string) => Promise<boolean>
  hint?: string
  hideLabel?: boolean
  isLong?: boolean
  isDisabled?: boolean
  mayBeEmpty?: boolean
  /** What would be stored for a typed text, where that is more than without blanks around it. */
  clean?: (text: string) => string
}

const asTyped = (text: string): string => text
const trimmed = (text: string): string => text.trim()

export function KeptField(props: KeptFieldProps) {
  const { label, value, onCommit, hint, hideLabel = false, isLong = false, isDisabled = false, mayBeEmpty = false, clean } = props
  const say = useSay()
  const isGood = (text: string): boolean => mayBeEmpty || text.trim() !== ''
  const draft = useDraft({ stored: value, clean: clean ?? (isLong ? asTyped : trimmed), isGood, sendsAtRest: isLong, onCommit })
  const field = {
    label,
    hideLabel,
    value: draft.text,
    onChange: draft.change,
    onCommit: draft.commit,
    isDisabled,
    ...(hint !== undefined && { hint }),
    ...(!isGood(draft.text) && { error: say('codebook.needsName') }),
  }
  return isLong ? <TextArea {...field} minRows={2} maxRows={12} /> : <TextField {...field} />
}
