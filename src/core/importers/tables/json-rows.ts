/**
 * Records of JSON as rows: columns are the names of the values in order of appearance, names inside of values with a full stop between
 * ("source.name"). Values are text. Nothing of the file becomes a name of an object here, and nothing is followed deeper than four levels.
 */
import type { ImportProblem } from '../types.ts'
import { TABLE_LIMITS, type TableLimits } from './limits.ts'

export interface JsonRecords {
  readonly records: readonly unknown[]
  /** The line of each record, or its place in a list, from 1. */
  readonly numbers: readonly number[]
  /** Lines that are no JSON. */
  readonly badLines: readonly number[]
}

export interface JsonRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Records with a value that could not be kept: a number too large, or too many levels. By index. */
  readonly cutRows: readonly number[]
}

const LEVELS = 3
const LONGEST_NAME = 120

/** A JSON value, or undefined where the text is none. Depth does not matter: the platform's parser does not recurse. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The records in a text: one a line, a list of them, or a list inside of an object, as web services send it. */
export function jsonRecords(text: string): JsonRecords {
  const whole = parseJson(text)
  if (whole !== undefined) {
    const records = listIn(whole)
    return { records, numbers: records.map((_, index) => index + 1), badLines: [] }
  }
  const records: unknown[] = []
  const numbers: number[] = []
  const badLines: number[] = []
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    if (line.trim() === '') return
    const value = parseJson(line)
    if (!isRecord(value)) return void badLines.push(index + 1)
    records.push(value)
    numbers.push(index + 1)
  })
  return { records, numbers, badLines }
}

function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.filter(isRecord)
  if (!isRecord(value)) return []
  const lists = Object.values(value).filter(
    (inner): inner is unknown[] => Array.isArray(inner) && inner.length > 0 && inner.every(isRecord),
  )
  const [only, ...others] = lists
  // A record with one list of authors in it is a record all the same: it has a text of its own.
  const isEnvelope =
    only !== undefined && others.length === 0 && !Object.values(value).some((inner) => typeof inner === 'string' && inner.length > 100)
  return isEnvelope ? only : [value]
}

/** Rows of the records, or why not: `too-large` with reason `columns` or `rows`. */
export function jsonRows(records: readonly unknown[], limits: TableLimits = TABLE_LIMITS): JsonRows | ImportProblem {
  if (records.length > limits.rows) return { code: 'too-large', details: { reason: 'rows', limit: limits.rows } }
  const places = new Map<string, number>()
  const cutRows: number[] = []
  const rows: string[][] = []
  for (const [index, record] of records.entries()) {
    const row: string[] = []
    let isCut = false
    const put = (name: string, value: unknown, level: number): boolean => {
      if (isRecord(value) && level < LEVELS) {
        for (const key of Object.keys(value)) if (!put(name === '' ? key : `${name}.${key}`, value[key], level + 1)) return false
        return true
      }
      let place = places.get(name)
      if (place === undefined) {
        place = places.size
        if (place >= limits.columns) return false
        places.set(name, place)
      }
      const text = asText(value)
      isCut ||= text === null
      row[place] = text ?? ''
      return true
    }
    if (!put('', record, 0))
      return { code: 'too-large', details: { reason: 'columns', row: index + 1, columns: limits.columns + 1, limit: limits.columns } }
    if (isCut) cutRows.push(index)
    rows.push(row)
  }
  const columns = [...places.keys()].map((name) => name.slice(0, LONGEST_NAME).toWellFormed())
  return { columns, rows: rows.map((row) => columns.map((_, column) => row[column] ?? '')), cutRows }
}

/** A value as text; null where it cannot be one. */
function asText(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) {
    const parts = value.map((inner: unknown) => (isRecord(inner) && typeof inner['name'] === 'string' ? inner['name'] : inner))
    if (parts.every((part) => typeof part === 'string' || typeof part === 'number')) return parts.join('; ')
  }
  try {
    return JSON.stringify(value)
  } catch {
    // Too many levels for the platform.
    return null
  }
}
