// @vitest-environment jsdom
/** A text being typed while answers are slow: what was typed last stays on screen, and is what is stored in the end. */
import { act } from 'react'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { beginLibraryEpoch } from '../../../../src/renderer/lib/transport/library-epoch.ts'
import { unmountAll } from '../ui/harness.tsx'
import { field, trimmed } from './draft-field.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  unmountAll()
  vi.useRealTimers()
})

describe('what is typed', () => {
  test('in one library is never sent to another that is opened meanwhile', () => {
    const one = field()
    one.type('of the first')
    beginLibraryEpoch()
    one.leave()
    unmountAll()
    expect(one.sent).toEqual([])
    const next = field()
    next.type('of the second')
    next.leave()
    expect(next.sent).toEqual(['of the second'])
  })

  test('is shown until the stored value says the same, however slow the answer', async () => {
    const one = field()
    one.type('ab')
    one.leave()
    one.type('abc')
    await one.answer(true)
    one.hear()
    expect(one.text()).toBe('abc')
    one.leave()
    expect(one.sent).toEqual(['ab', 'abc'])
    await one.answer(true)
    expect(one.text()).toBe('abc')
    one.hear()
    expect(one.text()).toBe('abc')
    one.core.stored = 'undone'
    one.hear()
    expect(one.text()).toBe('undone')
  })

  test('back to the old words while newer ones are on their way is sent too, and stays', async () => {
    const one = field()
    one.type('b')
    one.leave()
    one.type('a')
    one.leave()
    expect(one.sent).toEqual(['b', 'a'])
    await one.answer(true)
    one.hear()
    expect(one.text()).toBe('a')
    await one.answer(true)
    one.hear()
    expect([one.text(), one.core.stored]).toEqual(['a', 'a'])
    one.core.stored = 'undone'
    one.hear()
    expect(one.text()).toBe('undone')
  })

  test('back to the old words after the newer ones were taken, but before the view heard of it, is sent too', async () => {
    const one = field()
    one.type('b')
    one.leave()
    await one.answer(true)
    one.type('a')
    one.leave()
    one.hear()
    expect(one.text()).toBe('a')
    await one.answer(true)
    one.hear()
    expect([one.text(), one.core.stored]).toEqual(['a', 'a'])
  })

  test('there and back again, answered late, ends with what was typed last', async () => {
    const one = field()
    for (const text of ['b', 'c', 'b']) {
      one.type(text)
      one.leave()
    }
    for (let n = 0; n < 3; n++) {
      await one.answer(true)
      one.hear()
      expect(one.text()).toBe('b')
    }
    expect(one.core.stored).toBe('b')
  })

  test('and equal to what is stored, but for blanks, is not sent', () => {
    const one = field()
    one.type(' a ')
    one.leave()
    expect([one.sent, one.text()]).toEqual([[], 'a'])
    one.leave()
    one.rest()
    expect(one.sent).toEqual([])
  })
})

describe('sending', () => {
  test('happens when typing rests, once, for fields that ask for it', async () => {
    const one = field({ sendsAtRest: true })
    one.type('ab')
    act(() => void vi.advanceTimersByTime(1_000))
    one.type('abc')
    act(() => void vi.advanceTimersByTime(1_000))
    expect(one.sent).toEqual([])
    one.rest()
    one.rest()
    expect(one.sent).toEqual(['abc'])
    one.leave()
    expect(one.sent).toEqual(['abc'])
    await one.answer(true)
    one.hear()
    one.rest()
    expect(one.sent).toEqual(['abc'])
  })

  test('does not happen at rest for fields that do not', () => {
    const one = field()
    one.type('ab')
    one.rest()
    expect(one.sent).toEqual([])
  })

  test.each([false, true])('happens when the field goes away with words in it (strict: %s)', (isStrict) => {
    const one = field({ isStrict })
    one.type('last words')
    one.unmount()
    expect(one.sent).toEqual(['last words'])
  })

  test('does not happen twice for what is on its way when the field goes away, nor for nothing', () => {
    const one = field({ sendsAtRest: true })
    one.type('ab')
    one.leave()
    one.unmount()
    one.rest()
    expect(one.sent).toEqual(['ab'])
    const other = field()
    other.unmount()
    expect(other.sent).toEqual([])
  })

  test('does not happen for what is not good, which stays to be corrected', () => {
    const one = field({ isGood: (text) => text.trim() !== '', sendsAtRest: true })
    one.type('  ')
    one.leave()
    one.rest()
    expect([one.sent, one.text()]).toEqual([[], '  '])
    one.type('b')
    one.leave()
    expect(one.sent).toEqual(['b'])
    one.unmount()
    expect(one.sent).toEqual(['b'])
  })
})

describe('what is refused', () => {
  test('stays on screen, whatever comes to be stored, and is sent again when the field is left', async () => {
    const one = field()
    one.type('taken')
    one.leave()
    await one.answer(false)
    expect(one.text()).toBe('taken')
    one.core.stored = 'by someone else'
    one.hear()
    expect(one.text()).toBe('taken')
    one.leave()
    expect(one.sent).toEqual(['taken', 'taken'])
    await one.answer(true)
    one.hear()
    one.core.stored = 'undone'
    one.hear()
    expect(one.text()).toBe('undone')
  })

  test('does not hold up what was typed after it', async () => {
    const one = field()
    one.type('taken')
    one.leave()
    one.type('free')
    one.leave()
    await one.answer(false)
    await one.answer(true)
    one.hear()
    one.core.stored = 'undone'
    one.hear()
    expect(one.text()).toBe('undone')
  })

  test('after newer words were taken, but before the view heard of those, is sent again when the field is left', async () => {
    const one = field()
    one.type('b')
    one.leave()
    one.type('a')
    await one.answer(true)
    one.leave()
    await one.answer(false)
    expect(one.text()).toBe('a')
    one.leave()
    expect(one.sent).toEqual(['b', 'a', 'a'])
    await one.answer(true)
    one.hear()
    expect([one.text(), one.core.stored]).toEqual(['a', 'a'])
  })

  test('while older words are not answered yet is sent again when the field is left', async () => {
    const answers: ((kept: boolean) => void)[] = []
    const one = field({ onCommit: () => new Promise((resolve) => answers.push(resolve)) })
    one.type('b')
    one.leave()
    one.type('a')
    one.leave()
    await act(async () => answers[1]?.(false))
    one.leave()
    expect(answers.length).toBe(3)
    await act(async () => answers[0]?.(true))
    expect(one.text()).toBe('a')
  })

  test('by a core that went away counts as refused', async () => {
    const one = field({ onCommit: () => Promise.reject(new Error('gone')) })
    one.type('ab')
    await act(async () => one.leave())
    expect(one.text()).toBe('ab')
  })
})

test('in any order of typing, leaving, resting, answers and news: the last words typed are shown until kept, and are what is stored', async () => {
  const event = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c', ' b ').map((text) => ({ type: text })) },
    { weight: 3, arbitrary: fc.constantFrom('leave', 'rest', 'hear') },
    { weight: 3, arbitrary: fc.constantFrom('keep', 'keep', 'refuse') },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 14 }), fc.boolean(), async (events, sendsAtRest) => {
      const one = field({ sendsAtRest })
      let last: string | null = null
      const check = (): void => {
        if (last !== null) expect(trimmed(one.text())).toBe(trimmed(last))
      }
      for (const each of events) {
        if (typeof each === 'object') one.type((last = each.type))
        else if (each === 'leave' || each === 'rest' || each === 'hear') one[each]()
        else await one.answer(each === 'keep')
        check()
      }
      // In the end the field is left and everything is taken: nothing typed is lost, and the field follows the store again.
      for (let n = 0; n < 3; n++) {
        one.leave()
        while (one.waiting.length > 0) await one.answer(true)
        one.hear()
        check()
      }
      expect(one.core.stored).toBe(trimmed(last ?? 'a'))
      one.core.stored = 'undone'
      one.hear()
      expect(one.text()).toBe('undone')
      unmountAll()
    }),
    { numRuns: 150 },
  )
})

describe('a text that is held while it is typed', () => {
  test('is held at each rest, sent once when the field is left, and let go of when it was kept', async () => {
    const held: (string | null)[] = []
    const one = field({ onHold: (text) => held.push(text) })
    one.type('ab')
    one.rest()
    one.type('abc')
    one.rest()
    expect([held, one.sent]).toEqual([['ab', 'abc'], []])
    one.leave()
    expect(one.sent).toEqual(['abc'])
    expect(held).toEqual(['ab', 'abc'])
    await one.answer(true)
    expect(held).toEqual(['ab', 'abc', null])
    one.hear()
    expect(one.text()).toBe('abc')
  })

  test('stays held where it was refused, and where more was typed since', async () => {
    const held: (string | null)[] = []
    const one = field({ onHold: (text) => held.push(text) })
    one.type('ab')
    one.rest()
    one.leave()
    await one.answer(false)
    expect(held).toEqual(['ab'])
    one.leave()
    one.type('abc')
    one.rest()
    await one.answer(true)
    expect(held).toEqual(['ab', 'abc'])
  })

  test('is let go of where the old words are back, and never where nothing was held', async () => {
    const held: (string | null)[] = []
    const one = field({ onHold: (text) => held.push(text) })
    one.type('ab')
    one.leave()
    await one.answer(true)
    expect(held).toEqual([])
    one.hear()
    one.type('b')
    one.rest()
    one.type('ab')
    one.leave()
    expect([held, one.sent]).toEqual([['b', null], ['ab']])
  })

  test('is sent when the field goes away', () => {
    const one = field({ onHold: () => undefined })
    one.type('ab')
    one.rest()
    one.unmount()
    expect(one.sent).toEqual(['ab'])
  })
})
