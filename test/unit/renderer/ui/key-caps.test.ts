/** How shortcuts are printed on either platform. */
import { expect, test } from 'vitest'
import { keyCaps } from '../../../../src/renderer/ui/key-caps.ts'
import type { KeyName } from '../../../../src/renderer/ui/words.tsx'

const NAMES: Record<KeyName, string> = {
  Ctrl: 'Strg',
  Alt: 'Alt',
  Shift: 'Umschalt',
  Enter: 'Eingabe',
  Esc: 'Esc',
  Tab: 'Tab',
  Space: 'Leertaste',
  Backspace: 'Rücktaste',
  Delete: 'Entf',
  Home: 'Pos1',
  End: 'Ende',
  PageUp: 'Bild auf',
  PageDown: 'Bild ab',
}

test.each([
  ['Mod+k', ['Strg', 'K'], ['⌘', 'K']],
  ['Mod+Shift+Z', ['Strg', 'Umschalt', 'Z'], ['⌘', '⇧', 'Z']],
  ['Alt+ArrowLeft', ['Alt', '←'], ['⌥', '←']],
  ['?', ['?'], ['?']],
  ['Mod++', ['Strg', '+'], ['⌘', '+']],
  ['+', ['+'], ['+']],
  ['Escape', ['Esc'], ['Esc']],
  ['Delete', ['Entf'], ['⌦']],
  ['PageDown', ['Bild ab'], ['Bild ab']],
  ['F7', ['F7'], ['F7']],
])('%s', (shortcut, elsewhere, mac) => {
  expect(keyCaps(shortcut, NAMES, false)).toEqual(elsewhere)
  expect(keyCaps(shortcut, NAMES, true)).toEqual(mac)
})
