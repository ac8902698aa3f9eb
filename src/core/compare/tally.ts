/**
 * Counting: one pass over the statements in order of time fills the table of cells. A statement counts once in a row, however many of its
 * issues lie in that row's subtree; its stance counts only in the rows of its very issues. Pure.
 */
import { NOWHERE, numbered, placesOf, type Trees } from './places.ts'
import { add, bearsStance, begin, type StanceState } from './rules.ts'
import type { Rows, StatementColumns } from './statements.ts'

/** What is counted of one cell. */
export interface Tally {
  /** null: the row of statements without an issue. */
  readonly issueId: number | null
  readonly partyId: number
  statements: number
  own: number
  /** By the place of the tag in `Tallied.tags`. */
  readonly tags: number[]
  /** Row of the newest statement. */
  newest: number
  /** Outlets with a voice of their own here, as bits, and the stories that have had theirs. */
  readonly outlets: Uint32Array
  stories: Uint32Array | null
  /** Of its own statements; null where none has a stance. */
  state: StanceState | null
  /** Row of the last statement that was counted here: none counts twice. */
  lastRow: number
}

export interface Tallied {
  /** By place of the party, then by place of the issue; what has no issue comes behind the last. */
  readonly cells: readonly (readonly (Tally | undefined)[] | undefined)[]
  /** Statements of each party that has some, by its place. */
  readonly perParty: readonly number[]
  /** Ids of the tags that occur. */
  readonly tags: readonly number[]
  /** Statements in no column. */
  readonly withoutSpeaker: number
}

export function tally(columns: StatementColumns, rows: Rows, trees: Trees): Tallied {
  const { parties, issues } = trees
  const places = placesOf(trees)
  const tags = numbered(columns.tagId)
  const outlets = numbered(columns.outletId)
  const stories = numbered(columns.storyId)
  const [outletWords, storyWords] = [wordsFor(outlets.values.length), wordsFor(stories.values.length)]
  const cells: (Tally | undefined)[][] = []
  const perParty = parties.map(() => 0)
  let withoutSpeaker = 0

  const cellAt = (party: number, issue: number): Tally => {
    const ofParty = (cells[party] ??= issues.map(() => undefined).concat([undefined]))
    return (ofParty[issue] ??= {
      issueId: issues[issue]?.id ?? null,
      partyId: parties[party]?.id ?? 0,
      statements: 0,
      own: 0,
      tags: tags.values.map(() => 0),
      newest: NOWHERE,
      outlets: new Uint32Array(outletWords),
      stories: null,
      state: null,
      lastRow: NOWHERE,
    })
  }

  for (const row of rows) {
    const party = places.column(columns.speakerId[row] ?? 0)
    if (party === NOWHERE) {
      withoutSpeaker += 1
      continue
    }
    perParty[party] = (perParty[party] ?? 0) + 1
    const speaks = bearsStance(columns, row)
    const tag = tags.of(columns.tagId[row] ?? 0)
    const outlet = outlets.of(columns.outletId[row] ?? 0)
    const story = stories.of(columns.storyId[row] ?? 0)
    const end = columns.issueStart[row + 1] ?? 0
    let at = columns.issueStart[row] ?? 0
    const hasNone = at === end
    do {
      let issue = hasNone ? issues.length : places.issue(columns.issueId[at] ?? 0)
      for (let isOwn = true; issue !== NOWHERE; isOwn = false, issue = places.above[issue] ?? NOWHERE) {
        const cell = cellAt(party, issue)
        // No statement is coded with one issue twice: the store refuses it.
        if (isOwn) {
          cell.own += 1
          if (speaks) add((cell.state ??= begin()), columns, row)
        }
        // Another issue of this statement came by here: all above have it.
        if (cell.lastRow === row) break
        cell.lastRow = row
        cell.newest = row
        cell.statements += 1
        cell.tags[tag] = (cell.tags[tag] ?? 0) + 1
        if (outlet !== NOWHERE) hear(cell, outlet, story, storyWords)
      }
      at += 1
    } while (at < end)
  }
  return { cells, perParty, tags: tags.values, withoutSpeaker }
}

/** Articles of one story speak with one voice: that of the first of them whose outlet is known. */
function hear(cell: Tally, outlet: number, story: number, storyWords: number): void {
  if (story === NOWHERE || mark((cell.stories ??= new Uint32Array(storyWords)), story)) mark(cell.outlets, outlet)
}

/** Thirty-two to a word. */
const wordsFor = (count: number): number => (count + 31) >>> 5

/** Sets a bit; whether it was not set before. */
function mark(bits: Uint32Array, place: number): boolean {
  const word = bits[place >>> 5] ?? 0
  const bit = 1 << (place & 31)
  bits[place >>> 5] = word | bit
  return (word & bit) === 0
}

/** Outlets that are independent of each other. */
export function independentOutlets({ outlets }: Tally): number {
  let count = 0
  for (let bits of outlets) for (; bits !== 0; bits &= bits - 1) count += 1
  return count
}
