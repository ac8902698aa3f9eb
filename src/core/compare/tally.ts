/**
 * Counting: one pass over the statements in order of time fills the table of cells (tally-cells.ts). A statement counts once in a row,
 * however many of its issues lie in that row's subtree; its stance counts only in the rows of its very issues. In the pass it is counted
 * with its very issues only, and what was counted is then handed up the tree: that costs as much as there are cells, not statements. Pure.
 */
import { NOWHERE, numbered, placesOf, type Numbered, type Places, type Trees } from './places.ts'
import { add, bearsStance, SIZE } from './rules.ts'
import type { Rows, StatementColumns } from './statements.ts'
import { cellOf, emptyCells, handUp, tallyOf, type Cells, type Tally } from './tally-cells.ts'
import { countVoices, noVoices, voiceOf, type Voices } from './tally-voices.ts'

export interface Tallied {
  /** The cells that have statements: row by row, what has no issue last; within a row by place of the party. */
  readonly cells: readonly Tally[]
  /** Statements of each party, by its place. */
  readonly perParty: Int32Array
  /** Ids of the tags that occur, and the numbers of statements in the same order, cell by cell. */
  readonly tags: readonly number[]
  readonly byTag: Int32Array
  /** Statements in no column. */
  readonly withoutSpeaker: number
}

export function tally(columns: StatementColumns, rows: Rows, trees: Trees): Tallied {
  const places = placesOf(trees)
  const [tags, outlets] = [numbered(columns.tagId), numbered(columns.outletId)]
  const cells = emptyCells(trees, { tags: tags.values.length, outlets: outlets.values.length })
  const voices = noVoices()
  const perParty = new Int32Array(trees.parties.length)
  const passed = new Int32Array(trees.issues.length).fill(NOWHERE)
  const batch = batchFor(trees)
  let [next, withoutSpeaker] = [0, 0]
  // One thing after the other for some statements at a time: short loops over what is still at hand.
  while (next < rows.length) {
    batch.size = 0
    const first = next
    next = place(batch, columns, rows, first, cells, places)
    withoutSpeaker += countParties(perParty, columns, rows.subarray(first, next), places)
    countTags(batch, columns, cells, tags)
    settle(batch, columns, cells, { places, tags, passed })
    countOutlets(batch, columns, cells, { outlets, voices })
    takeStances(batch, columns, cells)
  }
  handUp(cells, places.above)
  countVoices(voices, cells, places.above)
  return { cells: tallyOf(cells, trees), perParty, tags: tags.values, byTag: cells.byTag, withoutSpeaker }
}

/** Some statements with the cells of their very issues, one after the other. */
interface Batch {
  size: number
  readonly row: Int32Array
  readonly cell: Int32Array
  /** Place of the cell, as in `cellAt`. */
  readonly place: Int32Array
  /** Whether there is a statement with several issues among them. */
  hasSeveral: boolean
}
const BATCH = 4_096

/** The last statement may have every issue. */
function batchFor({ issues }: Trees): Batch {
  const ints = (): Int32Array => new Int32Array(BATCH + issues.length + 1)
  return { size: 0, row: ints(), cell: ints(), place: ints(), hasSeveral: false }
}

/** Fills a batch from the first of the rows on; what comes after the last that is in it. */
function place(batch: Batch, columns: StatementColumns, rows: Rows, first: number, cells: Cells, places: Places): number {
  const { speakerId, issueStart, issueId } = columns
  const { columnAt, issueAt } = places
  const { cellAt, parties, issues } = cells
  let next = first
  let size = 0
  let hasSeveral = false
  for (; next < rows.length && size < BATCH; next++) {
    const row = rows[next] ?? 0
    const party = columnAt[speakerId[row] ?? 0] ?? NOWHERE
    if (party === NOWHERE) continue
    const start = issueStart[row] ?? 0
    const end = issueStart[row + 1] ?? 0
    if (end - start > 1) hasSeveral = true
    // What has no issue has a row of its own. No statement is coded with one issue twice: the store refuses it.
    for (let at = start; at < end || at === start; at++) {
      const issue = start === end ? issues : (issueAt[issueId[at] ?? 0] ?? NOWHERE)
      if (issue === NOWHERE) continue
      const where = issue * parties + party
      const known = cellAt[where] ?? 0
      batch.row[size] = row
      batch.cell[size] = known === 0 ? cellOf(cells, where) : known - 1
      batch.place[size++] = where
    }
  }
  batch.size = size
  batch.hasSeveral = hasSeveral
  return next
}

/** How many have no column. */
function countParties(perParty: Int32Array, { speakerId }: StatementColumns, rows: Rows, { columnAt }: Places): number {
  let without = 0
  for (let index = 0; index < rows.length; index++) {
    const party = columnAt[speakerId[rows[index] ?? 0] ?? 0] ?? NOWHERE
    if (party === NOWHERE) without += 1
    else perParty[party] = (perParty[party] ?? 0) + 1
  }
  return without
}

function countTags(batch: Batch, { tagId }: StatementColumns, cells: Cells, tags: Numbered): void {
  const { own, newest, byTag, tagWidth } = cells
  for (let index = 0; index < batch.size; index++) {
    const row = batch.row[index] ?? 0
    const cell = batch.cell[index] ?? 0
    const count = cell * tagWidth + (tags.places[tagId[row] ?? 0] ?? 0)
    own[cell] = (own[cell] ?? 0) + 1
    newest[cell] = row
    byTag[count] = (byTag[count] ?? 0) + 1
  }
}

/** What has several issues would arrive several times where their ways up meet: it is taken off there. */
function settle(
  batch: Batch,
  { tagId }: StatementColumns,
  cells: Cells,
  { places, tags, passed }: { places: Places; tags: Numbered; passed: Int32Array },
): void {
  if (!batch.hasSeveral) return
  for (let index = 0; index < batch.size; index++) {
    const row = batch.row[index] ?? 0
    if (row !== batch.row[index - 1] && row !== batch.row[index + 1]) continue
    const where = batch.place[index] ?? 0
    const party = where % cells.parties
    const meeting = meet(passed, places.above, row, (where - party) / cells.parties)
    if (meeting === NOWHERE) continue
    const count = cellOf(cells, meeting * cells.parties + party) * cells.tagWidth + (tags.places[tagId[row] ?? 0] ?? 0)
    cells.byTag[count] = (cells.byTag[count] ?? 0) - 1
  }
}

/** The first issue on the way up that this statement has passed before, from another of its issues; leaves its mark on the others. */
function meet(passed: Int32Array, above: Int32Array, row: number, issue: number): number {
  for (let up = issue; up !== NOWHERE; up = above[up] ?? NOWHERE) {
    if (passed[up] === row) return up
    passed[up] = row
  }
  return NOWHERE
}

function countOutlets(
  batch: Batch,
  { outletId, storyId }: StatementColumns,
  { byOutlet, outletWidth }: Cells,
  { outlets, voices }: { outlets: Numbered; voices: Voices },
): void {
  for (let index = 0; index < batch.size; index++) {
    const row = batch.row[index] ?? 0
    const outlet = outlets.places[outletId[row] ?? 0] ?? NOWHERE
    const story = storyId[row] ?? 0
    if (outlet === NOWHERE) continue
    if (story !== 0) voiceOf(voices, batch.place[index] ?? 0, story, outlet)
    else {
      const word = (batch.cell[index] ?? 0) * outletWidth + (outlet >>> 5)
      byOutlet[word] = (byOutlet[word] ?? 0) | (1 << (outlet & 31))
    }
  }
}

function takeStances(batch: Batch, columns: StatementColumns, { states }: Cells): void {
  for (let index = 0; index < batch.size; index++) {
    const row = batch.row[index] ?? 0
    if (bearsStance(columns, row)) add(states, columns, row, (batch.cell[index] ?? 0) * SIZE)
  }
}
