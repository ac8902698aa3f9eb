/** Places of a source in its canonical text, and the countings of programs: for any text at all. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countings, countingOf, holdsWords } from '../../../../../src/core/importers/projects/refi-positions.ts'
import { sourceText } from '../../../../../src/core/importers/projects/source-text.ts'
import { guidOf, madeUid, uidOfGuid } from '../../../../../src/core/importers/projects/uids.ts'
import { uidSchema } from '../../../../../src/shared/domain/ids.ts'
import { canonicalText } from '../../../../../src/shared/text/canonical.ts'

const units = fc.constantFrom('a', 'é', '😀', '\r\n', '\n', '\r', ' ', '\0', '\u0085', '\u2028', '\ufeff', '\x07', '\ud83d', '\u200d')
const sources = fc.array(units, { maxLength: 40 }).map((parts) => parts.join(''))

describe('places in a source', () => {
  test('the text up to a place is the source up to that place, made canonical', () => {
    fc.assert(
      fc.property(sources, fc.nat(80), (source, cut) => {
        const { text, toText, length } = sourceText(source)
        const before = source.slice(0, cut)
        // The halves of a pair, or of a line end, are no place to cut at.
        fc.pre(!/[\ud800-\udbff]$|\r$/.test(before))
        expect(text).toBe(canonicalText(source).text)
        expect(text.slice(0, toText(Math.min(cut, length)))).toBe(canonicalText(before).text)
        expect(toText(length)).toBe(text.length)
      }),
    )
  })

  test('every counting finds the place that it counted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '😀', '\r\n', '\n', 'é'), { maxLength: 40 }), fc.nat(40), (parts, cut) => {
        const [before, source] = [parts.slice(0, cut).join(''), parts.join('')]
        const counted = {
          utf16: before.length,
          'code-points': Array.from(before).length,
          'utf16-lf': before.replaceAll('\r\n', '\n').length,
          'code-points-lf': Array.from(before.replaceAll('\r\n', '\n')).length,
        }
        for (const { counting, toSource } of countings(source, 'code-points')) expect(toSource(counted[counting])).toBe(before.length)
      }),
    )
  })

  test('a position that is none has no place', () => {
    for (const { toSource } of countings('a😀\r\nb', 'utf16')) {
      for (const position of [-1, 1.5, Number.NaN, 99, 2 ** 53]) expect(toSource(position)).toBeNull()
    }
    expect(countings('a😀', 'utf16')[0]?.toSource(2)).toBeNull()
    expect(['NVivo for Windows 12.6', 'ATLAS.ti 8', 'MAXQDA 24', ''].map(countingOf)).toEqual([
      'utf16',
      'code-points-lf',
      'code-points',
      'code-points',
    ])
  })

  test('words are the same whatever their white space, and may be cut', () => {
    expect(holdsWords('four five', 'four\n  five six')).toBe(true)
    expect(holdsWords('four five…', 'four five six')).toBe(true)
    expect(holdsWords('five', 'four five')).toBe(false)
    expect(holdsWords('1', '1 and more')).toBe(false)
  })
})

describe('ids', () => {
  test('one GUID is one uid however it is written; what is made is a UUID and always the same', () => {
    const guid = '5215cc69-b628-4e02-afb9-9beeaee55808'
    expect([`{${guid}}`, guid.toUpperCase(), ` ${guid} `, guid.replaceAll('-', '')].map(guidOf)).toEqual([guid, guid, guid, guid])
    expect([null, '', 'x', '{}', `${guid}0`].map(guidOf)).toEqual([null, null, null, null, null])
    expect(uidOfGuid(guid)).toBe(guid)
    for (const odd of ['34653336-3766-3235-6466-363134396437', '00000000-0000-0000-0000-000000000000'])
      expect(uidSchema.safeParse(uidOfGuid(odd)).success).toBe(true)
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.integer())), (parts) => {
        expect(uidSchema.safeParse(madeUid(...parts)).success).toBe(true)
        expect(madeUid(...parts)).toBe(madeUid(...parts))
        expect(madeUid(...parts, 'x')).not.toBe(madeUid(...parts))
      }),
    )
  })
})
