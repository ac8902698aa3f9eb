/** What a table does not hold: the texts, what was chosen to stay, and, as CSV, whatever is no annotation. */
import type { ExportLoss } from '../../../../shared/domain/export.ts'
import { extentOf } from '../../../store/share-extent.ts'
import { codersIn, notesIn } from '../../../store/share-losses.ts'
import type { ReadDb } from '../../../store/types.ts'
import type { ExportChoice } from '../../interchange/types.ts'
import { chosenIds } from './chosen-ids.ts'

export function tableLosses(db: ReadDb, choice: ExportChoice, format: 'csv' | 'xlsx'): ExportLoss[] {
  const chosen = chosenIds(db, choice)
  const extent = extentOf(db, chosen.isNarrowed ? chosen : null, false)
  const all = (table: string): number => db.value<number>(`SELECT count(*) FROM ${table}`)
  const isCsv = format === 'csv'
  const cells = choice.notes && !isCsv ? extent.cell_summary.size + extent.cell_override.size : 0
  const noted = isCsv ? (['annotation'] as const) : (['article', 'annotation', 'thread', 'party', 'event', 'thread_check'] as const)
  const coded = ['annotation', ...(cells > 0 ? (['cell_summary', 'cell_override'] as const) : [])] as const
  const losses: ExportLoss[] = [
    { code: 'table-texts', count: chosen.articles.length },
    { code: 'table-threads', count: isCsv ? extent.thread.size : 0 },
    { code: 'table-events', count: isCsv ? all('event') : all('event') - extent.event.size },
    { code: 'table-cells', count: all('cell_summary') + all('cell_override') - cells },
    { code: 'table-examples', count: all('codebook_example') },
    { code: 'table-coders', count: choice.coders ? 0 : codersIn(db, extent, coded) },
    { code: 'table-notes', count: choice.notes ? 0 : notesIn(db, extent, noted) },
  ]
  return losses.filter((loss) => loss.count > 0)
}
