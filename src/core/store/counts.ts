/** How much a library holds, and which one it is. */
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

/** The library's own mark, which a copy of the file shares and another library does not. */
export const libraryUid = (db: ReadDb): string => db.value<string>(`SELECT v FROM meta WHERE k = 'uid'`)
