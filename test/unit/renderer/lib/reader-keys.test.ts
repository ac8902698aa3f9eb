/** Keys of the reader: the table has no two of a key, a changed key takes effect, and a key never belongs to two. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import codebook from '../../../../resources/codebooks/default.json' with { type: 'json' }
import type { Tag } from '../../../../src/shared/domain/codebook.ts'
import { areKeysChanged, firstKeys, judgeKey, keyOfPress, tagOnKey, withKey } from '../../../../src/renderer/lib/key-change.ts'
import {
  isFixedKey,
  keyTakenBy,
  READER_ACTIONS,
  readerActionFor,
  readerKeyOf,
  type CustomKeys,
  type ReaderActionId,
} from '../../../../src/renderer/lib/reader-keys.ts'

const tags = codebook.tags.map((tag, at) => ({ ...tag, id: at + 1, retired: false }) as unknown as Tag)
const ids = READER_ACTIONS.map(({ id }) => id)
const facts = (custom: CustomKeys = {}) => ({ custom, tags, windowKeys: ['?'] })

describe('the table', () => {
  test('no two actions have one key, none is fixed, and none belongs to a tag that is shipped', () => {
    const keys = READER_ACTIONS.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => isFixedKey(key))).toEqual([])
    expect(keys.flatMap((key) => tagOnKey(key, tags)?.code ?? [])).toEqual([])
  })

  test('the first of the pressed keys that has an action counts', () => {
    expect(readerActionFor(['Shift+J', 'J'])).toBe('previousOfTag')
    expect(readerActionFor(['Shift+Q', 'Q'])).toBe('quick')
    expect(readerActionFor(['ش', 'Q'])).toBe('quick')
    expect(readerActionFor(['ß'])).toBeNull()
  })
})

describe('changed keys', () => {
  test('take the place of the first ones; an empty text is none', () => {
    const custom = { quick: '/', note: '' }
    expect(readerKeyOf('quick', custom)).toBe('/')
    expect(readerKeyOf('note', custom)).toBeNull()
    expect(readerActionFor(['Q'], custom)).toBeNull()
    expect(readerActionFor(['N'], custom)).toBeNull()
    expect(readerActionFor(['/'], custom)).toBe('quick')
  })

  test('what stands in the settings for an action that is gone does no harm', () => {
    expect(readerActionFor(['Z'], { formerly: 'Z', ['__proto__']: 'Z' })).toBeNull()
  })

  test('a letter for a tag is refused where an action has it, with Shift or without', () => {
    expect(keyTakenBy('n')).toBe('note')
    expect(keyTakenBy('J')).toBe('nextOfTag')
    expect(keyTakenBy('J', { nextOfTag: '/' })).toBe('previousOfTag')
    expect(keyTakenBy('n', { note: '' })).toBeNull()
    expect(keyTakenBy('D')).toBeNull()
  })
})

describe('giving an action another key', () => {
  test.each([
    ['quick', 'Q', { kind: 'same' }],
    ['quick', '/', { kind: 'free' }],
    ['quick', '(', { kind: 'fixed' }],
    ['quick', '3', { kind: 'fixed' }],
    ['quick', '?', { kind: 'fixed' }],
    ['quick', 'N', { kind: 'action', id: 'note' }],
  ] as const)('%s on %s', (id, key, verdict) => expect(judgeKey(id, key, facts())).toEqual(verdict))

  test('the letter of a tag is refused by name, also with Shift', () => {
    expect(judgeKey('note', 'D', facts())).toMatchObject({ kind: 'tag', tag: { code: 'demand' } })
    expect(judgeKey('note', 'Shift+D', facts())).toMatchObject({ kind: 'tag', tag: { code: 'demand' } })
    const retired = tags.map((tag) => ({ ...tag, retired: true }))
    expect(judgeKey('note', 'D', { ...facts(), tags: retired })).toEqual({ kind: 'free' })
  })

  test('swapping and taking', () => {
    const swapped = withKey({}, 'quick', 'N', 'swap')
    expect([readerKeyOf('quick', swapped), readerKeyOf('note', swapped)]).toEqual(['N', 'Q'])
    const taken = withKey({}, 'quick', 'N')
    expect([readerKeyOf('quick', taken), readerKeyOf('note', taken)]).toEqual(['N', null])
  })

  test('after any changes no key belongs to two; all can be taken back', () => {
    const change = fc.record({
      id: fc.constantFrom<ReaderActionId>(...ids),
      key: fc.constantFrom('Q', 'N', '/', 'Shift+J', 'J', '.', 'Z', 'Enter'),
      how: fc.constantFrom('swap' as const, 'take' as const),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const custom = changes.reduce<CustomKeys>((now, { id, key, how }) => withKey(now, id, key, how), {})
        const keys = ids.flatMap((id) => readerKeyOf(id, custom) ?? [])
        expect(new Set(keys).size).toBe(keys.length)
        expect(areKeysChanged({ ...custom, ...firstKeys() })).toBe(false)
      }),
    )
  })
})

describe('what a press is called', () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    keyOfPress({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })

  test.each([
    ['n', {}, 'N'],
    ['J', { shiftKey: true }, 'Shift+J'],
    [':', { shiftKey: true }, ':'],
    ['ش', { code: 'KeyA' }, 'A'],
    ['Enter', {}, 'Enter'],
    ['Enter', { shiftKey: true }, null],
    [' ', {}, null],
    ['F5', {}, null],
    ['ArrowUp', {}, null],
    ['n', { ctrlKey: true }, null],
  ])('%s %o', (key, more, name) => expect(press(key, more)).toBe(name))
})
