/**
 * The timeline. Pure: rows of columns in, lanes and marks out. A statement stands in the lane of its speaker at the level that is asked for,
 * once; one without a date is counted there and drawn nowhere.
 */
import type { PartyLevel } from '../../shared/domain/compare.ts'
import { datePrecision, dayRange, type PartialDate } from '../../shared/domain/partial-date.ts'
import type { PartyRole } from '../../shared/domain/party.ts'
import type { Thread } from '../../shared/domain/thread.ts'
import type { Lane, Mark, Timeline, TimelineThread } from '../../shared/domain/timeline.ts'
import { columnOf, type PartyNode } from './columns.ts'
import { STANCES, UNDATED, type Rows, type StatementColumns } from './statements.ts'
import { toBins } from './timeline-bins.ts'

export interface TimelineContext {
  /** In tree order. */
  parties: readonly (PartyNode & { role: PartyRole })[]
  level: PartyLevel
  threads: readonly Pick<Thread, 'id' | 'kind' | 'title' | 'members'>[]
  /** Dates of those among these statements that name only a month or a year. Not asked where the answer is in bins. */
  wideDates: (ids: readonly number[]) => ReadonlyMap<number, PartialDate>
  limit: number
}

/** Lane by lane as the codebook has the parties: principals, others, mediators; statements without a speaker last. */
export function buildTimeline(columns: StatementColumns, rows: Rows, context: TimelineContext): Omit<Timeline, 'today'> {
  const lane = laneOf(columns, rows, context)
  const isDated = (row: number): boolean => at(columns.day, row) !== UNDATED
  const dated = rows.filter(isDated)
  const inBins = dated.length > context.limit
  const marks = inBins ? [] : toMarks(columns, dated, lane.of, context)
  const firstRow = dated[0]
  const lastRow = dated.at(-1)
  return {
    lanes: lane.lanes,
    marks,
    threads: inBins ? [] : toThreads(context.threads, marks),
    bins: inBins ? toBins(columns, dated, lane.of) : null,
    first: firstRow === undefined ? null : at(columns.day, firstRow),
    last: lastRow === undefined ? null : marks.reduce((last, mark) => Math.max(last, mark.last), at(columns.day, lastRow)),
    statements: rows.length,
    undated: rows.length - dated.length,
  }
}

const GROUPS: readonly Lane['group'][] = ['principal', 'other', 'mediator', 'unnamed']
const groupOf = (role: PartyRole | undefined): Lane['group'] => (role === 'principal' || role === 'mediator' ? role : 'other')

/** The lanes that have statements, and for a row of the columns the index of its lane. */
function laneOf(
  columns: StatementColumns,
  rows: Rows,
  { parties, level }: Pick<TimelineContext, 'parties' | 'level'>,
): { lanes: Lane[]; of: (row: number) => number } {
  const column = columnOf(level, parties)
  const bySpeaker = new Map<number, number>()
  const partyOf = (row: number): number => {
    const speaker = at(columns.speakerId, row)
    if (speaker === 0) return 0
    const known = bySpeaker.get(speaker) ?? column(speaker)
    bySpeaker.set(speaker, known)
    return known
  }
  const byParty = new Map<number, Lane>()
  const roles = new Map(parties.map(({ id, role }) => [id, role]))
  for (const row of rows) {
    const partyId = partyOf(row)
    const group = partyId === 0 ? 'unnamed' : groupOf(roles.get(partyId))
    const lane = byParty.get(partyId) ?? { partyId: partyId === 0 ? null : partyId, group, statements: 0, undated: 0 }
    byParty.set(partyId, lane)
    lane.statements += 1
    if (at(columns.day, row) === UNDATED) lane.undated += 1
  }
  const places = new Map(parties.map(({ id }, index) => [id, index]))
  const place = ({ partyId }: Lane): number => (partyId === null ? 0 : (places.get(partyId) ?? 0))
  const lanes = [...byParty.values()].toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || place(a) - place(b))
  const index = new Map(lanes.map(({ partyId }, order) => [partyId ?? 0, order]))
  return { lanes, of: (row) => index.get(partyOf(row)) ?? 0 }
}

function toMarks(columns: StatementColumns, rows: Rows, laneOfRow: (row: number) => number, context: TimelineContext): Mark[] {
  const wide = context.wideDates(Array.from(rows, (row) => at(columns.id, row)))
  const threads = threadsByMember(context.threads)
  return Array.from(rows, (row) => {
    const id = at(columns.id, row)
    const day = at(columns.day, row)
    const date = wide.get(id)
    const precision = date === undefined ? 'day' : datePrecision(date)
    const intensity = at(columns.intensity, row)
    return {
      id,
      lane: laneOfRow(row),
      first: day,
      last: date === undefined ? day : dayRange(date).last,
      precision: precision === 'time' ? 'day' : precision,
      dateFrom: at(columns.isStated, row) === 1 ? 'statement' : 'publication',
      tagId: at(columns.tagId, row),
      stance: STANCES[at(columns.stance, row)] ?? null,
      intensity: intensity === 0 ? null : intensity,
      important: at(columns.important, row) === 1,
      threadIds: threads.get(id) ?? [],
    }
  })
}

function threadsByMember(threads: TimelineContext['threads']): Map<number, number[]> {
  const byMember = new Map<number, number[]>()
  for (const { id, members } of threads)
    for (const { annotationId } of members) {
      const ids = byMember.get(annotationId) ?? []
      byMember.set(annotationId, ids)
      ids.push(id)
    }
  return byMember
}

/** Threads with at least one mark here; their members as the marks stand. */
function toThreads(threads: TimelineContext['threads'], marks: readonly Mark[]): TimelineThread[] {
  const order = new Map(marks.map(({ id }, index) => [id, index]))
  return threads
    .map(({ id, kind, title, members }) => ({
      id,
      kind,
      title,
      members: members
        .filter(({ annotationId }) => order.has(annotationId))
        .map(({ annotationId, role }) => ({ id: annotationId, role }))
        .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
    }))
    .filter(({ members }) => members.length > 0)
}

const at = (column: ArrayLike<number>, row: number): number => column[row] ?? 0
