/** The key of a tag: press a letter while it has the focus. What the letter is taken by is said, and it is not set. */
import { useState } from 'react'
import type { Tag } from '../../../shared/domain/codebook.ts'
import { latinKey } from '../../lib/keys.ts'
import { keyTakenBy } from '../../lib/reader-keys.ts'
import { useSay } from '../../lib/say.ts'
import { useSettings } from '../../stores/settings.ts'
import { TextField } from '../../ui/text-field.tsx'

export interface KeyFieldProps {
  tag: Tag
  tags: readonly Tag[]
  isDisabled: boolean
  onChange: (letter: string | null) => void
}

export function KeyField({ tag, tags, isDisabled, onChange }: KeyFieldProps) {
  const say = useSay()
  const customKeys = useSettings((state) => state.settings.keys)
  const [refused, setRefused] = useState<string | null>(null)
  const why = (letter: string): string | null => {
    if (!/^\p{L}$/u.test(letter)) return say('codebook.key.noLetter')
    const holder = tags.find((other) => other.id !== tag.id && other.letter === letter)
    if (holder) return say('codebook.key.taken', { letter, name: holder.name })
    const action = keyTakenBy(letter, customKeys)
    return action ? say('codebook.key.action', { letter, action: say(`keys.reader.${action}`) }) : null
  }
  const set = (typed: string): void => {
    const letter = typed.toLocaleUpperCase()
    const reason = why(letter)
    setRefused(reason)
    if (reason === null && letter !== tag.letter) onChange(letter)
  }
  // A library from elsewhere, or keys that were changed later, may have brought the two together.
  const clash = tag.letter === null ? null : why(tag.letter)
  return (
    <TextField
      label={say('codebook.letter')}
      value={tag.letter ?? ''}
      isDisabled={isDisabled}
      placeholder={say('codebook.key.press')}
      hint={say('codebook.letterHint')}
      {...((refused ?? clash) !== null && { error: refused ?? clash ?? '' })}
      onChange={(text) => {
        const letters = Array.from(text)
        const added = letters.filter((letter) => letter !== tag.letter).at(-1) ?? letters.at(-1)
        if (added !== undefined) set(added)
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
        if (event.key === 'Backspace' || event.key === 'Delete') {
          event.preventDefault()
          setRefused(null)
          if (tag.letter !== null) onChange(null)
        } else if (Array.from(event.key).length === 1 && event.key !== ' ') {
          event.preventDefault()
          set(latinKey(event.nativeEvent))
        }
      }}
    />
  )
}
