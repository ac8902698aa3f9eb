/** One of a few words, or none. Where the words need it, the one that is chosen is explained in a line. */
import { useSay } from '../../lib/say.ts'
import { Select } from '../../ui/select.tsx'

export interface ChoiceControlProps<T extends string> {
  label: string
  isDisabled: boolean
  value: T | null
  options: readonly T[]
  /** Prefix of the words in the locale. */
  wordsOf: string
  /** What an option means, in a line. */
  about?: (id: T) => string
  onChange: (value: T | null) => void
}

export function ChoiceControl<T extends string>({ label, isDisabled, value, options, wordsOf, about, onChange }: ChoiceControlProps<T>) {
  const say = useSay()
  const choices: (T | 'none')[] = ['none', ...options]
  const aboutOf = (id: T | 'none'): string | undefined => (id === 'none' ? undefined : about?.(id))
  const chosen = aboutOf(value ?? 'none')
  return (
    <Select<T | 'none'>
      label={label}
      isDisabled={isDisabled}
      value={value ?? 'none'}
      onChange={(id) => onChange(id === 'none' ? null : id)}
      options={choices.map((id) => ({ id, label: id === 'none' ? say('coding.unset') : say(`${wordsOf}.${id}`), about: aboutOf(id) }))}
      {...(chosen !== undefined && { hint: chosen })}
    />
  )
}
