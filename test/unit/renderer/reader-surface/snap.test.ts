/** What a person meant to select. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dragEdge, snapSelection } from '../../../../src/renderer/lib/reader-surface/snap.ts'
import { snapToGraphemes } from '../../../../src/shared/text/graphemes.ts'

/** The text that is selected when `part` of `text` was dragged over. */
function snapped(text: string, part: string, words = true, language: string | null = 'en'): string | null {
  const start = text.indexOf(part)
  const found = snapSelection(text, start, start + part.length, words, language)
  return found === null ? null : text.slice(found.start, found.end)
}

describe('snapSelection', () => {
  it('takes in words that were begun, and only them', () => {
    expect(snapped('no feasible solution was reached', 'asible solut')).toBe('feasible solution')
    expect(snapped('no feasible solution was reached', ' solution ')).toBe('solution')
    expect(snapped('no feasible solution was reached', 'asible solut', false)).toBe('asible solut')
    expect(snapped('کوئی قابل عمل حل نہیں', 'ابل عم', true, 'ur')).toBe('قابل عمل')
  })

  it('leaves the choice to the person where words are not parted by spaces', () => {
    expect(snapped('巴基斯坦要求阿富汗', '斯坦要', true, 'zh')).toBe('斯坦要')
    expect(snapped('ปฏิญญาสากล', 'ญญา', true, 'th')).toBe('ญญา')
  })

  it('never cuts a character and never begins or ends with white space', () => {
    const pieces = fc.constantFrom('a', 'é', 'é', ' ', '\n', '👩‍👩‍👧', '🇵🇰', 'क्षि', 'שָׁ', 'مُ', '𠀀', '\u00a0', '\u00ad', '.')
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), fc.boolean(), (parts, a, b, words) => {
        const text = parts.join('')
        const start = Math.min(a, b) % (text.length + 1)
        const end = start + (Math.max(a, b) % (text.length + 1 - start))
        const found = snapSelection(text, start, end, words, null)
        if (found === null) {
          const whole = snapToGraphemes(text, start, end)
          expect(text.slice(whole.start, whole.end).trim()).toBe('')
          return
        }
        const quote = text.slice(found.start, found.end)
        expect(quote).not.toBe('')
        expect(quote).not.toMatch(/^\s|\s$/)
        expect(snapToGraphemes(text, found.start, found.end)).toEqual(found)
      }),
    )
  })

  it('says that nothing is selected where there is only white space', () => {
    expect(snapped('one \n\n two', ' \n\n ')).toBeNull()
  })
})

describe('dragEdge', () => {
  const text = 'Tarn must pull back its boats.'
  const dragged = (edge: 'start' | 'end', offset: number, words = true): string => {
    const { start, end } = dragEdge(text, { start: 5, end: 14 }, edge, offset, words, 'en')
    return text.slice(start, end)
  }

  it('takes in whole words, or characters if asked to', () => {
    expect(dragged('end', 17)).toBe('must pull back')
    expect(dragged('end', 17, false)).toBe('must pull ba')
    expect(dragged('start', 2)).toBe('Tarn must pull')
    expect(dragged('start', 2, false)).toBe('rn must pull')
  })

  it('stops before its other end', () => {
    expect(dragged('end', 0, false)).toBe('m')
    expect(dragged('start', 29, false)).toBe('l')
    expect(dragged('end', 0)).toBe('must')
  })

  it('never empties the stretch, moves the other end or cuts a character', () => {
    const pieces = fc.constantFrom('a', ' ', '\n', '👩‍👩‍👧', '🇵🇰', 'क्षि', 'e\u0301', 'שָׁ', '中', '𠀀', 'لا')
    fc.assert(
      fc.property(
        fc.array(pieces, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        fc.boolean(),
        (parts, a, b, c, words, atStart) => {
          const whole = parts.join('')
          const at = (seed: number): number => seed % (whole.length + 1)
          const span = snapToGraphemes(whole, Math.min(at(a), at(b)), Math.max(at(a), at(b)))
          fc.pre(span.start < span.end)
          const edge = atStart ? 'start' : 'end'
          const moved = dragEdge(whole, span, edge, at(c), words, 'en')
          expect(moved.start).toBeLessThan(moved.end)
          expect(atStart ? moved.end : moved.start).toBe(atStart ? span.end : span.start)
          expect(snapToGraphemes(whole, moved.start, moved.end)).toEqual(moved)
        },
      ),
    )
  })
})
