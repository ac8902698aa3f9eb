/** How alike two statements are, the titles proposed for them, and who speaks in one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonTo, pairOf, weightOf, type Likely } from '../../../../src/core/threads/likely.ts'
import { proposedTitle, type TitleText } from '../../../../src/core/threads/proposed-title.ts'
import { sideOf } from '../../../../src/core/threads/sides.ts'

const statement = (words: readonly number[], rest: Partial<Likely> = {}): Likely => ({
  id: 1,
  articleId: 1,
  day: 0,
  side: 1,
  speakerId: 1,
  issueIds: [],
  issueRoots: [],
  targetIds: [],
  targetSides: [],
  ...rest,
  words: Int32Array.from(words).sort(),
})
const WORDS = 12
const someWords = fc.uniqueArray(fc.nat({ max: WORDS - 1 }))
const someWeights = fc
  .array(fc.integer({ min: 1, max: 50 }), { minLength: WORDS, maxLength: WORDS })
  .map((counts) => Float64Array.from(counts, (count) => weightOf(count, 50)))

describe('words', () => {
  test('the share is that of sets, weighed, whichever of the two comes first', () => {
    fc.assert(
      fc.property(someWords, someWords, someWeights, (a, b, weights) => {
        const sum = (words: readonly number[]) => words.reduce((total, word) => total + (weights[word] ?? 0), 0)
        const lighter = Math.min(sum(a), sum(b))
        const share = lighter === 0 ? 0 : sum(a.filter((word) => b.includes(word))) / lighter
        const damped = share * Math.min(1, Math.min(a.length, b.length) / 5)
        const pair = pairOf(statement(a), statement(b), weights)
        expect(pair.words).toBeCloseTo(damped, 10)
        expect(pairOf(statement(b), statement(a), weights).words).toBeCloseTo(pair.words, 10)
      }),
    )
  })

  test('a rare word in common counts for more than a common one', () => {
    const weights = Float64Array.from([weightOf(40, 50), weightOf(2, 50), 1, 1, 1, 1, 1, 1, 1, 1])
    const with0 = pairOf(statement([0, 2, 3, 4, 5]), statement([0, 6, 7, 8, 9]), weights)
    const with1 = pairOf(statement([1, 2, 3, 4, 5]), statement([1, 6, 7, 8, 9]), weights)
    expect(with1.words).toBeGreaterThan(with0.words)
  })
})

test('common is what more than half have', () => {
  const issues = (...issueIds: number[]) => statement([], { issueIds })
  const of = ({ issueIds }: Likely) => issueIds
  expect(commonTo([issues(1), issues(1, 2), issues(2)], of)).toBe(1)
  expect(commonTo([issues(1), issues(2)], of)).toBeNull()
  expect(commonTo([issues(1, 2), issues(2), issues(2)], of)).toBe(2)
  expect(commonTo([], of)).toBeNull()
})

const own = (text: string, more: Partial<TitleText> = {}): TitleText => ({ text, isOwn: true, isReadable: true, ...more })

describe('a title', () => {
  test('is the shortest quote that says enough, without its marks', () => {
    expect(
      proposedTitle(
        ['“Close the border training camps now,”', 'Close them', 'Kabul should finally close all the training camps.'].map((text) =>
          own(text),
        ),
      ),
    ).toBe('Close the border training camps now')
    expect(proposedTitle([own('Close them'), own('Now!')])).toBe('Now!')
  })

  test('is in the words of the owner, which can be read, before it is short', () => {
    const reported = own('Kabul closes training camps soon', { isOwn: false })
    const foreign = own('کابل سرحدی تربیتی کیمپ بند کرے', { isReadable: false })
    const said = own('Kabul has to close all of the training camps along the border', {})
    expect(proposedTitle([reported, foreign, said])).toBe(said.text)
    expect(proposedTitle([reported, foreign])).toBe(reported.text)
    expect(proposedTitle([foreign])).toBe(foreign.text)
  })

  test('begins with a capital letter, and with nothing that ties it to the sentence before', () => {
    expect(proposedTitle([own('and that they must close all border training camps')])).toBe('Must close all border training camps')
    expect(proposedTitle([own('no aircraft strike inside Afghan territory')])).toBe('No aircraft strike inside Afghan territory')
    // What stands by itself comes before what was cut out of a sentence, though it is longer.
    const whole = own('Kabul has to close all of the training camps along the border')
    expect(proposedTitle([own('and close all border training camps'), whole])).toBe(whole.text)
    // Where nothing would be left, it stays.
    expect(proposedTitle([own('they agreed')])).toBe('They agreed')
  })

  test('is cut at a word, or between characters, and never empty', () => {
    const long = proposedTitle([own(`word ${'another '.repeat(40)}`)])
    expect(long.length).toBeLessThanOrEqual(121)
    expect(long.endsWith('another…')).toBe(true)
    expect(proposedTitle([own('阿'.repeat(300))])).toBe(`${'阿'.repeat(120)}…`)
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
          { minLength: 1 },
        ),
        (texts) => {
          const title = proposedTitle(texts.map((text) => own(text)))
          expect(title).not.toBe('')
          expect(title.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})

test('whom a statement is made for comes before who makes it, and the nearer of two before the farther', () => {
  const lineages: Record<number, number[]> = { 1: [1], 2: [2, 1], 3: [3], 4: [4] }
  const side = (ownerId: number | null, addresseeId: number | null, speaker: number | null, behalf: number | null = null) =>
    sideOf({ ownerId, addresseeId }, speaker, behalf, (id) => lineages[id] ?? [])
  expect(side(1, 3, 2)).toBe('owner')
  expect(side(1, 2, 2)).toBe('addressee')
  expect(side(1, 3, 4, 3)).toBe('addressee')
  expect(side(1, 3, 4)).toBe('other')
  expect(side(1, 3, null)).toBe('unknown')
  expect(side(null, 3, 1)).toBe('unknown')
  expect(side(null, 3, 3)).toBe('addressee')
})
