/**
 * Change capture. TEMP triggers, made when a library opens and gone when it closes, hand every row that changes to this
 * process, whichever statement changed it; no code path can forget the history. A change outside a step is refused.
 * Row images are JSON objects by column name without nulls; an update holds only the columns that differ.
 */
import type { RawDatabase } from './connection.ts'

/** Tables of the history. Texts, originals, the full-text index, coders and meta are outside it. */
export const capturedTables = [
  'outlet',
  'story',
  'article',
  'story_apart',
  'not_text',
  'collection',
  'article_collection',
  'tag',
  'tag_field',
  'issue',
  'party',
  'party_alias',
  'party_affiliation',
  'annotation',
  'annotation_target',
  'annotation_issue',
  'annotation_field',
  'codebook_example',
  'thread',
  'thread_member',
  'thread_check',
  'thread_check_quote',
  'thread_apart',
  'event',
  'cell_summary',
  'cell_summary_quote',
  'cell_override',
  'saved_view',
  'report_template',
  'report_look',
  'report_run_removed',
] as const
export type CapturedTable = (typeof capturedTables)[number]

/** Columns that the schema's own triggers keep: they follow undo by themselves. */
const derivedColumns: Readonly<Partial<Record<CapturedTable, readonly string[]>>> = { article: ['annotations'] }

export interface Change {
  tbl: string
  rowId: number
  /** JSON of the row, or of its changed columns, before; null for a new row. */
  before: string | null
  /** The same after; null for a removed row. */
  after: string | null
}

type Value = string | number | null
export type Image = Record<string, Value>

/** Columns of a captured table in order, without `id` and derived ones, each with what it holds where a row was made before the column was. */
export type Shape = ReadonlyMap<string, Value>

/** Reads the shape of a table from the schema. */
export function shapeOf(raw: RawDatabase, table: CapturedTable): Shape {
  const left = ['id', ...(derivedColumns[table] ?? [])]
  const columns = raw.prepare('SELECT name, dflt_value AS fallback FROM pragma_table_info(?)').all(table) as {
    name: string
    fallback: string | null
  }[]
  const valueOf = (sql: string | null) => (sql === null ? null : (raw.prepare(`SELECT ${sql}`).pluck().get() as Value))
  return new Map(columns.filter(({ name }) => !left.includes(name)).map(({ name, fallback }) => [name, valueOf(fallback)]))
}

/** Whether a row is what a whole image says. A column that the image does not name is null, or what a migration gave to rows that were there. */
export function agrees(row: Image, image: Image, shape: Shape): boolean {
  for (const [name, fallback] of shape) {
    const now = row[name] ?? null
    const expected = image[name] ?? null
    if (now !== expected && !(expected === null && !(name in image) && now === fallback)) return false
  }
  return true
}

/** The image behind its JSON; null where that is damaged. */
export function imageOf(json: string): Image | null {
  try {
    const image: unknown = JSON.parse(json)
    return typeof image === 'object' && image !== null && !Array.isArray(image) ? (image as Image) : null
  } catch {
    return null
  }
}

/**
 * Installs the triggers. `sink` gets each change as it happens and throws where no step is open, which makes the
 * statement fail. The function is `directOnly`: nothing stored in the file can call it.
 */
export function installCapture(raw: RawDatabase, sink: (change: Change) => void): void {
  for (const table of capturedTables) {
    const columns = [...shapeOf(raw, table).keys()]
    const keys = columns.map((name) => JSON.stringify(name))
    const list = (row: 'new' | 'old') => columns.map((name) => `${row}."${name}"`).join(', ')
    const note = (kind: string, handler: (id: number, ...values: Value[]) => void) => {
      raw.function(`parley_${table}_${kind}`, { varargs: true, directOnly: true }, (id: number, ...values: Value[]) => {
        handler(id, ...values)
        return null
      })
    }
    note('insert', (rowId, ...values) => sink({ tbl: table, rowId, before: null, after: image(keys, values) }))
    note('delete', (rowId, ...values) => sink({ tbl: table, rowId, before: image(keys, values), after: null }))
    note('update', (rowId, ...values) => {
      const change = difference(columns, values)
      if (change) sink({ tbl: table, rowId, ...change })
    })
    raw.exec(`
      CREATE TEMP TRIGGER capture_${table}_insert AFTER INSERT ON main.${table} BEGIN SELECT parley_${table}_insert(new.id, ${list('new')}); END;
      CREATE TEMP TRIGGER capture_${table}_update AFTER UPDATE OF ${columns.map((name) => `"${name}"`).join(', ')} ON main.${table}
        BEGIN SELECT parley_${table}_update(new.id, ${list('old')}, ${list('new')}); END;
      CREATE TEMP TRIGGER capture_${table}_delete AFTER DELETE ON main.${table} BEGIN SELECT parley_${table}_delete(old.id, ${list('old')}); END;
      CREATE TEMP TRIGGER capture_${table}_id BEFORE UPDATE OF id ON main.${table} WHEN new.id IS NOT old.id
        BEGIN SELECT RAISE(ABORT, 'the id of a row never changes'); END;`)
  }
}

// Both run for every row that changes: plain loops, and text put together directly, which costs two thirds of an object.

/** `keys` are the names of the columns as they stand in JSON. */
function image(keys: readonly string[], values: readonly Value[]): string {
  let text = ''
  for (let index = 0; index < keys.length; index++) {
    const value = values[index] ?? null
    if (value !== null) text += `${text === '' ? '' : ','}${keys[index]}:${typeof value === 'number' ? value : JSON.stringify(value)}`
  }
  return `{${text}}`
}

/** `values` holds all old values, then all new ones. Null where nothing differs. */
function difference(columns: readonly string[], values: readonly Value[]): { before: string; after: string } | null {
  const before: Image = {}
  const after: Image = {}
  let differs = false
  for (let index = 0; index < columns.length; index++) {
    const old = values[index] ?? null
    const now = values[index + columns.length] ?? null
    if (old === now) continue
    const name = columns[index] ?? ''
    differs = true
    before[name] = old
    after[name] = now
  }
  return differs ? { before: JSON.stringify(before), after: JSON.stringify(after) } : null
}
