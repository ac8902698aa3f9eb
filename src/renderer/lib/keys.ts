/** Keyboard shortcuts of the window. A key with no modifier never fires while someone types. */
import { useEffect, useRef } from 'react'

/** True where letters belong to what is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

export const isMac = navigator.platform.startsWith('Mac')

/** "mod+shift+k" of an event: modifiers in fixed order, `mod` is Cmd on a Mac and Ctrl elsewhere; letters by what they print, else by their key. */
export function chordOf(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase()
  return [mod && 'mod', event.altKey && 'alt', event.shiftKey && (key.length > 1 || mod) && 'shift', key].filter(Boolean).join('+')
}

/** Listens on the whole window while mounted. A handler that returns false lets the key pass. */
export function useShortcuts(shortcuts: Readonly<Record<string, (event: KeyboardEvent) => boolean | void>>): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const chord = chordOf(event)
      if (!chord.startsWith('mod+') && !/^f\d+$/.test(chord) && isTyping(event.target)) return
      const handler = Object.hasOwn(latest.current, chord) ? latest.current[chord] : undefined
      if (handler && handler(event) !== false) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
