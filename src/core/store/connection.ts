/**
 * One connection to the engine and its two faces, ReadDb and WriteDb. Statements are prepared once per text. Whole numbers are
 * bound as integers (the driver alone would bind every number as REAL, so that 7/2 gave 3.5 and json_array(5) gave 5.0).
 * The reading face refuses statements that write; the writing face works only while a step is open.
 */
import Database from 'better-sqlite3'
import { translateSqlite } from './sqlite-errors.ts'
import type { ReadDb, SqlParams, SqlValue, WriteDb } from './types.ts'

export type RawDatabase = Database.Database
export type Statement = Database.Statement
type Mode = 'rows' | 'pluck'

/** How long a second opener waits for the lock before it says who has it. */
const busyMs = 250
const statementLimit = 500

/** Opens a file that is there. The driver trims names; `checkPath` has refused those that this would change. */
export function openRaw(path: string, mode: 'write' | 'read'): RawDatabase {
  return new Database(path, { readonly: mode === 'read', fileMustExist: true, timeout: busyMs })
}

export interface Faces {
  readonly read: ReadDb
  readonly write: WriteDb
}

/** The two faces of a connection. `mayWrite` says whether a step is open, `whenRecorded` keeps what waits for it to be in the history. */
export function facesOf(raw: RawDatabase, mayWrite: () => boolean, whenRecorded: WriteDb['whenRecorded']): Faces {
  const prepared: Record<Mode, Map<string, Statement>> = { rows: new Map(), pluck: new Map() }

  const prepare = (sql: string, mode: Mode): Statement => {
    const statements = prepared[mode]
    const known = statements.get(sql)
    if (known) return known
    const statement = raw.prepare(sql)
    if (mode === 'pluck') statement.pluck()
    const oldest = statements.size >= statementLimit ? statements.keys().next().value : undefined
    if (oldest !== undefined) statements.delete(oldest)
    statements.set(sql, statement)
    return statement
  }

  const face = (allowed: () => boolean) => {
    const ready = (sql: string, mode: Mode): Statement => {
      const statement = prepare(sql, mode)
      if (!statement.readonly && !allowed()) throw new Error('a statement that writes needs a step')
      return statement
    }
    const guarded = <T>(work: () => T): T => {
      try {
        return work()
      } catch (error) {
        throw translateSqlite(error)
      }
    }
    return {
      get: <T>(sql: string, params?: SqlParams) => guarded(() => ready(sql, 'rows').get(...bound(params)) as T | undefined),
      all: <T>(sql: string, params?: SqlParams) => guarded(() => ready(sql, 'rows').all(...bound(params)) as T[]),
      value: <T extends SqlValue>(sql: string, params?: SqlParams) =>
        guarded(() => {
          const value = ready(sql, 'pluck').get(...bound(params))
          if (value === undefined) throw new Error('the statement gave no row')
          return value as T
        }),
      column: <T extends SqlValue>(sql: string, params?: SqlParams) => guarded(() => ready(sql, 'pluck').all(...bound(params)) as T[]),
      run: (sql: string, params?: SqlParams) =>
        guarded(() => {
          const { changes, lastInsertRowid } = ready(sql, 'rows').run(...bound(params))
          return { changes, lastId: Number(lastInsertRowid) }
        }),
    }
  }

  const { run: _run, ...read } = face(() => false)
  return { read, write: { ...face(mayWrite), whenRecorded } }
}

/** Values as the driver takes them: one array, one object, or nothing. */
function bound(params: SqlParams | undefined): unknown[] {
  if (params === undefined) return []
  if (isList(params)) return params.map(boundValue)
  const named: Record<string, unknown> = {}
  for (const name of Object.keys(params)) named[name] = boundValue(params[name] ?? null)
  return [named]
}

function isList(params: SqlParams): params is readonly SqlValue[] {
  return Array.isArray(params)
}

function boundValue(value: SqlValue): SqlValue {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value
}
