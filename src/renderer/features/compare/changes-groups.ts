/** What changed, as lines in groups: by kind, by party or by issue. Pure. */
import type { CellChange, CellChangeKind, Changes, ThreadChange, ThreadChangeKind } from '../../../shared/domain/changes.ts'
import type { Codebook } from '../../lib/codebook.ts'

export type ChangeKind = CellChangeKind | ThreadChangeKind
export type ChangeLine = { of: 'cell'; change: CellChange } | { of: 'thread'; change: ThreadChange }
export const CHANGE_GROUPINGS = ['kind', 'party', 'issue'] as const
export type ChangeGrouping = (typeof CHANGE_GROUPINGS)[number]

/** What asks for an answer first, then how far a party moved, then what is new and what has gone quiet. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  'overdue',
  'reversed',
  'hardened',
  'softened',
  'declined',
  'new',
  'answered',
  'settled',
  'silent',
]

export interface ChangeGroup {
  /** The kind, or the id of the party or issue; null: of none. */
  key: ChangeKind | number | null
  lines: ChangeLine[]
}

/** Lines of the kinds that are wanted (none: all), in groups in the order of kinds or of the codebook. */
export function groupChanges(
  { cells, threads }: Pick<Changes, 'cells' | 'threads'>,
  by: ChangeGrouping,
  kinds: ReadonlySet<ChangeKind>,
  { parties, issues }: Pick<Codebook, 'parties' | 'issues'>,
): ChangeGroup[] {
  const all: ChangeLine[] = [
    ...cells.map((change) => ({ of: 'cell' as const, change })),
    ...threads.map((change) => ({ of: 'thread' as const, change })),
  ]
  const lines = all
    .filter(({ change }) => kinds.size === 0 || kinds.has(change.kind))
    .toSorted((a, b) => CHANGE_KINDS.indexOf(a.change.kind) - CHANGE_KINDS.indexOf(b.change.kind))
  const groups = Map.groupBy(lines, (line) => (by === 'kind' ? line.change.kind : by === 'party' ? partyOf(line) : line.change.issueId))
  const order: readonly ChangeGroup['key'][] =
    by === 'kind' ? CHANGE_KINDS : by === 'party' ? parties.map(({ id }) => id) : issues.map(({ id }) => id)
  const place = (key: ChangeGroup['key']): number => (order.includes(key) ? order.indexOf(key) : order.length)
  return [...groups].map(([key, those]) => ({ key, lines: those })).toSorted((a, b) => place(a.key) - place(b.key))
}

/** Whose change it is; of a thread that of its owner. */
export const partyOf = (line: ChangeLine): number | null => (line.of === 'cell' ? line.change.partyId : line.change.ownerId)

/** One key for each line. */
export const lineKey = (line: ChangeLine): string =>
  line.of === 'cell'
    ? `${line.change.kind} ${line.change.issueId} ${line.change.partyId}`
    : `${line.change.kind} thread ${line.change.threadId}`
