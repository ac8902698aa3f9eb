/**
 * Menu accelerators: Electron's spelling ("CmdOrCtrl+Shift+S") matched against a key pressed in a page and not used up there.
 */
import type { Menu, MenuItem } from './menu.ts'
import type { BrowserWindow } from './browser-window.ts'

export interface KeyPress {
  key: string
  code: string
  control: boolean
  meta: boolean
  shift: boolean
  alt: boolean
}
interface Accelerator {
  key: string
  control: boolean
  meta: boolean
  shift: boolean
  alt: boolean
}

const mac = process.platform === 'darwin'
type Modifier = 'control' | 'meta' | 'shift' | 'alt'
const modifiers: Record<string, Modifier> = {
  command: 'meta',
  cmd: 'meta',
  super: 'meta',
  meta: 'meta',
  control: 'control',
  ctrl: 'control',
  shift: 'shift',
  alt: 'alt',
  option: 'alt',
  altgr: 'alt',
  commandorcontrol: mac ? 'meta' : 'control',
  cmdorctrl: mac ? 'meta' : 'control',
}
/** Electron's names of keys that the page names differently. */
const names: Record<string, string> = {
  plus: '+',
  space: ' ',
  return: 'enter',
  esc: 'escape',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  del: 'delete',
}

/** Reads an accelerator. Throws for one without a key, as Electron does. */
export function parseAccelerator(text: string): Accelerator {
  const parsed: Accelerator = { key: '', control: false, meta: false, shift: false, alt: false }
  for (const part of text.toLowerCase().split(/\+(?!$)/)) {
    const modifier = modifiers[part]
    if (modifier) parsed[modifier] = true
    else parsed.key = names[part] ?? part
  }
  if (parsed.key === '') throw new Error(`Invalid accelerator: ${text}`)
  return parsed
}

/** The key as printed on it, whatever Shift or Alt make of it: KeyS → s, Digit1 → 1. */
function plainKey({ code, key }: KeyPress): string {
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? key.toLowerCase()
}

/** True when a press is that accelerator. Shift may be part of the key itself ("CmdOrCtrl+?"). */
export function matches(accelerator: Accelerator, press: KeyPress): boolean {
  if (accelerator.control !== press.control || accelerator.meta !== press.meta || accelerator.alt !== press.alt) return false
  if (accelerator.shift === press.shift && accelerator.key === plainKey(press)) return true
  return !accelerator.shift && press.shift && !/^[a-z0-9]$/.test(accelerator.key) && accelerator.key === press.key.toLowerCase()
}

function* itemsOf(menu: Menu): Generator<MenuItem> {
  for (const item of menu.items) {
    if (!item.visible) continue
    if (item.submenu) yield* itemsOf(item.submenu)
    else yield item
  }
}

/** Clicks the first enabled item of the menu that the press belongs to. False when there is none. */
export function pressed(menu: Menu | null, press: KeyPress, window: BrowserWindow): boolean {
  if (!menu) return false
  for (const item of itemsOf(menu)) {
    if (item.accelerator === undefined || !item.enabled || !item.registerAccelerator) continue
    if (!matches(parseAccelerator(item.accelerator), press)) continue
    item.click(
      { triggeredByAccelerator: true, ctrlKey: press.control, metaKey: press.meta, shiftKey: press.shift, altKey: press.alt },
      window,
    )
    return true
  }
  return false
}
