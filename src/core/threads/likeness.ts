/**
 * How well a statement fits a thread. Pure: a plain sum of reasons that a person can check, never a verdict. Words are compared as
 * folded index tokens, so that case, accents and letter variants of Arabic script do not matter and Chinese is compared by pairs of characters.
 */
import { ftsTokens } from '../../shared/text/tokens.ts'
import type { ThreadReason } from '../../shared/domain/thread.ts'

/** What is compared of a statement. */
export interface StatementFacts {
  speakerIds: readonly number[]
  targetIds: readonly number[]
  issueIds: readonly number[]
  tagCode: string
  words: ReadonlySet<string>
}

/** What is compared of a thread: its own fields and the words of its title and members. */
export interface ThreadFacts {
  kind: string
  ownerId: number | null
  addresseeId: number | null
  issueId: number | null
  /** Issues of its members besides its own. */
  memberIssueIds: readonly number[]
  words: ReadonlySet<string>
}

export interface Likeness {
  score: number
  reasons: ThreadReason[]
}

const WEIGHTS: Record<Exclude<ThreadReason, 'words'>, number> = { owner: 3, addressee: 2, issue: 3, answer: 4, kind: 1 }
/** Share of the shorter text's words that must be in the other before words count at all; at 1 they are worth WORDS_WEIGHT. */
const WORDS_FLOOR = 0.25
const WORDS_WEIGHT = 5
/** Below this a thread is not worth showing: one reason alone, such as the same speaker, fits too many. */
export const LEAST_SCORE = 4

/** Short words carry grammar, not matter; in scripts without spaces a token is a pair of characters and always counts. */
const isContent = (token: string): boolean => token.length > 3 || /[^\u0000-\u024f\u0600-\u06ff]/u.test(token)

/** Words of a text as they are compared. */
export function contentWords(text: string): Set<string> {
  return new Set(ftsTokens(text).split(' ').filter(isContent))
}

/** Share of the smaller set that is in the other, from 0 to 1 (the overlap coefficient). */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let common = 0
  for (const word of small) if (large.has(word)) common += 1
  return common / small.size
}

/** Reasons in order of weight, and their sum. Zero where nothing is in common. */
export function likeness(statement: StatementFacts, thread: ThreadFacts): Likeness {
  const speaks = (partyId: number | null): boolean => partyId !== null && statement.speakerIds.includes(partyId)
  const isTarget = (partyId: number | null): boolean => partyId !== null && statement.targetIds.includes(partyId)
  const shared = overlap(statement.words, thread.words)
  const issues = [thread.issueId, ...thread.memberIssueIds]
  const found: Partial<Record<ThreadReason, number>> = {
    ...(speaks(thread.addresseeId) && (thread.ownerId === null || isTarget(thread.ownerId)) && { answer: WEIGHTS.answer }),
    ...(speaks(thread.ownerId) && { owner: WEIGHTS.owner }),
    ...(statement.issueIds.some((id) => issues.includes(id)) && { issue: WEIGHTS.issue }),
    ...(isTarget(thread.addresseeId) && { addressee: WEIGHTS.addressee }),
    ...(statement.tagCode === thread.kind && { kind: WEIGHTS.kind }),
    ...(shared >= WORDS_FLOOR && { words: shared * WORDS_WEIGHT }),
  }
  const reasons = Object.entries(found) as [ThreadReason, number][]
  return {
    score: reasons.reduce((sum, [, weight]) => sum + weight, 0),
    reasons: reasons.toSorted((a, b) => b[1] - a[1]).map(([reason]) => reason),
  }
}
