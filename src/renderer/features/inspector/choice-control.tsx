/** One of a few words, or none. Where the words need it, the one that is chosen is explained in a line. */
import { useSay } from '../../lib/say.ts'
import { Select } from '../../ui/select.tsx'

export interface ChoiceControlProps<T extends string> {
  label: string
  isDisabled: boolean
  value: T | null
  options: readonly T[]
  /** Prefix of the words in the locale, and of their explanations. */
  wordsOf: string
  aboutOf?: string
  onChange: (value: T | null) => void
}

export function ChoiceControl<T extends string>({ label, isDisabled, value, options, wordsOf, aboutOf, onChange }: ChoiceControlProps<T>) {
  const say = useSay()
  const choices: (T | 'none')[] = ['none', ...options]
  const about = (id: T | 'none'): string | undefined => (aboutOf === undefined || id === 'none' ? undefined : say(`${aboutOf}.${id}`))
  const chosen = about(value ?? 'none')
  return (
    <Select<T | 'none'>
      label={label}
      isDisabled={isDisabled}
      value={value ?? 'none'}
      onChange={(id) => onChange(id === 'none' ? null : id)}
      options={choices.map((id) => ({ id, label: id === 'none' ? say('coding.unset') : say(`${wordsOf}.${id}`), about: about(id) }))}
      {...(chosen !== undefined && { hint: chosen })}
    />
  )
}
