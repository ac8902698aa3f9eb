/** What makes a statement fit a thread: reasons that add up, in every script, and nothing out of nothing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contentWords,
  LEAST_SCORE,
  likeness,
  overlap,
  type StatementFacts,
  type ThreadFacts,
} from '../../../../src/core/threads/likeness.ts'

const statement = (facts: Partial<StatementFacts> = {}): StatementFacts => ({
  speakerIds: [],
  targetIds: [],
  issueIds: [],
  tagCode: 'demand',
  words: new Set(),
  ...facts,
})
const thread = (facts: Partial<ThreadFacts> = {}): ThreadFacts => ({
  kind: 'demand',
  ownerId: null,
  addresseeId: null,
  issueId: null,
  memberIssueIds: [],
  words: new Set(),
  ...facts,
})

describe('reasons', () => {
  test('the owner says it again on the same issue', () => {
    const found = likeness(statement({ speakerIds: [1], issueIds: [7] }), thread({ ownerId: 1, issueId: 7 }))
    expect(found.reasons).toEqual(['owner', 'issue', 'kind'])
    expect(found.score).toBeGreaterThanOrEqual(LEAST_SCORE)
  })
  test('the addressee answers the owner', () => {
    const answer = statement({ speakerIds: [2], targetIds: [1], tagCode: 'rejection' })
    expect(likeness(answer, thread({ ownerId: 1, addresseeId: 2 })).reasons).toEqual(['answer'])
    expect(likeness({ ...answer, targetIds: [3] }, thread({ ownerId: 1, addresseeId: 2 })).reasons).toEqual([])
  })
  test('the same speaker alone is not enough to be shown', () => {
    expect(likeness(statement({ speakerIds: [1], tagCode: 'offer' }), thread({ ownerId: 1 })).score).toBeLessThan(LEAST_SCORE)
  })
  test('nothing in common gives nothing', () => {
    const found = likeness(statement({ speakerIds: [1], issueIds: [2], tagCode: 'offer', words: contentWords('ceasefire line') }), thread())
    expect(found).toEqual({ score: 0, reasons: [] })
  })
  test.each([
    ['English', 'Reopen the Torkham crossing for lorries', 'that the crossing at Torkham be reopened for the lorries'],
    ['Urdu', 'طورخم گزرگاہ کو ٹرکوں کے لیے کھولا جائے', 'طورخم کی گزرگاہ ٹرکوں کے لئے فوراً کھولی جائے'],
    ['Chinese', '立即重新开放边境口岸', '必须重新开放所有边境口岸'],
  ])('similar words count in %s, other words do not', (_, a, b) => {
    const facts = thread({ words: contentWords(b) })
    expect(likeness(statement({ tagCode: 'offer', words: contentWords(a) }), facts).reasons).toEqual(['words'])
    expect(
      likeness(statement({ tagCode: 'offer', words: contentWords('a monitoring team under the United Nations') }), facts).reasons,
    ).toEqual([])
  })
})

const words = fc
  .uniqueArray(fc.constantFrom('open', 'road', 'camp', 'gate', 'team', 'line', 'fire'), { maxLength: 7 })
  .map((list) => new Set(list))

describe('overlap', () => {
  test('is symmetric, lies between 0 and 1, and is 1 where one text holds the other', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a))
        expect(overlap(a, b)).toBeGreaterThanOrEqual(0)
        expect(overlap(a, b)).toBeLessThanOrEqual(1)
        if (a.size > 0) expect(overlap(a, new Set([...a, ...b]))).toBe(1)
      }),
    )
  })
  test('one more thing in common never lowers the score', () => {
    fc.assert(
      fc.property(words, words, fc.nat({ max: 3 }), fc.nat({ max: 3 }), (a, b, speaker, issue) => {
        const facts = thread({ ownerId: 1, issueId: 2, words: b })
        const less = statement({ words: a, speakerIds: [speaker + 2], issueIds: [issue + 3] })
        const more = { ...less, speakerIds: [...less.speakerIds, 1], issueIds: [...less.issueIds, 2] }
        expect(likeness(more, facts).score).toBeGreaterThanOrEqual(likeness(less, facts).score)
      }),
    )
  })
})
