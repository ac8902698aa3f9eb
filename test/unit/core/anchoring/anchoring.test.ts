/** Re-anchoring: what is unchanged is found exactly, what is gone is never put anywhere, and nothing is left out of the count. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorSpans } from '../../../../src/core/anchoring/anchoring.ts'
import type { AnchoredSpan } from '../../../../src/core/anchoring/types.ts'
import { quoteContext } from '../../../../src/shared/text/anchor.ts'
import { graphemeFloor, snapToGraphemes } from '../../../../src/shared/text/graphemes.ts'
import { aText, anEdit, applied, spansOver } from './texts.ts'

const span = (text: string, quote: string, id = 1, from = 0): AnchoredSpan => {
  const start = text.indexOf(quote, from)
  if (start < 0) throw new Error(`${quote} is not in the text`)
  return { id, start, end: start + quote.length, ...quoteContext(text, start, start + quote.length) }
}
const only = (oldText: string, newText: string, one: AnchoredSpan) => {
  const [anchored] = anchorSpans(oldText, newText, [one])
  if (!anchored) throw new Error('no outcome')
  return { ...anchored, found: anchored.candidates.map(({ start, end }) => newText.slice(start, end)) }
}

const OLD = [
  'Talks on the ceasefire end without a deal',
  'The minister said that twelve soldiers were killed at the crossing on Monday. Kabul must stop the attacks, he told reporters.',
  'A second round is to begin in Istanbul within the week, according to officials of both sides who did not want to be named.',
  'Kabul must stop the attacks, the army said in a statement of its own.',
].join('\n\n')

describe('what may move by itself', () => {
  test('an unchanged passage behind an inserted paragraph', () => {
    const now = OLD.replace('\n\nA second', '\n\nThis paragraph is new and about something else.\n\nA second')
    const { outcome, candidates, found } = only(OLD, now, span(OLD, 'begin in Istanbul within the week'))
    expect([outcome, found]).toEqual(['exact', ['begin in Istanbul within the week']])
    expect(candidates[0]?.score).toBe(1)
  })

  test('a passage of a paragraph that went elsewhere', () => {
    const parts = OLD.split('\n\n')
    const now = [parts[0], parts[2], parts[1], parts[3]].join('\n\n')
    expect(only(OLD, now, span(OLD, 'begin in Istanbul within the week'))).toMatchObject({
      outcome: 'exact',
      found: ['begin in Istanbul within the week'],
    })
  })

  test('everything of an unchanged text, twins too', () => {
    const twins = `${OLD}\n\n${OLD}`
    const spans = [span(twins, 'Kabul must stop', 1), span(twins, 'Kabul must stop', 2, OLD.length), span(twins, 'Talks', 3)]
    expect(anchorSpans(twins, twins, spans).map(({ outcome, candidates }) => [outcome, candidates[0]?.start])).toEqual(
      spans.map(({ start }) => ['exact', start]),
    )
  })

  test('a quotation that is its paragraph, behind an inserted paragraph that does not stand beside it', () => {
    const old =
      'The morning was quiet.\nKhawaja Asif said on Sunday evening in Lahore:\n“We will answer with war.”\nNobody else spoke in public that evening.\nThe end.'
    const now = old.replace('quiet.', 'quiet.\nThis paragraph is new.').replace('The end.', 'This one is new as well.\nThe end.')
    expect(only(old, now, span(old, '“We will answer with war.”'))).toMatchObject({
      outcome: 'exact',
      found: ['“We will answer with war.”'],
    })
  })

  test('a twin that cannot be told from the other by 32 units of context, where both are still in their places', () => {
    const filler = 'x'.repeat(40)
    const old = `First. ${filler} We demand a monitor. ${filler}\nMiddle.\nSecond. ${filler} We demand a monitor. ${filler}\nEnd.`
    const second = span(old, 'We demand', 1, old.indexOf('Second'))
    expect(only(old, old.replace('Middle', 'The middle'), second)).toMatchObject({ outcome: 'exact', found: ['We demand'] })
  })
})

describe('what a person has to look at', () => {
  test('a corrected figure, with the corrected words as the candidate', () => {
    const { outcome, found, candidates } = only(OLD, OLD.replace('twelve', '21'), span(OLD, 'twelve soldiers were killed'))
    expect([outcome, found[0]]).toEqual(['mapped', '21 soldiers were killed'])
    expect(candidates[0]?.score).toBeLessThan(1)
  })

  test('the same words after a word was put before them: it may turn them round', () => {
    const now = OLD.replace('Kabul must stop the attacks, he', 'It is not so that Kabul must stop the attacks, he')
    const { outcome, candidates, found } = only(OLD, now, span(OLD, 'Kabul must stop the attacks'))
    expect([outcome, found[0]]).toEqual(['mapped', 'Kabul must stop the attacks'])
    expect(candidates[0]?.score).toBeGreaterThan(0.8)
  })

  test.each([
    ['another speaker', 'Khawaja Asif said:\n“War.”\nThe end came.', 'The Taliban said:\n“War.”\nThe end came.', '“War.”'],
    [
      'another speaker, quoted without marks',
      'Khawaja Asif said:\n“War.”\nThe end came.',
      'The Taliban said:\n“War.”\nThe end came.',
      'War.',
    ],
    ['another speaker, with more of the paragraph behind', 'Khawaja Asif:\n“War,” he said.', 'The Taliban:\n“War,” he said.', 'War'],
    ['another question', 'Will you sign?\nNo.\nWill you fight?\nYes.', 'Will you fight?\nNo.\nWill you sign?\nYes.', 'No.'],
    [
      'another speaker before a line that says only that someone spoke',
      'Asif came.\nHe said:\n“War.”',
      'Omar came.\nHe said:\n“War.”',
      '“War.”',
    ],
    ['a denial behind it', 'He said:\nWe will fight.', 'He said:\nWe will fight.\nThat is what he did not say.', 'We will fight.'],
    ['another speaker, beyond an empty line', 'Asif said:\n\n“War.”', 'Omar said:\n\n“War.”', '“War.”'],
  ])('a passage that fills its paragraph, beside %s', (_, old, now, quote) => {
    expect(only(old, now, span(old, quote))).toMatchObject({ outcome: 'mapped', found: [quote] })
  })

  test('a passage at the very beginning, when something was put before it in its line', () => {
    const old = 'Kabul will withdraw its troops from the crossing by Friday.'
    expect(only(old, `It is not true that ${old}`, span(old, 'Kabul will withdraw')).outcome).toBe('mapped')
    expect(only(old, `A headline\n\n${old}`, span(old, 'Kabul will withdraw')).outcome).toBe('mapped')
  })

  test('G5 a sentence that stood twice and stands once: neither is taken for the one that is left', () => {
    const sentence = 'Both sides agreed to meet again within seven days.'
    const old = `The talks began. ${sentence} Nothing else was said.\n\nThe talks began. ${sentence} Nothing else was said.`
    const now = `The talks began. ${sentence} Nothing else was said.`
    const spans = [span(old, sentence, 1), span(old, sentence, 2, old.indexOf('\n'))]
    for (const { outcome, candidates } of anchorSpans(old, now, spans)) {
      expect(outcome).not.toBe('exact')
      expect(candidates.map(({ start, end }) => now.slice(start, end))).toContain(sentence)
    }
  })

  test('G5 a sentence that was put in a second time before the first: both places are offered', () => {
    const sentence = 'Kabul must stop the attacks'
    const line = `${sentence}, the army said in a statement of its own.`
    const now = `${line}\n\n${OLD}`
    const passage = span(OLD, sentence, 1, OLD.lastIndexOf('\n'))
    const { outcome, candidates } = only(OLD, now, passage)
    expect(outcome).not.toBe('exact')
    expect(candidates.length).toBeGreaterThan(1)
  })

  test('a removed passage has look-alikes at most, none of them certain', () => {
    const now = OLD.replace('Kabul must stop the attacks, he told reporters.', '')
    const { outcome, candidates } = only(OLD, now, span(OLD, 'Kabul must stop the attacks, he told'))
    expect(['found', 'lost']).toContain(outcome)
    expect(candidates.every(({ score }) => score < 0.9)).toBe(true)
    expect(only(OLD, now, span(OLD, 'Kabul must stop the attacks')).outcome).toBe('found')
    expect(only(OLD, 'Nothing here is like it.', span(OLD, 'begin in Istanbul within the week'))).toMatchObject({
      outcome: 'lost',
      candidates: [],
    })
  })

  test('G4 a quote that is not at its offsets never moves, not even where it stands once', () => {
    const drifted = { ...span(OLD, 'begin in Istanbul within the week'), start: 3, end: 36 }
    expect(only(OLD, OLD, drifted)).toMatchObject({ outcome: 'found', broken: true, found: ['begin in Istanbul within the week'] })
    expect(only(OLD, `New.\n\n${OLD}`, drifted)).toMatchObject({ outcome: 'found', broken: true })
    expect(only(OLD, OLD, { ...drifted, quote: 'words of another article altogether', start: 9_000, end: 9_035 })).toMatchObject({
      outcome: 'lost',
      broken: true,
    })
  })

  test('an edge that would cut a cluster in the new text goes outwards', () => {
    const old = 'The flag 🇵 was shown at the crossing.'
    const now = 'The flag 🇵🇰 was shown at the crossing.'
    const { outcome, found } = only(old, now, span(old, 'flag 🇵'))
    expect([outcome, found[0]]).toEqual(['mapped', 'flag 🇵🇰'])
  })
})

describe('properties', () => {
  const cases = fc
    .tuple(aText, fc.array(anEdit, { maxLength: 6 }))
    .chain(([text, edits]) => fc.record({ text: fc.constant(text), now: fc.constant(applied(text, edits)), spans: spansOver(text) }))

  test('G6 every span has one outcome; edges lie within the text and on graphemes; scores are 0..1 and fall behind the first', () => {
    fc.assert(
      fc.property(cases, ({ text, now, spans }) => {
        const outcomes = anchorSpans(text, now, spans)
        expect(outcomes.map(({ id }) => id)).toEqual(spans.map(({ id }) => id))
        for (const { outcome, candidates } of outcomes) {
          expect(candidates.length > 0).toBe(outcome !== 'lost')
          expect(candidates.length).toBeLessThanOrEqual(3)
          for (const [rank, { start, end, score }] of candidates.entries()) {
            expect(0 <= start && start < end && end <= now.length).toBe(true)
            expect([graphemeFloor(now, start), graphemeFloor(now, end)]).toEqual([start, end])
            expect(score >= 0 && score <= (rank < 2 ? 1 : (candidates[rank - 1]?.score ?? 1))).toBe(true)
          }
        }
      }),
    )
  })

  test('what moves by itself has its quote, the context it had in its paragraph, and as many such places as before', () => {
    const places = (text: string, words: string): number => {
      let count = 0
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++
      return count
    }
    fc.assert(
      fc.property(cases, ({ text, now, spans }) => {
        for (const [at, { outcome, candidates }] of anchorSpans(text, now, spans).entries()) {
          const was = spans[at]
          const [place] = candidates
          if (outcome !== 'exact' || !was || !place) continue
          const before = was.prefix.split('\n').at(-1) ?? ''
          const behind = was.suffix.split('\n')[0] ?? ''
          const words = before + was.quote + behind
          expect(now.slice(place.start - before.length, place.end + behind.length)).toBe(words)
          expect(places(now, words)).toBe(places(text, words))
          // A side without a word of context has the same paragraph beside it.
          const speaking = (part: string): string[] => part.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line))
          const sides = (whole: string, from: number, to: number) => [speaking(whole.slice(0, from)).at(-1), speaking(whole.slice(to))[0]]
          const then = sides(text, was.start - before.length, was.end + behind.length)
          const since = sides(now, place.start - before.length, place.end + behind.length)
          if (text !== now && !/[\p{L}\p{N}]/u.test(before)) expect(since[0]).toBe(then[0])
          if (text !== now && behind === '') expect(since[1]).toBe(then[1])
        }
      }),
    )
  })

  test('an unchanged text leaves every span where it is', () => {
    fc.assert(
      fc.property(
        aText.chain((text) => fc.record({ text: fc.constant(text), spans: spansOver(text) })),
        ({ text, spans }) => {
          expect(
            anchorSpans(text, text, spans).map(({ outcome, candidates }) => [outcome, candidates[0]?.start, candidates[0]?.end]),
          ).toEqual(spans.map(({ start, end }) => ['exact', start, end]))
        },
      ),
    )
  })

  test('a passage that was not edited, nor anything near it, is found exactly', () => {
    const sentence = fc.string({ unit: fc.constantFrom(...'abcdefgh '.split('')), minLength: 40, maxLength: 80 })
    fc.assert(
      fc.property(
        aText,
        sentence,
        aText,
        fc.array(anEdit, { maxLength: 4 }),
        fc.array(anEdit, { maxLength: 4 }),
        (head, words, tail, a, b) => {
          const passage = `Here begins the passage that nobody edits: ${words.trim()}. Here it ends, long before anything else.`
          const whole = (first: string, last: string): string => `${first}\n${passage}\n${last}`
          const old = whole(head, tail)
          const now = whole(applied(head, a), applied(tail, b))
          const start = old.indexOf(passage) + 43
          const end = old.indexOf(passage) + passage.length - 44
          const { start: from, end: to } = snapToGraphemes(old, start, end)
          const one = { id: 1, start: from, end: to, ...quoteContext(old, from, to) }
          expect(only(old, now, one)).toMatchObject({
            outcome: 'exact',
            candidates: [{ start: from - old.indexOf(passage) + now.indexOf(passage) }],
          })
        },
      ),
    )
  })

  test('G5 a removed passage is never put anywhere by itself, with a twin or without', () => {
    fc.assert(
      fc.property(aText, aText, fc.boolean(), (head, tail, hasTwin) => {
        const passage = 'The passage that will be taken out of the article stands here in full.'
        const twin = hasTwin ? `\n${passage}` : ''
        const old = `${head}\n${passage}\n${tail}${twin}`
        const now = `${head}\n${tail}${twin}`
        const { outcome } = only(old, now, span(old, 'that will be taken out', 1, head.length))
        expect(outcome).not.toBe('exact')
      }),
    )
  })
})
