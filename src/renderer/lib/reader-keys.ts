/**
 * Keys of the reader, for the reader itself to bind and for the map of keys to show. Letters of tags come from the codebook.
 * Movement is fixed; the key of an action can be changed by the person, and a tag's letter goes before it.
 */

/** Keys that move and select; they cannot be changed. */
export const READER_KEYS = [
  { id: 'move', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  { id: 'word', keys: ['Ctrl+ArrowLeft', 'Ctrl+ArrowRight'] },
  { id: 'sentence', keys: ['(', ')'] },
  { id: 'paragraph', keys: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown'] },
  { id: 'extend', keys: ['Shift'] },
  { id: 'edgeEnd', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
  { id: 'edgeStart', keys: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'] },
  { id: 'remove', keys: ['Delete'] },
  { id: 'back', keys: ['Esc'] },
] as const

/** Actions of the reader with the key each has at first: one character as it is printed, letters in capitals, or the name of a key. */
export const READER_ACTIONS = [
  { id: 'repeat', key: '.' },
  { id: 'note', key: 'N' },
  { id: 'inspector', key: 'Enter' },
  { id: 'next', key: ']' },
  { id: 'previous', key: '[' },
] as const

export type ReaderActionId = (typeof READER_ACTIONS)[number]['id']

/** What each action does on the page that is open; one that is not there is not offered. */
export type ReaderActions = Partial<Record<ReaderActionId, () => void>>

/** Key of an action, or null where there is none. */
export const readerKeyOf = (id: ReaderActionId): string | null => READER_ACTIONS.find((action) => action.id === id)?.key ?? null

/** The action of a pressed key: by what it prints, or by the Latin letter of its place on the keyboard. */
export function readerActionFor(keys: readonly string[]): ReaderActionId | null {
  return READER_ACTIONS.find((action) => keys.includes(action.key))?.id ?? null
}
