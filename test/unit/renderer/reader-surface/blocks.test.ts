/** How a text is set: blank lines are space, hard-wrapped lines belong together, directions are those of most letters. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, directionOf } from '../../../../src/renderer/lib/reader-surface/blocks.ts'
import { paragraphs } from '../../../../src/shared/text/paragraphs.ts'

const blocks = (text: string, direction: 'ltr' | 'rtl' = 'ltr') => blocksOf(text, paragraphs(text), direction)

describe('directionOf', () => {
  it('goes by most letters, not by the first', () => {
    expect(directionOf('BBC کے مطابق مذاکرات جاری ہیں', 'ltr')).toBe('rtl')
    expect(directionOf('الجزيرة said that talks would go on', 'rtl')).toBe('ltr')
    expect(directionOf('2025 – 10', 'rtl')).toBe('rtl')
  })
})

describe('blocksOf', () => {
  it('has each visible character in exactly one block, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('word', 'متن', '文', ' ', '\n', '\n\n', '7', '👩‍👩‍👧'), { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        const found = blocks(text)
        const covered = found.map(({ start, end }) => text.slice(start, end)).join('\n')
        expect(covered.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        for (const [index, { start, end }] of found.entries()) {
          expect(text.slice(start, end)).not.toContain('\n')
          if (index > 0) expect(start).toBeGreaterThan(found[index - 1]!.end)
        }
      }),
    )
  })

  it('takes blank lines for the paragraph space where they are the rule, for a break where they are not', () => {
    expect(blocks('a\n\nb\n\nc').map(({ gap }) => gap)).toEqual(['space', 'space', 'space'])
    expect(blocks('a\nb\n\nc').map(({ gap }) => gap)).toEqual(['space', 'space', 'break'])
    expect(blocks('a\n\nb\n\n\n\nc').map(({ gap }) => gap)).toEqual(['space', 'space', 'break'])
  })

  it('joins lines that were wrapped by hand', () => {
    const wrapped = 'one line of mail\nand the next\nand one more\n\nanother paragraph\nof two lines'
    expect(blocks(wrapped).map(({ gap }) => gap)).toEqual(['space', 'none', 'none', 'space', 'none'])
  })

  it('knows where directions are mixed', () => {
    expect(blocks('مذاکرات 25 اکتوبر\nمذاکرات\nplain').map(({ mixed }) => mixed)).toEqual([true, false, false])
  })
})
