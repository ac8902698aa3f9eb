/**
 * A copy of a library to share, as the bytes of one file. It is not the library with things taken out, but a new one into which only what
 * goes out is written, row by row: no page of the old file comes along, so nothing that was deleted, undone or left out can be in it. Ids
 * and uids stay, so that links lead to the same passages and whoever gets it back recognises everything. The same rows give the same bytes.
 */
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { installCapture, type Change } from './capture.ts'
import { lastStep } from './compare-changes.ts'
import { facesOf, type RawDatabase } from './connection.ts'
import { libraryUid } from './counts.ts'
import { beginIndex, completeIndex, indexRows } from './full-text.ts'
import { appendStep, noHash, setUpKind } from './history.ts'
import { migrations } from './migrations/index.ts'
import { applicationId, setConnectionPragmas } from './pragmas.ts'
import { AT_HOME, CODER_COLUMNS, SHARED, type Redaction, type Row } from './share-rows.ts'
import { extentOf, type Chosen } from './share-extent.ts'
import { signArticle } from './signatures.ts'
import type { ReadDb, SqlValue, WriteDb } from './types.ts'

export interface Share extends Redaction {
  /** Null: everything that is there now. */
  readonly chosen: Chosen | null
  /** What a coder of this name is called instead, no two of them alike; null: by their names. */
  readonly coderName: ((name: string) => string) | null
}

/** Tells how much is done, from 0 to 1, and lets other calls in; what it throws ends the copy. */
export type Pause = (share: number) => Promise<void>

/** Rows between two breaths; of texts and files fewer, because one may be long. */
const PAGE = 500
const LONG: Readonly<Record<string, number>> = { revision: 40, original: 1 }
/** How long texts are indexed before others have their turn. */
const TURN_MS = 20
/** So often it is begun anew where somebody writes meanwhile; then it is made in one go. */
const ATTEMPTS = 3

/** The copy without its history: it begins with one step that made all of it. */
export function shareCopy(db: ReadDb, share: Share, pause: Pause): Promise<Uint8Array> {
  return undisturbed(db, pause, async (breathe) => {
    const copy = emptyCopy(db)
    try {
      const { write } = copy
      const changes: Change[] = []
      installCapture(copy.raw, (change) => void changes.push(change))
      const extent = extentOf(db, share.chosen, share.originals)
      const coders = new Set<number>()
      let latest = Number(metaOf(db, 'created_ms') ?? 0)
      for (const [table, rule] of Object.entries(SHARED)) {
        await eachRow(db, table, breathe, (row) => {
          const kept = rule(row, { extent, redaction: share })
          if (kept === null) return
          insert(write, table, kept)
          const coder = kept[CODER_COLUMNS[table] ?? '']
          if (typeof coder === 'number') coders.add(coder)
          latest = Math.max(latest, Number(kept.changed_ms ?? kept.written_ms ?? kept.created_ms ?? kept.added_ms ?? 0))
        })
      }
      const first = writeCoders(db, write, coders, share.coderName)
      const head = { seq: 0, hash: noHash, undo: 0, redo: 0, depth: 0 }
      const label = { kind: setUpKind, subject: null, count: 1 }
      // Of the latest work that goes out, not of the clock: the same library gives the same bytes.
      if (changes.length > 0) appendStep(write, head, { label, at: latest, coder: first, changes, place: 'start' })
      keepNumbers(db, write, Object.keys(SHARED))
      await index(write, breathe)
      return finish(copy.raw)
    } finally {
      copy.raw.close()
    }
  })
}

/** All of a library as it stands, with the steps of all work and what was deleted in them. Without the files that articles came from where these stay. */
export function wholeCopy(db: ReadDb, { originals }: { originals: boolean }, pause: Pause): Promise<Uint8Array> {
  return undisturbed(db, pause, async (breathe) => {
    const copy = emptyCopy(db)
    try {
      const { write } = copy
      const tables = [...Object.keys(SHARED), 'coder', ...AT_HOME].filter(
        (table) => !DERIVED.has(table) && (originals || table !== 'original'),
      )
      for (const table of tables)
        await eachRow(db, table, breathe, (row) =>
          insert(write, table, table === 'revision' && !originals ? { ...row, original_id: null } : row),
        )
      keepNumbers(db, write, tables)
      await index(write, breathe)
      return finish(copy.raw)
    } finally {
      copy.raw.close()
    }
  })
}

/** Tables that the copy makes anew. */
const DERIVED: ReadonlySet<string> = new Set(['article_signature', 'article_band'])

/** Made of one state of the library: where a step comes in between, it is begun anew. */
async function undisturbed(db: ReadDb, pause: Pause, make: (breathe: Pause) => Promise<Uint8Array>): Promise<Uint8Array> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const begun = lastStep(db)
    const changed = new Error('a step came in between')
    try {
      return await make(async (share) => {
        await pause(share)
        // Once all rows are there, what comes later is not in the copy.
        if (share < ROWS_DONE && lastStep(db) !== begun) throw changed
      })
    } catch (error) {
      if (error !== changed) throw error
    }
  }
  return make(async () => undefined)
}

const ROWS_DONE = 0.5

interface Copy {
  readonly raw: RawDatabase
  readonly write: WriteDb
}

/** A new library in memory, inside a transaction, with the mark of the one it is a copy of. */
function emptyCopy(db: ReadDb): Copy {
  const raw = new Database(':memory:')
  try {
    setConnectionPragmas(raw)
    raw.pragma(`application_id = ${applicationId}`)
    for (const migration of migrations) migration.up(raw)
    raw.pragma(`user_version = ${migrations.at(-1)?.version ?? 0}`)
    // Rows come table by table; that they go together is checked at the end.
    raw.pragma('foreign_keys = OFF')
    raw.exec('BEGIN')
    const { write } = facesOf(
      raw,
      () => true,
      () => undefined,
    )
    for (const [key, value] of [
      ['uid', libraryUid(db)],
      ['created_ms', metaOf(db, 'created_ms') ?? '0'],
    ] as const)
      write.run('INSERT INTO meta(k, v) VALUES (?, ?)', [key, value])
    return { raw, write }
  } catch (error) {
    raw.close()
    throw error
  }
}

const metaOf = (db: ReadDb, key: string): string | undefined => db.column<string>('SELECT v FROM meta WHERE k = ?', [key])[0]

/** Every row of a table in the order of its key, a page at a time. */
async function eachRow(db: ReadDb, table: string, breathe: Pause, take: (row: Row) => void): Promise<void> {
  const keys = db.column<string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk', [table])
  const key = keys.join(', ')
  const size = LONG[table] ?? PAGE
  let after: SqlValue[] = []
  for (;;) {
    const beyond = after.length === 0 ? '' : `WHERE (${key}) > (${keys.map(() => '?').join(', ')})`
    const rows = db.all<Row>(`SELECT * FROM ${table} ${beyond} ORDER BY ${key} LIMIT ${size}`, after)
    for (const row of rows) take(row)
    const last = rows.at(-1)
    if (!last || rows.length < size) return
    after = keys.map((name) => last[name] ?? null)
    await breathe(ROWS_DONE / 2)
  }
}

function insert(write: WriteDb, table: string, row: Row): void {
  // The schema counts annotations by itself.
  const values = table === 'article' ? { ...row, annotations: 0 } : row
  const names = Object.keys(values)
  write.run(`INSERT INTO ${table}(${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, Object.values(values))
}

/** Those who made what goes out; the first of them, or whoever began, signs the one step. */
function writeCoders(db: ReadDb, write: WriteDb, wanted: ReadonlySet<number>, nameOf: Share['coderName']): { id: number; name: string } {
  const known = db.all<{ id: number; uid: string; name: string }>('SELECT id, uid, name FROM coder ORDER BY id')
  const these = known.filter(({ id }) => wanted.has(id))
  const coders = these.length > 0 ? these : known.slice(0, 1)
  const named = coders.map((coder) => (nameOf ? { ...coder, name: nameOf(coder.name), uid: strangerUid(db, nameOf(coder.name)) } : coder))
  for (const { id, uid, name } of named) write.run('INSERT INTO coder(id, uid, name) VALUES (?, ?, ?)', [id, uid, name])
  return named[0] ?? { id: 0, name: '' }
}

/** A mark that says nothing of the person, the same in every copy. */
function strangerUid(db: ReadDb, called: string): string {
  const hex = createHash('sha256')
    .update(`${libraryUid(db)} ${called}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Ids are never given again, also not those of what stayed home. */
function keepNumbers(db: ReadDb, write: WriteDb, tables: readonly string[]): void {
  const used = new Set(tables)
  const numbers = db.all<{ name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence ORDER BY name')
  write.run('DELETE FROM sqlite_sequence')
  for (const { name, seq } of numbers)
    if (used.has(name) || name === 'coder') write.run('INSERT INTO sqlite_sequence(name, seq) VALUES (?, ?)', [name, seq])
}

/** Index and signatures, from the rows of the copy alone. */
async function index(write: WriteDb, breathe: Pause): Promise<void> {
  beginIndex(write)
  const articles = write.column<number>('SELECT id FROM article ORDER BY id')
  const annotations = write.column<number>('SELECT id FROM annotation ORDER BY id')
  let rested = performance.now()
  for (const [at, id] of articles.entries()) {
    indexRows(write, { articles: [id], annotations: [] })
    signArticle(write, id)
    if (performance.now() - rested < TURN_MS) continue
    await breathe(ROWS_DONE + (at / articles.length) * 0.4)
    rested = performance.now()
  }
  for (let at = 0; at < annotations.length; at += PAGE) {
    indexRows(write, { articles: [], annotations: annotations.slice(at, at + PAGE) })
    await breathe(0.9)
  }
  completeIndex(write)
}

function finish(raw: RawDatabase): Uint8Array {
  const broken = raw.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`the copy refers to what it does not hold: ${JSON.stringify(broken[0])}`)
  raw.exec('COMMIT')
  raw.exec('VACUUM')
  return raw.serialize()
}

/** Every table that is decided on: goes out, or stays. */
export const decidedTables = (): string[] => ['meta', 'coder', ...Object.keys(SHARED), ...AT_HOME]
