/**
 * Threads of the ledger as they are shown: which pass kind and status, in which order, in which groups, and how many there are of each. What has no value stands last, whichever way it is sorted; what is equal keeps the order of the core. Pure.
 */
import type { LedgerRow } from '../../../shared/domain/ledger.ts'
import { threadKindSchema, type ThreadKind, type ThreadStatus } from '../../../shared/domain/thread-status.ts'
import { dayRange } from '../../../shared/domain/partial-date.ts'
import type { LineGroup } from '../../lib/grid/lines.ts'
import type { LedgerColumn, LedgerGroup, LedgerPlace } from '../../lib/ledger-place.ts'

/** Names of the codebook, and how names are put in order. */
export interface Names {
  party: (id: number | null) => string
  issue: (id: number | null) => string
  compare: (a: string, b: string) => number
}

export interface Arranged {
  ids: number[]
  groups: LineGroup[] | null
}

/** Threads by kind and by status. */
export interface Counts {
  byKind: ReadonlyMap<ThreadKind | 'all', number>
  byStatus: ReadonlyMap<ThreadStatus, number>
}

type Look = Pick<LedgerPlace, 'kind' | 'statuses' | 'sort' | 'group'>

export function arrange(rows: readonly LedgerRow[], { kind, statuses = [], sort = [], group }: Look, names: Names): Arranged {
  const hasStatus = (row: LedgerRow): boolean => statuses.length === 0 || statuses.includes(row.status)
  const hasKind = (row: LedgerRow): boolean => kind === undefined || row.kind === kind
  const passing = rows.filter((row) => hasStatus(row) && hasKind(row))
  const sorted = sort.length === 0 ? passing : passing.toSorted((a, b) => compareBy(a, b, sort, names))
  if (group === undefined) return { ids: sorted.map(({ id }) => id), groups: null }
  const parts = partsOf(sorted, group, names)
  return {
    ids: parts.flatMap(({ rows: held }) => held.map(({ id }) => id)),
    groups: parts.map(({ value, label, rows: held }) => ({ value, label, count: held.length })),
  }
}

/** How many there are of each, among all threads: the same whatever else is set. */
export function countsOf(rows: readonly LedgerRow[]): Counts {
  const byKind = new Map<ThreadKind | 'all', number>([['all', rows.length]])
  const byStatus = new Map<ThreadStatus, number>()
  for (const { kind, status } of rows) {
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
  }
  return { byKind, byStatus }
}

function compareBy(a: LedgerRow, b: LedgerRow, sort: NonNullable<LedgerPlace['sort']>, names: Names): number {
  for (const { column, descending } of sort) {
    const one = valueOf(a, column, names)
    const other = valueOf(b, column, names)
    if (one === null || other === null) {
      if (one !== other) return one === null ? 1 : -1
      continue
    }
    const order = typeof one === 'number' && typeof other === 'number' ? one - other : names.compare(String(one), String(other))
    if (order !== 0) return descending ? -order : order
  }
  return 0
}

const textOrNull = (text: string | null): string | null => (text === null || text === '' ? null : text)
const dayOf = (heard: LedgerRow['firstRaised']): number | null => (heard === null ? null : dayRange(heard.date).first)

/** What a row is sorted by; null: it has nothing there. */
function valueOf(row: LedgerRow, column: LedgerColumn, names: Names): number | string | null {
  switch (column) {
    case 'title':
      return row.title
    case 'kind':
      return threadKindSchema.options.indexOf(row.kind)
    case 'status':
      return STATUS_ORDER.indexOf(row.status)
    case 'parties':
      return textOrNull(names.party(row.ownerId))
    case 'issue':
      return textOrNull(names.issue(row.issueId))
    case 'raised':
      return dayOf(row.firstRaised)
    case 'heard':
      return dayOf(row.lastHeard)
    case 'deadline':
      return row.deadlineDay
    case 'open':
      return row.daysOpen
    case 'answers':
    case 'outlets':
    case 'members':
      return row[column]
    case 'criterion':
    case 'monitor':
      return textOrNull(row[column])
  }
}

/** Statuses as one goes through them: what is late or broken first, then what is open, then what is settled. */
export const STATUS_ORDER: readonly ThreadStatus[] = [
  'overdue',
  'violated',
  'open',
  'answered',
  'conditional',
  'rejected',
  'accepted',
  'fulfilled',
  'carried-out',
  'withdrawn',
]

/** Groups in order, each with its rows in theirs; what has none last. */
function partsOf(
  rows: readonly LedgerRow[],
  group: LedgerGroup,
  names: Names,
): { value: string; label: string | null; rows: LedgerRow[] }[] {
  const parts = new Map<string, { value: string; label: string | null; rows: LedgerRow[] }>()
  const nameOf = (id: number | null, name: (id: number | null) => string) => ({ value: id === null ? '' : String(id), label: name(id) })
  for (const row of rows) {
    const { value, label } =
      group === 'owner'
        ? nameOf(row.ownerId, names.party)
        : group === 'addressee'
          ? nameOf(row.addresseeId, names.party)
          : group === 'issue'
            ? nameOf(row.issueId, names.issue)
            : { value: row[group], label: null }
    const part = parts.get(value) ?? { value, label: value === '' ? null : label, rows: [] }
    part.rows.push(row)
    parts.set(value, part)
  }
  const placeOf = (value: string): number =>
    group === 'status' ? STATUS_ORDER.findIndex((status) => status === value) : threadKindSchema.options.findIndex((kind) => kind === value)
  return [...parts.values()].toSorted((a, b) => {
    if (a.value === '' || b.value === '') return a.value === b.value ? 0 : a.value === '' ? 1 : -1
    return group === 'status' || group === 'kind' ? placeOf(a.value) - placeOf(b.value) : names.compare(a.label ?? '', b.label ?? '')
  })
}
