/**
 * Giving an action of the reader another key: what a press is called, and what stands in the way. Pure. A key never belongs to two;
 * what is taken by a tag is refused here, because the letter of a tag is changed in the codebook.
 */
import type { Tag } from '../../shared/domain/codebook.ts'
import { latinKey } from './keys.ts'
import { isFixedKey, READER_ACTIONS, readerActionFor, readerKeyOf, type CustomKeys, type ReaderActionId } from './reader-keys.ts'

export type KeyVerdict =
  | { kind: 'free' }
  /** Its own key already. */
  | { kind: 'same' }
  /** Moves or selects, sets the intensity, or is a shortcut of the window: cannot be had. */
  | { kind: 'fixed' }
  | { kind: 'tag'; tag: Tag }
  | { kind: 'action'; id: ReaderActionId }

/** What a press is called in the table: "N", "Shift+J", ".", "Enter"; null for what cannot be a key of the reader. */
export function keyOfPress(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'Enter') return event.shiftKey ? null : 'Enter'
  const letter = latinKey(event).toUpperCase()
  if (!/^\S$/u.test(letter)) return null
  return event.shiftKey && /^[A-Z]$/.test(letter) ? `Shift+${letter}` : letter
}

/** Whether `id` can have `key`; `windowKeys` are the shortcuts of the window that need no modifier, such as "?". */
export function judgeKey(
  id: ReaderActionId,
  key: string,
  { custom, tags, windowKeys }: { custom: CustomKeys; tags: readonly Tag[]; windowKeys: readonly string[] },
): KeyVerdict {
  if (readerKeyOf(id, custom) === key) return { kind: 'same' }
  if (isFixedKey(key) || windowKeys.includes(key)) return { kind: 'fixed' }
  const tag = tagOnKey(key, tags)
  if (tag) return { kind: 'tag', tag }
  const other = readerActionFor([key], custom)
  return other ? { kind: 'action', id: other } : { kind: 'free' }
}

/** The tag whose letter this key is, with Shift or without: it goes before an action. */
export const tagOnKey = (key: string, tags: readonly Tag[]): Tag | undefined =>
  tags.find((tag) => tag.letter !== null && !tag.retired && tag.letter.toUpperCase() === key.replace(/^Shift\+/, ''))

/** The keys after `id` got `key`. The action that had it gets the one that is free now, or none. */
export function withKey(custom: CustomKeys, id: ReaderActionId, key: string, how: 'swap' | 'take' = 'take'): CustomKeys {
  const other = readerActionFor([key], custom)
  const before = readerKeyOf(id, custom) ?? ''
  return { ...custom, ...(other && other !== id && { [other]: how === 'swap' ? before : '' }), [id]: key }
}

/** The keys as they were at first. Settings are merged, so each is named. */
export const firstKeys = (): CustomKeys => Object.fromEntries(READER_ACTIONS.map(({ id, key }) => [id, key]))

/** Whether any key is another than at first. */
export const areKeysChanged = (custom: CustomKeys): boolean => READER_ACTIONS.some(({ id, key }) => readerKeyOf(id, custom) !== key)
