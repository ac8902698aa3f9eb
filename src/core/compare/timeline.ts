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
import { numbered } from './places.ts'
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
  const { lanes, laneAt } = lanesOf(columns, rows, context)
  // What has no date comes first.
  const undated = lanes.reduce((sum, lane) => sum + lane.undated, 0)
  const dated = rows.subarray(undated)
  const inBins = dated.length > context.limit
  const marks = inBins ? [] : toMarks(columns, dated, laneAt, context)
  const firstRow = dated[0]
  const lastRow = dated.at(-1)
  return {
    lanes,
    marks,
    threads: inBins ? [] : toThreads(context.threads, marks),
    bins: inBins ? toBins(columns, dated, laneAt, lanes.length) : null,
    first: firstRow === undefined ? null : at(columns.day, firstRow),
    last: lastRow === undefined ? null : marks.reduce((last, mark) => Math.max(last, mark.last), at(columns.day, lastRow)),
    statements: rows.length,
    undated,
  }
}

const GROUPS: readonly Lane['group'][] = ['principal', 'other', 'mediator', 'unnamed']
const groupOf = (role: PartyRole | undefined): Lane['group'] => (role === 'principal' || role === 'mediator' ? role : 'other')

/** The lanes that have statements, and by the id of a speaker (0: none) the index of its lane. */
function lanesOf(
  columns: StatementColumns,
  rows: Rows,
  { parties, level }: Pick<TimelineContext, 'parties' | 'level'>,
): { lanes: Lane[]; laneAt: Int32Array } {
  const column = columnOf(level, parties)
  const roles = new Map(parties.map(({ id, role }) => [id, role]))
  const byParty = new Map<number, Lane>()
  const { statements, undated } = countSpeakers(columns, rows)
  const partyOf = (speaker: number): number => (speaker === 0 ? 0 : column(speaker))
  const speakers = [...statements.keys()].filter((speaker) => statements[speaker] !== 0)
  for (const speaker of speakers) {
    const partyId = partyOf(speaker)
    const group = partyId === 0 ? 'unnamed' : groupOf(roles.get(partyId))
    const lane = byParty.get(partyId) ?? { partyId: partyId === 0 ? null : partyId, group, statements: 0, undated: 0 }
    byParty.set(partyId, lane)
    lane.statements += at(statements, speaker)
    lane.undated += at(undated, speaker)
  }
  const places = new Map(parties.map(({ id }, index) => [id, index]))
  const place = ({ partyId }: Lane): number => (partyId === null ? 0 : (places.get(partyId) ?? 0))
  const lanes = [...byParty.values()].toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || place(a) - place(b))
  const index = new Map(lanes.map(({ partyId }, order) => [partyId ?? 0, order]))
  const laneAt = new Int32Array(statements.length)
  for (const speaker of speakers) laneAt[speaker] = index.get(partyOf(speaker)) ?? 0
  return { lanes, laneAt }
}

/** Statements by the id of their speaker, and how many of them have no date. */
function countSpeakers({ speakerId, day }: StatementColumns, rows: Rows): { statements: Int32Array; undated: Int32Array } {
  // As long as there are ids.
  const { length } = numbered(speakerId).places
  const [statements, undated] = [new Int32Array(length), new Int32Array(length)]
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    const speaker = speakerId[row] ?? 0
    statements[speaker] = (statements[speaker] ?? 0) + 1
    if (day[row] === UNDATED) undated[speaker] = (undated[speaker] ?? 0) + 1
  }
  return { statements, undated }
}

function toMarks(columns: StatementColumns, rows: Rows, laneAt: Int32Array, context: TimelineContext): Mark[] {
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
      lane: at(laneAt, at(columns.speakerId, row)),
      first: day,
      last: date === undefined ? day : dayRange(date).last,
      precision: precision === 'time' ? 'day' : precision,
      dateFrom: at(columns.isStated, row) === 1 ? 'statement' : 'publication',
      tagId: at(columns.tagId, row),
      issueIds: Array.from(columns.issueId.subarray(at(columns.issueStart, row), at(columns.issueStart, row + 1))),
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
