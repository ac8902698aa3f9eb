/**
 * What stays here of a project because it was chosen to: names and words of the analysts, and under a filter what is not of the chosen
 * annotations. Counted on the rows before anything of them was taken away.
 */
import type { ExportLoss } from '../../../shared/domain/export.ts'
import type { ForeignValue } from '../../store/foreign/open-foreign.ts'
import type { LibraryRows } from '../../store/foreign/parley.ts'
import type { ReadDb } from '../../store/types.ts'
import type { ExportChoice } from './types.ts'

/** `rows`: those that the filter lets out, with all that is in them. */
export function leftByChoice(db: ReadDb, choice: ExportChoice, rows: LibraryRows): ExportLoss[] {
  const all = (table: string): number => db.value<number>(`SELECT count(*) FROM ${table}`)
  const cells = choice.notes ? rows.cell_summary.length + rows.cell_override.length : 0
  return [
    { code: 'project-coders', count: choice.coders ? 0 : codersOf(rows).size },
    { code: 'project-notes', count: choice.notes ? 0 : notesIn(rows) },
    { code: 'project-cells', count: all('cell_summary') + all('cell_override') - cells },
    { code: 'project-threads', count: all('thread') - rows.thread.length },
    { code: 'project-checks', count: checksOf(db, rows) - rows.thread_check.length },
    { code: 'project-events', count: all('event') - rows.event.length },
    { code: 'project-parties', count: all('party') - rows.party.length },
  ]
}

function codersOf(rows: LibraryRows): Set<ForeignValue> {
  const named = [rows.annotation, rows.revision, rows.cell_summary, rows.cell_override].flatMap((list) => list.map((row) => row.coder_id))
  return new Set([...named, ...rows.thread.map((row) => row.status_coder_id)].filter((id) => id !== null))
}

/** Notes, and why a status was set by hand. */
function notesIn(rows: LibraryRows): number {
  const { article, revision, annotation, thread, thread_check, party, party_affiliation, event } = rows
  const notes = [article, revision, annotation, thread, thread_check, party, party_affiliation, event].flatMap((list) =>
    list.map(({ note }) => note),
  )
  return [...notes, ...thread.map((row) => row.status_reason)].filter((note) => typeof note === 'string' && note.trim() !== '').length
}

const checksOf = (db: ReadDb, { thread }: LibraryRows): number =>
  db.value<number>('SELECT count(*) FROM thread_check WHERE thread_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(thread.map(({ id }) => id)),
  ])
