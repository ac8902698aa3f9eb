/** What a copy to share leaves at home, and what it has to take along, as counts: for the list before and after it is made. */
import type { ExportLoss } from '../../shared/domain/export.ts'
import type { ReadDb } from './types.ts'
import { jsonList } from './rows.ts'
import { extentOf, type Extent, type LimitedTable } from './share-extent.ts'
import type { Share } from './share-copy.ts'
import { CODER_COLUMNS, withoutPaths } from './share-rows.ts'

/** Only what there is any of, what matters most first. */
export function shareLosses(db: ReadDb, share: Omit<Share, 'coderName'> & { readonly coders: boolean }): ExportLoss[] {
  const extent = extentOf(db, share.chosen, share.originals)
  const count = (sql: string, ...lists: ReadonlySet<number>[]): number =>
    db.value<number>(
      sql,
      lists.map((list) => jsonList([...list])),
    )
  const home = (table: 'event' | 'party' | 'thread'): number => count(`SELECT count(*) FROM ${table}`) - extent[table].size
  const losses: Readonly<Record<string, number>> = {
    'copy-earlier-kept': count(
      `SELECT count(DISTINCT n.revision_id) FROM annotation n JOIN article a ON a.id = n.article_id
       WHERE n.id IN ${LIST} AND n.revision_id <> a.revision_id`,
      extent.annotation,
    ),
    'copy-threads-part': share.chosen
      ? count(
          `SELECT count(DISTINCT thread_id) FROM thread_member WHERE thread_id IN ${LIST} AND annotation_id NOT IN ${LIST}`,
          extent.thread,
          extent.annotation,
        )
      : 0,
    'copy-steps': count('SELECT count(*) FROM step'),
    'copy-revisions': count(
      `SELECT count(*) FROM revision WHERE article_id IN ${LIST} AND id NOT IN ${LIST}`,
      extent.article,
      extent.revision,
    ),
    'copy-originals': share.originals ? 0 : filesOf(count, extent),
    'copy-files-shared': share.originals ? filesOf(count, extent) - extent.original.size : 0,
    ...(!share.notes && { 'copy-notes': notesIn(db, extent), 'copy-cells': cells(count) }),
    ...(share.notes && share.chosen && { 'copy-cells': cells(count) - extent.cell_summary.size - extent.cell_override.size }),
    'copy-coders': share.coders
      ? 0
      : codersIn(db, extent, ['annotation', 'revision', 'thread', ...(share.notes ? (['cell_summary', 'cell_override'] as const) : [])]),
    'copy-held-fields': count(
      `SELECT count(*) FROM annotation_field WHERE annotation_id IN ${LIST} AND id NOT IN ${LIST}`,
      extent.annotation,
      extent.annotation_field,
    ),
    'copy-places': db
      .column<string>(`SELECT details FROM article WHERE id IN ${LIST}`, [jsonList([...extent.article])])
      .filter((details) => withoutPaths(details) !== details).length,
    'copy-threads': home('thread'),
    'copy-checks': count(
      `SELECT count(*) FROM thread_check WHERE thread_id IN ${LIST} AND id NOT IN ${LIST}`,
      extent.thread,
      extent.thread_check,
    ),
    'copy-events': home('event'),
    'copy-parties': home('party'),
    'copy-views': count('SELECT (SELECT count(*) FROM saved_view) + (SELECT count(*) FROM report_template)'),
    'copy-runs': count('SELECT (SELECT count(*) FROM import_run) + (SELECT count(*) FROM report_run)'),
  }
  return Object.entries(losses).flatMap(([code, number]) => (number > 0 ? [{ code, count: number }] : []))
}

/** Of the whole library only the files that articles came from can stay. */
export const wholeLosses = (db: ReadDb, originals: boolean): ExportLoss[] => {
  const count = originals ? 0 : db.value<number>('SELECT count(*) FROM original')
  return count > 0 ? [{ code: 'copy-originals', count }] : []
}

const LIST = '(SELECT value FROM json_each(?))'

type Count = (sql: string, ...lists: ReadonlySet<number>[]) => number

const cells = (count: Count): number => count('SELECT (SELECT count(*) FROM cell_summary) + (SELECT count(*) FROM cell_override)')

const filesOf = (count: Count, { article }: Extent): number =>
  count(`SELECT count(DISTINCT original_id) FROM revision WHERE article_id IN ${LIST}`, article)

/** Tables with a note in each row, and with it the reasons of threads and the affiliations of parties. */
const NOTED = ['article', 'revision', 'annotation', 'thread', 'party', 'event', 'thread_check'] as const

/** How many words of the analysts' own stand in the rows of these tables that go out. */
export function notesIn(db: ReadDb, extent: Extent, tables: readonly (typeof NOTED)[number][] = NOTED): number {
  const among = (sql: string, ids: ReadonlySet<number>): number => db.value<number>(`SELECT count(*) FROM ${sql}`, [jsonList([...ids])])
  const noted = tables.map((table) => among(`${table} WHERE ifnull(note, '') <> '' AND id IN ${LIST}`, extent[table]))
  const reasons = tables.includes('thread') ? among(`thread WHERE ifnull(status_reason, '') <> '' AND id IN ${LIST}`, extent.thread) : 0
  const ties = tables.includes('party') ? among(`party_affiliation WHERE note <> '' AND party_id IN ${LIST}`, extent.party) : 0
  return [...noted, reasons, ties].reduce((sum, count) => sum + count, 0)
}

/** How many coders the rows of these tables that go out name. */
export function codersIn(db: ReadDb, extent: Extent, tables: readonly LimitedTable[]): number {
  const named = tables.flatMap((table) =>
    db.column<number | null>(`SELECT DISTINCT ${CODER_COLUMNS[table]} FROM ${table} WHERE id IN ${LIST}`, [jsonList([...extent[table]])]),
  )
  return new Set(named.filter((id) => id !== null)).size
}
