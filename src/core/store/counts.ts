/** How much a library holds, and which one it is. */
import type { CheckReport, LibraryStatus } from '../../shared/domain/library.ts'
import type { ReadDb } from './types.ts'

export function countAll(db: ReadDb): NonNullable<LibraryStatus['counts']> {
  const count = counterOf(db)
  return {
    articles: count('article'),
    annotations: count('annotation'),
    parties: count('party'),
    issues: count('issue'),
    threads: count('thread'),
  }
}

/** The same with all else that is made by hand, so that a check of a copy shows whether all of it is there. */
export function countForCheck(db: ReadDb): CheckReport['counts'] {
  const count = counterOf(db)
  return {
    ...countAll(db),
    events: count('event'),
    summaries: count('cell_summary'),
    readings: count('cell_override'),
    checks: count('thread_check'),
  }
}

const counterOf =
  (db: ReadDb) =>
  (table: string): number =>
    db.value<number>(`SELECT count(*) FROM ${table}`)

/** The library's own mark, which a copy of the file shares and another library does not. */
export const libraryUid = (db: ReadDb): string => db.value<string>(`SELECT v FROM meta WHERE k = 'uid'`)
