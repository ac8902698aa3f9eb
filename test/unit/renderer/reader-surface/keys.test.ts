/** Which keys the text uses, and which it leaves to the application. */
import { describe, expect, it } from 'vitest'
import { commandFor, isEdgeKey, type KeyContext, type Keys } from '../../../../src/renderer/lib/reader-surface/keys.ts'

const press = (chord: string): Keys => {
  const parts = chord.split('+')
  return {
    key: parts[parts.length - 1]!,
    altKey: parts.includes('Alt'),
    ctrlKey: parts.includes('Control'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
  }
}
const command = (chord: string, context: Partial<KeyContext> = {}) => commandFor(press(chord), { mac: false, edges: false, ...context })

describe('commandFor', () => {
  it.each([
    ['ArrowRight', { unit: 'character', way: 'right' }],
    ['Control+ArrowLeft', { unit: 'word', way: 'left' }],
    ['Alt+ArrowLeft', { unit: 'word', way: 'left' }],
    ['ArrowDown', { unit: 'line', way: 'forward' }],
    ['Control+ArrowUp', { unit: 'paragraph', way: 'backward' }],
    ['Alt+ArrowDown', { unit: 'sentence', way: 'forward' }],
    ['Home', { unit: 'lineEdge', way: 'backward' }],
    ['Control+End', { unit: 'text', way: 'forward' }],
    ['PageUp', { unit: 'page', way: 'backward' }],
  ])('%s moves the caret, with Shift it extends', (chord, motion) => {
    expect(command(chord)).toEqual({ kind: 'move', motion, extend: false })
    expect(command(`Shift+${chord}`)).toEqual({ kind: 'move', motion, extend: true })
  })

  it('moves by sentence with parentheses, whatever Shift the layout needs for them', () => {
    const forward = { kind: 'move', motion: { unit: 'sentence', way: 'forward' }, extend: false }
    expect(command(')')).toEqual(forward)
    expect(command('Shift+)')).toEqual(forward)
  })

  it('follows the habits of a Mac', () => {
    expect(command('Meta+ArrowLeft', { mac: true })).toEqual({ kind: 'move', motion: { unit: 'lineEdge', way: 'left' }, extend: false })
    expect(command('Meta+ArrowDown', { mac: true })).toEqual({ kind: 'move', motion: { unit: 'text', way: 'forward' }, extend: false })
    expect(command('Meta+a', { mac: true })).toEqual({ kind: 'all' })
    expect(command('Control+ArrowLeft', { mac: true })).toBeNull()
  })

  it('moves the ends of a selected mark with Alt and arrows', () => {
    expect(command('Alt+ArrowRight', { edges: true })).toEqual({ kind: 'edge', edge: 'end', unit: 'word', way: 'right' })
    expect(command('Shift+Alt+ArrowRight', { edges: true })).toEqual({ kind: 'edge', edge: 'start', unit: 'word', way: 'right' })
    expect(command('Control+ArrowRight', { edges: true })).toMatchObject({ kind: 'move' })
  })

  it('moves them by character with angle brackets and braces, typed with Shift or AltGr', () => {
    expect(command('Shift+>', { edges: true })).toEqual({ kind: 'edge', edge: 'end', unit: 'character', way: 'forward' })
    const start = { kind: 'edge', edge: 'start', unit: 'character', way: 'backward' }
    expect(command('Shift+{', { edges: true })).toEqual(start)
    expect(command('Control+Alt+{', { edges: true, altGraph: true })).toEqual(start)
    expect(command('Control+Alt+{', { edges: true })).toBeNull()
    expect(command('>')).toBeNull()
  })

  it('knows which keys belong to a burst', () => {
    expect(['<', '}', 'Alt', 'Shift'].every((key) => isEdgeKey(press(key)))).toBe(true)
    expect(isEdgeKey(press('Alt+ArrowLeft'))).toBe(true)
    expect(['z', 'Enter', 'ArrowLeft'].some((key) => isEdgeKey(press(key)))).toBe(false)
  })

  it.each([
    'd',
    'T',
    'p',
    'n',
    'Enter',
    '[',
    ']',
    '.',
    ' ',
    'Tab',
    'F6',
    'Control+k',
    'Control+f',
    'Control+Shift+a',
    'Meta+ArrowDown',
    'Control+Alt+ArrowLeft',
    'Control+PageDown',
  ])('leaves %s to the application', (chord) => {
    expect(command(chord)).toBeNull()
  })
})
