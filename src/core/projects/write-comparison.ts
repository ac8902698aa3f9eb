/**
 * Events, summaries and readings of cells, and statements that are not one thread, of another library. By their uids: what is not here is
 * added, what stands here stays, and where the two differ that is counted.
 */
import type { ProjectEvent, ProjectReading, ProjectSummary } from '../importers/project.ts'
import { jsonList } from '../store/rows.ts'
import type { ReadDb, WriteDb } from '../store/types.ts'
import { coderIdOf } from './coders.ts'
import type { LibraryWrite } from './write-library.ts'
import { issueId, partyId } from './write-threads.ts'

/** Returns how many things were written. */
export function writeComparison(db: WriteDb, write: LibraryWrite): number {
  const { library } = write.project
  if (!library) return 0
  let written = 0
  for (const event of library.events) written += writeEvent(db, event, write)
  for (const summary of library.summaries) written += writeSummary(db, summary, write)
  for (const reading of library.readings) written += writeReading(db, reading, write)
  for (const pair of library.threadsApart) {
    const ids = idsOf(db, pair)
    if (ids.length === 2)
      written += db.run('INSERT INTO thread_apart(annotation_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING', ids).changes
  }
  return written
}

const idsOf = (db: ReadDb, uids: readonly string[]): number[] =>
  db.column<number>('SELECT id FROM annotation WHERE uid IN (SELECT value FROM json_each(?)) ORDER BY id', [jsonList(uids)])

function writeEvent(db: WriteDb, { createdAt, ...event }: ProjectEvent, { removed, tally }: LibraryWrite): number {
  const fields = ['title', 'kind', 'starts', 'ends', 'place', 'note'] as const
  const here = db.get<Omit<ProjectEvent, 'uid' | 'createdAt'>>(`SELECT ${fields.join(', ')} FROM event WHERE uid = ?`, [event.uid])
  if (here) {
    tally.add('differences-left', fields.filter((field) => here[field] !== event[field]).length)
    return 0
  }
  if (removed('events', event.uid)) {
    tally.add('removed-here')
    return 0
  }
  db.run(
    `INSERT INTO event(uid, title, kind, starts, ends, place, note, created_ms)
     VALUES (@uid, @title, @kind, @starts, @ends, @place, @note, @createdAt)`,
    { ...event, createdAt },
  )
  return 1
}

function writeSummary(db: WriteDb, summary: ProjectSummary, write: LibraryWrite): number {
  const { text } = summary
  const cell = freeCell(db, 'summaries', summary, ['text'], write)
  if (!cell) return 0
  const id = db.run(
    `INSERT INTO cell_summary(uid, issue_id, party_id, level, text, seen, coder_id, written_ms)
     VALUES (@uid, @issueId, @partyId, @level, @text, @seen, @coderId, @writtenAt)`,
    { ...cell, text },
  ).lastId
  let linked = 0
  for (const { annotation, number } of summary.quotes)
    linked += db.run(
      `INSERT INTO cell_summary_quote(summary_id, annotation_id, position) SELECT @id, n.id, @number FROM annotation n WHERE n.uid = @annotation
       ON CONFLICT(summary_id, annotation_id) DO NOTHING`,
      { id, annotation, number },
    ).changes
  write.tally.add('summary-quotes', summary.quotes.length - linked)
  return 1
}

function writeReading(db: WriteDb, reading: ProjectReading, write: LibraryWrite): number {
  const { stance, trend, reason } = reading
  const cell = freeCell(db, 'readings', reading, ['stance', 'trend', 'reason'], write)
  if (!cell) return 0
  db.run(
    `INSERT INTO cell_override(uid, issue_id, party_id, level, stance, trend, reason, seen, coder_id, written_ms)
     VALUES (@uid, @issueId, @partyId, @level, @stance, @trend, @reason, @seen, @coderId, @writtenAt)`,
    { ...cell, stance, trend, reason },
  )
  return 1
}

const TABLES = { summaries: 'cell_summary', readings: 'cell_override' } as const

/**
 * Columns of what was said of a cell there, with the ids of here. null, and counted where it says something else, where the cell is spoken
 * of here already, its party or issue is not here, or it was removed here.
 */
function freeCell<T extends ProjectSummary | ProjectReading>(
  db: WriteDb,
  kind: keyof typeof TABLES,
  said: T,
  fields: readonly (keyof T & string)[],
  { refs, removed, tally, context }: LibraryWrite,
) {
  const { uid, level, coder, writtenAt } = said
  const [party, issue] = [partyId(refs, said.party), issueId(refs, said.issue)]
  if (party === null || (said.issue !== null && issue === null)) {
    tally.add('cells')
    return null
  }
  const place = { partyId: party, issueId: issue, level }
  const here = db.get<Record<string, unknown>>(
    `SELECT ${fields.join(', ')} FROM ${TABLES[kind]}
     WHERE uid = @uid OR (party_id = @partyId AND ifnull(issue_id, 0) = ifnull(@issueId, 0) AND level = @level)`,
    { ...place, uid },
  )
  if (here) {
    tally.add('differences-left', fields.filter((field) => here[field] !== said[field]).length)
    return null
  }
  if (removed(kind, uid)) {
    tally.add('removed-here')
    return null
  }
  return { ...place, uid, seen: jsonList(idsOf(db, said.seen)), coderId: coderIdOf(db, coder, context), writtenAt }
}
