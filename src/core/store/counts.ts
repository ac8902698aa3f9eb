/** How much a library holds. */
import type { CheckReport } from '../../shared/domain/library.ts'
import type { ReadDb } from './types.ts'

export function countAll(db: ReadDb): CheckReport['counts'] {
  const count = (table: string): number => db.value<number>(`SELECT count(*) FROM ${table}`)
  return {
    articles: count('article'),
    annotations: count('annotation'),
    parties: count('party'),
    issues: count('issue'),
    threads: count('thread'),
  }
}
