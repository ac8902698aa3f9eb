/**
 * The two faces of the database. A query handler gets a ReadDb, a mutation a WriteDb that exists only inside a recorded
 * step: writing without a step does not compile, and the database refuses it too. Statements are prepared once per text.
 * Parameters are positional values or one object of named values; numbers must be safe integers or floats as SQLite takes them.
 */
export type SqlValue = string | number | bigint | Uint8Array | null
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>

export interface ReadDb {
  /** First row, or undefined. */
  get<T>(sql: string, params?: SqlParams): T | undefined
  all<T>(sql: string, params?: SqlParams): T[]
  /** First column of the first row. Throws where there is no row. */
  value<T extends SqlValue>(sql: string, params?: SqlParams): T
  /** First column of every row. */
  column<T extends SqlValue>(sql: string, params?: SqlParams): T[]
}

export interface WriteDb extends ReadDb {
  /** Runs one statement. `lastId` is the rowid of the last insert. */
  run(sql: string, params?: SqlParams): { changes: number; lastId: number }
  /** Calls back within the transaction once the step is in the history, with its number; never where nothing changed that history keeps. */
  whenRecorded(fn: (seq: number) => void): void
}

/** What a step is called in the history; a handler may set subject and count while it runs. */
export interface StepLabel {
  /** Name of the procedure. */
  kind: string
  /** What it was done to, in the analyst's own words: a quote, a title, a name. Cut to 200 characters when stored. */
  subject: string | null
  count: number
}
