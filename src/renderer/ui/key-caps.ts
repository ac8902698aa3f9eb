/**
 * Turns a shortcut as the app writes it ("Mod+Shift+K", "Alt+ArrowLeft", "?") into the caps to print, for this platform.
 * "Mod" is Ctrl, or ⌘ on a Mac. Pure, so that a test can ask for either platform.
 */
import type { KeyName } from './words.tsx'

const MAC: Record<string, string> = {
  Mod: '⌘',
  Meta: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
  Tab: '⇥',
}
const ARROWS: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }

/** Whether this window runs on a Mac. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)
}

/** The caps of `shortcut`, in order; `names` are the localised names of keys that are not a sign. */
export function keyCaps(shortcut: string, names: Record<KeyName, string>, mac: boolean): string[] {
  // A trailing "+" is the plus key itself, so it does not separate.
  return shortcut.split(/\+(?!$)/).map((key) => {
    if (mac && MAC[key]) return MAC[key]
    const name = key === 'Mod' ? 'Ctrl' : key === 'Escape' ? 'Esc' : key
    if (ARROWS[name]) return ARROWS[name]
    if (name in names) return names[name as KeyName]
    return name.length === 1 ? name.toLocaleUpperCase() : name
  })
}
