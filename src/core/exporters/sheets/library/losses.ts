/** What a table does not hold: the texts, and, as CSV, whatever is no annotation. */
import type { ExportLoss } from '../../../../shared/domain/export.ts'
import type { ReadDb } from '../../../store/types.ts'
import type { ExportChoice } from '../../interchange/types.ts'
import { chosenIds } from './chosen-ids.ts'

export function tableLosses(db: ReadDb, choice: ExportChoice, format: 'csv' | 'xlsx'): ExportLoss[] {
  const { articles, isNarrowed } = chosenIds(db, choice)
  const count = (sql: string): number => db.value<number>(`SELECT count(*) FROM ${sql}`)
  const own = choice.notes ? count('cell_summary') + count('cell_override') : 0
  const losses: ExportLoss[] = [
    { code: 'table-texts', count: articles.length },
    ...(format === 'csv'
      ? [
          { code: 'table-threads', count: count('thread') },
          { code: 'table-events', count: count('event') },
          { code: 'table-cells', count: own },
        ]
      : [{ code: 'table-events', count: isNarrowed ? count('event') : 0 }]),
  ]
  return losses.filter((loss) => loss.count > 0)
}
