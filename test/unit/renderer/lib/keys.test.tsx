// @vitest-environment jsdom
/** Shortcuts of the window: what a key is called, and when it belongs to what is being typed. */
import { act } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { chordOf, isTyping, useShortcuts } from '../../../../src/renderer/lib/keys.ts'
import { mount, unmountAll } from '../ui/harness.tsx'

afterEach(() => {
  unmountAll()
  document.body.replaceChildren()
})

const key = (name: string, modifiers: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...modifiers })

test.each([
  ['k', { ctrlKey: true }, 'mod+k'],
  ['K', { ctrlKey: true, shiftKey: true }, 'mod+shift+k'],
  ['Z', { ctrlKey: true, altKey: true, shiftKey: true }, 'mod+alt+shift+z'],
  ['d', {}, 'd'],
  ['D', { shiftKey: true }, 'd'],
  ['?', { shiftKey: true }, '?'],
  [' ', {}, 'space'],
  ['ArrowLeft', { altKey: true }, 'alt+arrowleft'],
  ['ArrowLeft', { shiftKey: true }, 'shift+arrowleft'],
  ['F6', { shiftKey: true }, 'shift+f6'],
  ['ж', {}, 'ж'],
  ['[', {}, '['],
])('%j with %o is %s', (name, modifiers, chord) => {
  expect(chordOf(key(name, modifiers))).toBe(chord)
})

/** Mounts the shortcuts and some fields, and gives back what was called. */
function shortcuts(extra: Record<string, () => boolean | void> = {}): string[] {
  const called: string[] = []
  function Window() {
    const note = (name: string) => (): void => void called.push(name)
    useShortcuts({ 'mod+k': note('mod+k'), d: note('d'), f6: note('f6'), ...extra })
    return (
      <>
        <input aria-label="line" />
        <textarea aria-label="text" />
        <select aria-label="choice" />
        <button type="button">Button</button>
      </>
    )
  }
  mount(<Window />)
  return called
}

function press(target: Element, event: KeyboardEvent): KeyboardEvent {
  act(() => void target.dispatchEvent(event))
  return event
}

describe('a key', () => {
  test('without a modifier belongs to a field where one is typing, and to the window everywhere else', () => {
    const called = shortcuts()
    for (const field of document.querySelectorAll('input, textarea, select')) {
      expect(isTyping(field)).toBe(true)
      expect(press(field, key('d')).defaultPrevented).toBe(false)
    }
    expect(called).toEqual([])
    for (const other of [document.body, ...document.querySelectorAll('button')]) {
      expect(isTyping(other)).toBe(false)
      expect(press(other, key('d')).defaultPrevented).toBe(true)
    }
    expect(called).toEqual(['d', 'd'])
  })

  test('with Ctrl, and a function key, work in fields too', () => {
    const called = shortcuts()
    const [input] = document.querySelectorAll('input')
    if (!input) throw new Error('no input')
    press(input, key('k', { ctrlKey: true }))
    press(input, key('F6'))
    expect(called).toEqual(['mod+k', 'f6'])
  })

  test('that something else took, or that composes a character, is left alone', () => {
    const called = shortcuts()
    const taken = key('d')
    taken.preventDefault()
    press(document.body, taken)
    press(document.body, key('d', { isComposing: true }))
    expect(called).toEqual([])
  })

  test('whose handler says false passes on; one that nobody asked for, and one that objects inherit, too', () => {
    shortcuts({ x: () => false })
    for (const name of ['x', 'q', 'constructor', 'toString']) expect(press(document.body, key(name)).defaultPrevented).toBe(false)
  })

  test('is heard no more after the window is gone, and by the newest handler while it is there', () => {
    const first = vi.fn<() => void>()
    const second = vi.fn<() => void>()
    let shown = first
    function Window() {
      useShortcuts({ d: () => shown() })
      return null
    }
    mount(<Window />)
    press(document.body, key('d'))
    shown = second
    press(document.body, key('d'))
    unmountAll()
    press(document.body, key('d'))
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1])
  })
})

test('what is no element is never typed into', () => {
  for (const target of [null, window, document, document.createTextNode('x')]) expect(isTyping(target)).toBe(false)
})
