/** Steps of the caret in the text: word, sentence, paragraph, either end. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { step, type TextUnit, type Way } from '../../../../src/renderer/lib/reader-surface/motions.ts'
import { paragraphs } from '../../../../src/shared/text/paragraphs.ts'

const factsOf = (text: string, language: string | null) => ({
  text,
  language,
  blocks: paragraphs(text).filter(({ start, end }) => /\S/.test(text.slice(start, end))),
})

/** Texts at which a caret stops when the step is repeated. */
function stops(text: string, unit: TextUnit, way: Way, extend: boolean, language: string | null = 'en'): string[] {
  const facts = factsOf(text, language)
  const found: string[] = []
  let at = way === 1 ? facts.blocks[0]!.start : facts.blocks[facts.blocks.length - 1]!.end
  for (let guard = 0; guard < 50; guard++) {
    const next = step(facts, at, unit, way, extend)
    if (next === at) break
    found.push(way === 1 && extend ? text.slice(at, next).trim() : text.slice(next, next + 6).trim())
    at = next
  }
  return found
}

const TEXT = 'Talks began. Nobody left the room.\n\nLt. Gen. Munir spoke. Then silence.'

describe('step', () => {
  it('moves to the next sentence and extends to its end', () => {
    expect(stops(TEXT, 'sentence', 1, false)).toEqual(['Nobody', 'Lt. Ge', 'Then s', ''])
    expect(stops(TEXT, 'sentence', 1, true)).toEqual(['Talks began.', 'Nobody left the room.', 'Lt. Gen. Munir spoke.', 'Then silence.'])
    expect(stops(TEXT, 'sentence', -1, false)).toEqual(['Then s', 'Lt. Ge', 'Nobody', 'Talks'])
  })

  it('moves to the next paragraph and extends to its end', () => {
    expect(stops(TEXT, 'paragraph', 1, false)).toEqual(['Lt. Ge', ''])
    expect(stops(TEXT, 'paragraph', 1, true)).toEqual(['Talks began. Nobody left the room.', 'Lt. Gen. Munir spoke. Then silence.'])
    expect(stops(TEXT, 'paragraph', -1, true)).toEqual(['Lt. Ge', 'Talks'])
  })

  it('goes by words of the language, also where no spaces part them', () => {
    expect(stops('巴基斯坦要求阿富汗', 'word', 1, true, 'zh')).toEqual(['巴基斯坦', '要求', '阿富汗'])
    expect(stops('مذاکرات جاری ہیں', 'word', 1, true, 'ur')).toEqual(['مذاکرات', 'جاری', 'ہیں'])
  })

  it('always gets on, stays in the text and ends', () => {
    const texts = fc.array(fc.constantFrom('word', 'Dr.', '. ', ' ', '\n', '\n\n', '文字', 'متن', '👩‍👩‍👧', '!'), {
      minLength: 1,
      maxLength: 30,
    })
    const units = fc.constantFrom<TextUnit>('word', 'sentence', 'paragraph', 'text')
    fc.assert(
      fc.property(texts, units, fc.constantFrom<Way>(1, -1), fc.boolean(), (parts, unit, way, extend) => {
        const text = parts.join('')
        const facts = factsOf(text, null)
        fc.pre(facts.blocks.length > 0)
        const first = facts.blocks[0]!.start
        const last = facts.blocks[facts.blocks.length - 1]!.end
        let at = way === 1 ? first : last
        for (let steps = 0; at !== (way === 1 ? last : first); steps++) {
          const next = step(facts, at, unit, way, extend)
          expect((next - at) * way).toBeGreaterThan(0)
          expect(next).toBeGreaterThanOrEqual(first)
          expect(next).toBeLessThanOrEqual(last)
          expect(steps).toBeLessThan(text.length)
          at = next
        }
      }),
    )
  })
})
