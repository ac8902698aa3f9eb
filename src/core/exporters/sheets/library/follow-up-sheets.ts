/** Sheets of what was made of annotations: threads, checks, events, and what was written of cells of the comparison. */
import { listEvents } from '../../../store/events.ts'
import { msToIso } from '../../../store/rows.ts'
import { listThreads } from '../../../store/threads.ts'
import type { ReadDb } from '../../../store/types.ts'
import { say } from '../../../messages.ts'
import type { Sheet } from '../../document/model.ts'
import { writeList } from './name-list.ts'
import { texts, type LibraryTable } from './source-sheets.ts'

/** Under a filter, those with a chosen statement, with their chosen statements only. */
export function threadSheet(db: ReadDb, { names, chosen, notes }: LibraryTable): Sheet {
  const isChosen = chosenIn(chosen)
  const uids = uidsOf(db)
  const own = new Map(
    db
      .all<{ id: number; status: string | null; reason: string | null }>(
        'SELECT id, status_override AS status, status_reason AS reason FROM thread',
      )
      .map((row) => [row.id, row]),
  )
  return {
    name: say('sheet.threads'),
    columns: [
      { head: 'Title', kind: 'text', width: 44 },
      ...texts(
        'Kind',
        'Owner',
        'Addressee',
        'Issue',
        'Criterion',
        'Deadline',
        'Schedule',
        'Measure',
        'Standard',
        'Monitor',
        'Status of your own',
      ),
      ...(notes ? texts('Reason for the status', 'Note') : []),
      { head: 'Statements', kind: 'number' },
      { head: 'Roles', kind: 'text', width: 52 },
      ...texts('Thread ID'),
    ],
    rows: listThreads(db).flatMap((thread) => {
      const members = thread.members.filter(({ annotationId }) => isChosen(annotationId))
      if (chosen.isNarrowed && members.length === 0) return []
      const { title, kind, ownerId, addresseeId, issueId, criterion, deadline, schedule, measure, standard, monitor, note, uid } = thread
      const sides = [names.party(ownerId), names.party(addresseeId), names.issue(issueId)]
      const { status = null, reason = null } = own.get(thread.id) ?? {}
      const roles = members.map(({ annotationId, role }) => `${role}: ${uids.get(annotationId) ?? ''}`).join('\n')
      const told = [criterion, deadline, schedule, measure, standard, monitor, status]
      return [[title, kind, ...sides, ...told, ...(notes ? [reason, note] : []), members.length, roles, uid]]
    }),
  }
}

export function checkSheet(db: ReadDb, { names, chosen, notes }: LibraryTable): Sheet {
  const isChosen = chosenIn(chosen)
  const uids = uidsOf(db)
  const titles = new Map(
    listThreads(db)
      .filter(({ members }) => !chosen.isNarrowed || members.some(({ annotationId }) => isChosen(annotationId)))
      .map(({ id, title }) => [id, title]),
  )
  const shown = Map.groupBy(
    db.all<{ checkId: number; id: number }>(
      'SELECT check_id AS checkId, annotation_id AS id FROM thread_check_quote ORDER BY check_id, position, id',
    ),
    ({ checkId }) => checkId,
  )
  const rows = db.all<{ id: number; uid: string; threadId: number; checked: string; result: string; byId: number | null; note: string }>(
    'SELECT id, uid, thread_id AS threadId, checked, result, by_id AS byId, note FROM thread_check ORDER BY thread_id, checked, id',
  )
  return {
    name: say('sheet.checks'),
    columns: [
      { head: 'Thread', kind: 'text', width: 44 },
      { head: 'Checked', kind: 'date' },
      ...texts('Result', 'Checked by', ...(notes ? ['Note'] : []), 'Statements', 'Check ID'),
    ],
    rows: rows.flatMap(({ id, uid, threadId, checked, result, byId, note }) => {
      const title = titles.get(threadId)
      const shows = (shown.get(id) ?? []).filter((quote) => isChosen(quote.id)).map((quote) => uids.get(quote.id) ?? '')
      return title === undefined ? [] : [[title, checked, result, names.party(byId), ...(notes ? [note] : []), writeList(shows), uid]]
    }),
  }
}

/** Events have no tie to annotations: under a filter none go out. */
export function eventSheet(db: ReadDb, { chosen, notes }: LibraryTable): Sheet {
  return {
    name: say('sheet.events'),
    columns: [
      { head: 'Title', kind: 'text', width: 44 },
      ...texts('Kind'),
      { head: 'Starts', kind: 'date' },
      { head: 'Ends', kind: 'date' },
      ...texts('Place', ...(notes ? ['Note'] : []), 'Event ID'),
    ],
    rows: chosen.isNarrowed
      ? []
      : listEvents(db).map(({ title, kind, starts, ends, place, note, uid }) => [
          title,
          kind,
          starts,
          ends,
          place,
          ...(notes ? [note] : []),
          uid,
        ]),
  }
}

interface WrittenRow {
  readonly issueId: number | null
  readonly partyId: number
  readonly level: string
  readonly coder: string
  readonly at: number
  readonly seen: string
  readonly text: string
  readonly stance: string | null
  readonly trend: string | null
}

const CELL = (columns: string, table: string): string =>
  `SELECT x.issue_id AS issueId, x.party_id AS partyId, x.level, c.name AS coder, x.written_ms AS at, x.seen, ${columns} FROM ${table} x JOIN coder c ON c.id = x.coder_id ORDER BY x.party_id, x.issue_id, x.level`

/** Summaries and readings of cells: words of the analysts' own. Under a filter, those that rest on chosen statements alone. */
export function cellSheet(db: ReadDb, { names, chosen }: LibraryTable): Sheet {
  const isChosen = chosenIn(chosen)
  const goes = ({ seen }: WrittenRow): boolean => {
    const ids = JSON.parse(seen) as number[]
    return !chosen.isNarrowed || (ids.length > 0 && ids.every(isChosen))
  }
  const summaries = db.all<WrittenRow>(CELL('x.text, NULL AS stance, NULL AS trend', 'cell_summary')).filter(goes)
  const readings = db.all<WrittenRow>(CELL('x.reason AS text, x.stance, x.trend', 'cell_override')).filter(goes)
  const row =
    (what: string) =>
    ({ issueId, partyId, level, coder, at, text, stance, trend }: WrittenRow) => [
      names.party(partyId),
      level,
      names.issue(issueId),
      what,
      text,
      stance,
      trend,
      names.coder(coder),
      msToIso(at),
    ]
  return {
    name: say('sheet.summaries'),
    columns: [
      ...texts('Party', 'Level', 'Issue', 'What'),
      { head: 'Text', kind: 'text', width: 60 },
      ...texts('Stance', 'Trend', 'Coder', 'Written'),
    ],
    rows: [...summaries.map(row('summary')), ...readings.map(row('reading'))],
  }
}

function chosenIn({ isNarrowed, annotations }: LibraryTable['chosen']): (id: number) => boolean {
  if (!isNarrowed) return () => true
  const ids = new Set(annotations)
  return (id) => ids.has(id)
}

/** Of the annotations that threads and checks name. */
const uidsOf = (db: ReadDb): ReadonlyMap<number, string> =>
  new Map(
    db
      .all<{ id: number; uid: string }>(
        'SELECT id, uid FROM annotation WHERE id IN (SELECT annotation_id FROM thread_member UNION SELECT annotation_id FROM thread_check_quote)',
      )
      .map(({ id, uid }) => [id, uid]),
  )
