import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalText } from '../../../../src/shared/text/canonical.ts'
import { rawArbitrary, unitsArbitrary } from './arbitraries.ts'

const none = { bom: false, lineEnds: 0, controls: 0, loneSurrogates: 0 }

it('D23 leaves canonical text alone, composed and decomposed letters as they are', () => {
  const text = 'é e\u0301 مُذاکرات\nשלום\t👨‍👩‍👧 中文 \ufeff a\u00adb\u00a0c'
  expect(canonicalText(text)).toEqual({ text, changes: none })
})

it('D23 makes every kind of line end one LF and counts it', () => {
  expect(canonicalText('a\r\nb\rc\u0085d\u2028e\u2029f\n\r\ng')).toEqual({
    text: 'a\nb\nc\nd\ne\nf\n\ng',
    changes: { ...none, lineEnds: 6 },
  })
})

it('D23 drops the byte order mark, NUL and control characters, keeps TAB and LF', () => {
  expect(canonicalText('\ufeffa\0b\u0007\tc\f\u009f\u007f\nd')).toEqual({ text: 'ab\tc\nd', changes: { ...none, bom: true, controls: 5 } })
})

it('D23 replaces halves of surrogate pairs and keeps whole ones', () => {
  expect(canonicalText('a\ud83d b\ude00 😀 \ud83d\ud83d\ude00\ude00')).toEqual({
    text: 'a\ufffd b\ufffd 😀 \ufffd😀\ufffd',
    changes: { ...none, loneSurrogates: 4 },
  })
})

it('D23 does not make a pair of two halves that a control character kept apart', () => {
  expect(canonicalText('\ud83d\0\ude00').text).toBe('\ufffd\ufffd')
})

it.each([
  ['texts', rawArbitrary],
  ['units', unitsArbitrary],
])('D23 is idempotent, well formed and free of what it removes: any %s', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (raw) => {
      const { text, changes } = canonicalText(raw)
      expect(canonicalText(text)).toEqual({ text, changes: none })
      expect(text.isWellFormed()).toBe(true)
      expect(text).not.toMatch(/(?![\t\n])\p{Cc}|[\u2028\u2029]|^\ufeff/u)
      if (Object.values(changes).every((count) => !count)) expect(text).toBe(raw)
    }),
    { numRuns: 500 },
  )
})
