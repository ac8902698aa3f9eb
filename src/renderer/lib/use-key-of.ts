/** The key of an action of the reader as the person has set it, for tooltips, hints and the map of keys. */
import { useCallback } from 'react'
import { useSettings } from '../stores/settings.ts'
import { readerKeyOf, type ReaderActionId } from './reader-keys.ts'

/** `keyOf('note')` is 'N', another key if it was changed, or null where the action has none. */
export function useKeyOf(): (id: ReaderActionId) => string | null {
  const custom = useSettings((state) => state.settings.keys)
  return useCallback((id) => readerKeyOf(id, custom), [custom])
}
