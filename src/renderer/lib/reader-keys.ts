/**
 * Keys of the reader, for the reader itself to bind and for the map of keys to show. Letters of tags come from the codebook.
 * Movement is fixed. The key of an action can be changed by the person (`settings.keys`); no key may belong to two of them, nor to a
 * tag and an action. A library from elsewhere may bring a tag with such a letter all the same: then the tag goes first.
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
  { id: 'edgeEndCharacter', keys: ['<', '>'] },
  { id: 'edgeStartCharacter', keys: ['{', '}'] },
  { id: 'intensity', keys: ['1', '2', '3', '4', '5', '0'] },
  { id: 'remove', keys: ['Delete'] },
  { id: 'back', keys: ['Esc'] },
  { id: 'find', keys: ['Mod+F'] },
  { id: 'findNext', keys: ['F3', 'Shift+F3'] },
  { id: 'results', keys: ['Alt+Backspace'] },
] as const

/** Actions of the reader with the key each has at first: one character as it is printed, letters in capitals (with Shift before them or not), or the name of a key. */
export const READER_ACTIONS = [
  { id: 'extendSentence', key: 'S' },
  { id: 'shrinkSentence', key: 'Shift+S' },
  { id: 'quick', key: 'Q' },
  { id: 'repeat', key: '.' },
  { id: 'sticky', key: 'Y' },
  { id: 'keep', key: 'K' },
  { id: 'note', key: 'N' },
  { id: 'inspector', key: 'Enter' },
  { id: 'next', key: ']' },
  { id: 'previous', key: '[' },
  { id: 'nextOfTag', key: 'J' },
  { id: 'previousOfTag', key: 'Shift+J' },
  { id: 'nextOfSpeaker', key: 'V' },
  { id: 'previousOfSpeaker', key: 'Shift+V' },
  { id: 'thread', key: 'L' },
  { id: 'split', key: 'B' },
  { id: 'merge', key: 'M' },
  { id: 'duplicate', key: 'U' },
  { id: 'occurrences', key: 'E' },
  { id: 'placeHere', key: 'H' },
  { id: 'notText', key: 'W' },
  { id: 'articlePage', key: 'I' },
  { id: 'focusMode', key: 'F' },
] as const

export type ReaderActionId = (typeof READER_ACTIONS)[number]['id']

/** What each action does on the page that is open; one that is not there is not offered. */
export type ReaderActions = Partial<Record<ReaderActionId, () => void>>

/** Keys that the person has changed, by action: `settings.keys`. An empty text: the action has no key. */
export type CustomKeys = Readonly<Record<string, string>>

/** Key of an action as it is set now, or null where it has none. In components: `useKeyOf()`. */
export function readerKeyOf(id: ReaderActionId, custom: CustomKeys = {}): string | null {
  const key = Object.hasOwn(custom, id) ? custom[id] : READER_ACTIONS.find((action) => action.id === id)?.key
  return key === undefined || key === '' ? null : key
}

/** The action of a pressed key: by what it prints, or by the Latin letter of its place on the keyboard. */
export function readerActionFor(pressed: readonly string[], custom: CustomKeys = {}): ReaderActionId | null {
  for (const key of pressed) {
    const action = READER_ACTIONS.find(({ id }) => readerKeyOf(id, custom) === key)
    if (action) return action.id
  }
  return null
}

/**
 * The action that has this letter as its key, with Shift or without, or null: for whoever gives a tag a letter, which goes before both.
 * Case does not matter.
 */
export function keyTakenBy(letter: string, custom: CustomKeys = {}): ReaderActionId | null {
  const key = letter.toUpperCase()
  return readerActionFor([key, `Shift+${key}`], custom)
}

/** Whether a key moves or selects and so cannot be given to an action. */
export const isFixedKey = (key: string): boolean => READER_KEYS.some(({ keys }) => keys.some((fixed) => fixed === key))
