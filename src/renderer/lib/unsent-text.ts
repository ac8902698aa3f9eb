/**
 * Whether a field holds typing that was not sent yet: only then are undo and redo the field's own. A field counts as sent when Enter sent
 * it, when its owner set its value (a choice was taken, the answer came), and while it says what it said when the focus came.
 */
import { isTyping } from './keys.ts'

interface Typing {
  /** What it said when the focus came, or when it was last sent. */
  settled: string
  /** What it said after the last key; null: nothing was typed. */
  typed: string | null
}

const typing = new WeakMap<Field, Typing>()
type Field = HTMLInputElement | HTMLTextAreaElement

const fieldOf = ({ target }: Event): Field | null =>
  isTyping(target) && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) ? target : null

function onFocus(event: Event): void {
  const field = fieldOf(event)
  if (field) typing.set(field, { settled: field.value, typed: null })
}

function onInput(event: Event): void {
  const field = fieldOf(event)
  if (field) typing.set(field, { settled: typing.get(field)?.settled ?? '', typed: field.value })
}

function onKey(event: KeyboardEvent): void {
  const field = fieldOf(event)
  if (!field || event.key !== 'Enter' || event.isComposing) return
  // In a field of several lines Enter alone is a line.
  if (field instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return
  typing.set(field, { settled: field.value, typed: null })
}

/** Watches what is typed in the window; returns how to stop. */
export function watchTyping(): () => void {
  window.addEventListener('focusin', onFocus, true)
  window.addEventListener('input', onInput, true)
  window.addEventListener('keydown', onKey, true)
  return () => {
    window.removeEventListener('focusin', onFocus, true)
    window.removeEventListener('input', onInput, true)
    window.removeEventListener('keydown', onKey, true)
  }
}

/** True where undo and redo belong to the text one is in: text that was typed and not sent, or that was refused. */
export function hasUnsentText(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && target.isContentEditable) return true
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || !isTyping(target)) return false
  if (target.getAttribute('aria-invalid') === 'true') return true
  const known = typing.get(target)
  return known !== undefined && known.typed !== null && target.value === known.typed && target.value !== known.settled
}
