/**
 * The table in which statements are counted: numbers of all cells side by side in typed arrays, with a place for each cell that exists and
 * none for the others, however many parties and issues there are. Pure. Outlets are bits.
 */
import { NOWHERE, type Trees } from './places.ts'
import { begin, SIZE, type StanceState } from './rules.ts'

export interface Cells {
  readonly parties: number
  readonly issues: number
  /** Numbers of one cell in the arrays below. */
  readonly tagWidth: number
  readonly outletWidth: number
  /** By issue and party (`issue * parties + party`; what has no issue comes behind the last): the number of the cell and one more, 0 for none. */
  readonly cellAt: Int32Array
  count: number
  /** By the number of the cell. Statements that are coded with its very issue. */
  own: Int32Array
  /** Row of the newest statement. */
  newest: Int32Array
  /** Statements by tag. */
  byTag: Int32Array
  /** Outlets with a voice of their own, of articles that tell no story. */
  byOutlet: Int32Array
  /** Outlets that are the voice of a story (tally-voices.ts). */
  byVoice: Int32Array
  /** Stances of its own statements. */
  states: StanceState
}

/** What was counted of one cell. */
export interface Tally {
  /** null: the row of statements without an issue. */
  readonly issueId: number | null
  readonly partyId: number
  readonly statements: number
  readonly own: number
  /** Where its statements by tag begin in `Tallied.byTag`. */
  readonly firstTag: number
  /** Row of the newest statement. */
  readonly newest: number
  /** Outlets that are independent of each other. */
  readonly outlets: number
  /** Where the state of its stances begins in `states`. */
  readonly states: StanceState
  readonly at: number
}

/** Cells that there is room for at first. */
const ROOM = 64

export function emptyCells(trees: Trees, { tags, outlets }: { tags: number; outlets: number }): Cells {
  const [parties, issues] = [trees.parties.length, trees.issues.length]
  const outletWidth = (outlets + 31) >>> 5
  const ints = (width: number): Int32Array => new Int32Array(ROOM * width)
  return {
    parties,
    issues,
    tagWidth: tags,
    outletWidth,
    cellAt: new Int32Array((issues + 1) * parties),
    count: 0,
    own: ints(1),
    newest: ints(1),
    byTag: ints(tags),
    byOutlet: ints(outletWidth),
    byVoice: ints(outletWidth),
    states: ints(SIZE),
  }
}

/** The number of the cell at a place; where there is none yet it is made, and the arrays may be others than before. */
export function cellOf(cells: Cells, place: number): number {
  const known = cells.cellAt[place] ?? 0
  if (known !== 0) return known - 1
  if (cells.count === cells.own.length) {
    for (const name of ['own', 'newest', 'byTag', 'byOutlet', 'byVoice', 'states'] as const) cells[name] = doubled(cells[name])
  }
  const cell = cells.count++
  cells.cellAt[place] = cell + 1
  cells.newest[cell] = NOWHERE
  begin(cells.states, cell * SIZE)
  return cell
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** Hands what was counted with each issue to all above it, from the leaves to the roots. Voices of stories and stances stay where they are. */
export function handUp(cells: Cells, above: Int32Array): void {
  const { parties, tagWidth, outletWidth } = cells
  for (const issue of fromTheLeaves(above)) {
    const upper = above[issue] ?? NOWHERE
    for (let party = 0; upper !== NOWHERE && party < parties; party++) {
      const from = (cells.cellAt[issue * parties + party] ?? 0) - 1
      if (from === NOWHERE) continue
      const to = cellOf(cells, upper * parties + party)
      const { newest, byTag, byOutlet } = cells
      newest[to] = Math.max(newest[to] ?? NOWHERE, newest[from] ?? NOWHERE)
      for (let tag = 0; tag < tagWidth; tag++)
        byTag[to * tagWidth + tag] = (byTag[to * tagWidth + tag] ?? 0) + (byTag[from * tagWidth + tag] ?? 0)
      for (let word = 0; word < outletWidth; word++)
        byOutlet[to * outletWidth + word] = (byOutlet[to * outletWidth + word] ?? 0) | (byOutlet[from * outletWidth + word] ?? 0)
    }
  }
}

/** Places of issues, each before the one above it. */
function fromTheLeaves(above: Int32Array): number[] {
  const depths = Array.from(above, (upper) => {
    let depth = 0
    for (let up = upper; up !== NOWHERE; up = above[up] ?? NOWHERE) depth += 1
    return depth
  })
  return [...depths.keys()].toSorted((a, b) => (depths[b] ?? 0) - (depths[a] ?? 0))
}

/** All cells, issue by issue. */
export function tallyOf(cells: Cells, { parties, issues }: Trees): Tally[] {
  const { tagWidth, own, newest, byTag, states } = cells
  const tallies: Tally[] = []
  for (let place = 0; place < cells.cellAt.length; place++) {
    const cell = (cells.cellAt[place] ?? 0) - 1
    if (cell === NOWHERE) continue
    const party = place % cells.parties
    const firstTag = cell * tagWidth
    let statements = 0
    for (let tag = 0; tag < tagWidth; tag++) statements += byTag[firstTag + tag] ?? 0
    tallies.push({
      issueId: issues[(place - party) / cells.parties]?.id ?? null,
      partyId: parties[party]?.id ?? 0,
      statements,
      own: own[cell] ?? 0,
      firstTag,
      newest: newest[cell] ?? NOWHERE,
      outlets: outletsOf(cells, cell),
      states,
      at: cell * SIZE,
    })
  }
  return tallies
}

function outletsOf({ byOutlet, byVoice, outletWidth }: Cells, cell: number): number {
  let outlets = 0
  for (let word = cell * outletWidth; word < (cell + 1) * outletWidth; word++) outlets += ones((byOutlet[word] ?? 0) | (byVoice[word] ?? 0))
  return outlets
}

/** Bits that are set. */
function ones(word: number): number {
  let count = 0
  for (let bits = word; bits !== 0; bits &= bits - 1) count += 1
  return count
}
