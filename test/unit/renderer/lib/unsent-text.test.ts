// @vitest-environment jsdom
/** Whose undo it is: the field's own only while it holds typing that was not sent. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hasUnsentText, watchTyping } from '../../../../src/renderer/lib/unsent-text.ts'

let stop = (): void => undefined
beforeEach(() => {
  stop = watchTyping()
})
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

function field(kind: 'input' | 'textarea', value: string): HTMLInputElement | HTMLTextAreaElement {
  const element = document.createElement(kind)
  element.value = value
  document.body.append(element)
  element.focus()
  return element
}
function type(element: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  element.value = value
  element.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
const enter = (element: Element, modifiers: KeyboardEventInit = {}): boolean =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...modifiers }))

test('a field one only stands in holds nothing of its own', () => {
  const element = field('input', 'Tarn')
  expect(hasUnsentText(element)).toBe(false)
  // Its owner took the value away: a chip was removed, a choice was undone.
  element.value = ''
  expect(hasUnsentText(element)).toBe(false)
})

test('typing is the field’s own until it says again what it said before', () => {
  const element = field('input', 'Tarn')
  type(element, 'Tarn x')
  expect(hasUnsentText(element)).toBe(true)
  type(element, 'Tarn')
  expect(hasUnsentText(element)).toBe(false)
})

test('what Enter sent, or what gave way to a choice, is no longer unsent', () => {
  const sent = field('input', '')
  type(sent, 'Tarn')
  enter(sent)
  expect(hasUnsentText(sent)).toBe(false)
  const chosen = field('input', '')
  type(chosen, 'ta')
  chosen.value = 'Tarn'
  expect(hasUnsentText(chosen)).toBe(false)
  const refused = field('input', '')
  type(refused, 'the day')
  enter(refused)
  refused.setAttribute('aria-invalid', 'true')
  expect(hasUnsentText(refused)).toBe(true)
})

test('in several lines Enter is a line, and Ctrl+Enter sends', () => {
  const element = field('textarea', '')
  type(element, 'One')
  enter(element)
  expect(hasUnsentText(element)).toBe(true)
  enter(element, { ctrlKey: true })
  expect(hasUnsentText(element)).toBe(false)
})

test('buttons and boxes to tick have nothing to take back', () => {
  const box = document.createElement('input')
  box.type = 'checkbox'
  document.body.append(box)
  expect([hasUnsentText(box), hasUnsentText(document.body), hasUnsentText(null)]).toEqual([false, false, false])
})
