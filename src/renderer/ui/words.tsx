/**
 * The few words components say by themselves (Clear, Close, Remove x, No match). They come from outside like every other text:
 * the app puts one <WordsContext value> around everything, components read it with useWords().
 * Invariant: no component falls back to a language of its own; without the context it throws.
 */
import { createContext, use } from 'react'

export type KeyName =
  'Ctrl' | 'Alt' | 'Shift' | 'Enter' | 'Esc' | 'Tab' | 'Space' | 'Backspace' | 'Delete' | 'Home' | 'End' | 'PageUp' | 'PageDown'

export type Words = {
  clear: string
  close: string
  copy: string
  copied: string
  /** Name of the button that opens a list of choices. */
  showList: string
  /** Shown in a list when nothing fits what was typed. */
  noMatch: string
  /** Read out as the list changes: how many choices fit. */
  matches: (count: number) => string
  /** Last line of a list that was cut: how many more there are. */
  more: (count: number) => string
  /** The line that makes a new entry of what was typed. */
  create: (text: string) => string
  /** Name of the button that takes one chip away. */
  remove: (label: string) => string
  /** Under a field whose typed text was neither picked nor made into an entry. */
  unresolved: string
  keys: Record<KeyName, string>
}

export const WordsContext = createContext<Words | null>(null)

/** The words in the reader's language. Throws when the app has not provided them. */
export function useWords(): Words {
  const words = use(WordsContext)
  if (!words) throw new Error('WordsContext is missing: wrap the window in UiProvider')
  return words
}
