/** What a copy to share leaves at home, and what it has to take along, as counts: for the list before and after it is made. */
import type { ExportLoss } from '../../shared/domain/export.ts'
import type { ReadDb } from './types.ts'
import { jsonList } from './rows.ts'
import { extentOf, type Extent } from './share-extent.ts'
import type { Share } from './share-copy.ts'

/** Only what there is any of, what matters most first. */
export function shareLosses(db: ReadDb, share: Omit<Share, 'coderName'> & { readonly coders: boolean }): ExportLoss[] {
  const extent = extentOf(db, share.chosen, share.originals)
  const count = (sql: string, ...lists: ReadonlySet<number>[]): number =>
    db.value<number>(
      sql,
      lists.map((list) => jsonList([...list])),
    )
  const home = (table: 'event' | 'party'): number => count(`SELECT count(*) FROM ${table}`) - extent[table].size
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
    'copy-originals': share.originals ? 0 : extent.original.size,
    ...(!share.notes && notes(count, extent)),
    ...(share.notes && share.chosen && { 'copy-cells': cells(count) - extent.cell_summary.size - extent.cell_override.size }),
    'copy-coders': share.coders ? 0 : count(`SELECT count(DISTINCT coder_id) FROM annotation WHERE id IN ${LIST}`, extent.annotation),
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

function notes(count: Count, extent: Extent): Record<string, number> {
  const noted = (table: 'article' | 'annotation' | 'thread' | 'party' | 'event' | 'thread_check'): number =>
    count(`SELECT count(*) FROM ${table} WHERE ifnull(note, '') <> '' AND id IN ${LIST}`, extent[table])
  const kinds = ['article', 'annotation', 'thread', 'party', 'event', 'thread_check'] as const
  return { 'copy-notes': kinds.reduce((sum, table) => sum + noted(table), 0), 'copy-cells': cells(count) }
}
