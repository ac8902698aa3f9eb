/**
 * Actions on an annotation that is still on its way to the library: T and at once N means a note for the annotation that T makes, not
 * for the one that was selected before. The action waits for it, and letters typed meanwhile go where the action leads.
 */
import { useEffect, useRef } from 'react'
import { isTyping } from '../../lib/keys.ts'
import type { ReaderActionId, ReaderActions } from '../../lib/reader-keys.ts'
import type { Tagging } from './use-tagging.ts'

/** What is done to the selected annotation. The quick bar and keeping values wait by themselves. */
const ABOUT_ONE: readonly ReaderActionId[] = ['note', 'inspector', 'thread', 'split', 'merge', 'duplicate', 'occurrences']
/** What leads to a field that is typed into. */
const TO_A_FIELD: readonly ReaderActionId[] = ['note', 'inspector', 'thread']
/** How long the page may take to show the annotation, and the field to take the focus. */
const MOST_FRAMES = 60

export interface LateKeys {
  /** True: the action waits for its annotation and is done then. */
  postpone: (id: ReaderActionId) => boolean
  /** True: the letter is kept for the field to which a waiting action leads. */
  hold: (key: string) => boolean
}

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

export function useLateKeys(tagging: Tagging, actions: ReaderActions, selectedId: number | null): LateKeys {
  const typed = useRef<string | null>(null)
  const latest = useRef({ actions, selectedId })
  useEffect(() => {
    latest.current = { actions, selectedId }
  })
  const doLater = async (id: ReaderActionId): Promise<void> => {
    const annotation = await tagging.subject()
    for (let left = MOST_FRAMES; left > 0 && latest.current.selectedId !== annotation?.id; left--) await frame()
    // Whoever has gone elsewhere meanwhile is not called back.
    if (annotation && latest.current.selectedId === annotation.id) {
      latest.current.actions[id]?.()
      for (let left = MOST_FRAMES; left > 0 && typed.current !== null && !isTyping(document.activeElement); left--) await frame()
      // oxlint-disable-next-line typescript/no-deprecated -- the one way to type for the person that fields and their undo take for typing
      if (typed.current && isTyping(document.activeElement)) document.execCommand('insertText', false, typed.current)
    }
    typed.current = null
  }
  return {
    postpone(id) {
      if (!tagging.isOnItsWay() || !ABOUT_ONE.includes(id)) return false
      typed.current = TO_A_FIELD.includes(id) ? '' : null
      void doLater(id)
      return true
    },
    hold(key) {
      if (key === 'Escape') typed.current = null
      if (typed.current !== null && /^.$/u.test(key)) typed.current += key
      return typed.current !== null
    },
  }
}
