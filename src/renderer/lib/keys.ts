/** Keyboard shortcuts of the window. A key with no modifier never fires while someone types. */
import { useEffect, useRef } from 'react'

/** True where letters belong to what is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !/^(button|checkbox|color|file|image|radio|range|reset|submit)$/.test(target.type)
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName))
}

export const isMac = navigator.platform.startsWith('Mac')

/** The Latin letter or digit of a key whose layout prints another script: the D key is D in Urdu and Arabic too. Else what it prints. */
export function latinKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const isOther = key.length === 1 && !/^[\x20-\x7e\p{Script=Latin}]$/u.test(key)
  return (isOther ? /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] : undefined) ?? key
}

/** "mod+shift+k" of an event: modifiers in fixed order, `mod` is Cmd on a Mac and Ctrl elsewhere; keys by what they print on a Latin layout. */
export function chordOf(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey
  const key = event.key === ' ' ? 'space' : latinKey(event).toLowerCase()
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
