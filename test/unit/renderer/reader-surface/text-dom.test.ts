// @vitest-environment jsdom
/** The text as nodes: every offset has its place, and every place its offset. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../../../src/renderer/lib/reader-surface/blocks.ts'
import { TextDom } from '../../../../src/renderer/lib/reader-surface/text-dom.ts'
import { paragraphs } from '../../../../src/shared/text/paragraphs.ts'

function domOf(text: string): TextDom {
  return new TextDom(document.createElement('article'), text, blocksOf(text, paragraphs(text), 'ltr'), 'ltr')
}

const texts = fc
  .array(fc.constantFrom('some words', 'متن', '文字', '\n', '\n\n', '  ', '👩‍👩‍👧', '\t'), { minLength: 1, maxLength: 80 })
  .map((parts) => parts.join(''))

describe('TextDom', () => {
  it('holds exactly the text: what lies between paragraphs is line ends and blank lines', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const dom = domOf(text)
        for (const [index, { start, end }] of dom.blocks.entries()) {
          expect(dom.paragraphs[index]!.childNodes).toHaveLength(1)
          expect(dom.paragraphs[index]!.textContent).toBe(text.slice(start, end))
        }
        expect(dom.article.textContent.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      }),
    )
  })

  it('leads from every offset to a place and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const dom = domOf(text)
        fc.pre(dom.blocks.length > 0)
        for (let offset = 0; offset <= text.length; offset++) {
          const point = dom.pointOf(offset)!
          expect(dom.offsetOf(point.node, point.offset)).toBe(dom.clamp(offset))
        }
        for (const { start, end } of dom.blocks) for (let offset = start; offset <= end; offset++) expect(dom.clamp(offset)).toBe(offset)
      }),
    )
  })

  it('understands places that are named by elements, as a triple click does', () => {
    const dom = domOf('first\nsecond\n\nthird')
    const [first, second] = dom.paragraphs
    expect(dom.offsetOf(first!, 0)).toBe(0)
    expect(dom.offsetOf(first!, 1)).toBe(5)
    expect(dom.offsetOf(second!, 0)).toBe(6)
    expect(dom.offsetOf(dom.sections[0]!.element, 2)).toBe(14)
    expect(dom.offsetOf(dom.article, 0)).toBe(0)
    expect(dom.offsetOf(dom.article, 1)).toBe(19)
    expect(dom.offsetOf(document.body, 0)).toBeNull()
  })

  it('has nothing in an empty text', () => {
    const dom = domOf('\n \n')
    expect(dom.paragraphs).toHaveLength(0)
    expect(dom.pointOf(1)).toBeNull()
    expect(dom.paragraphAt(1)).toBe(-1)
  })
})
