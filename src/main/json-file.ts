/**
 * A small JSON file that outlives what can happen to it (F12): wrong types, unknown keys, zero bytes, half a file. What cannot be
 * read becomes the defaults, the original is kept beside it as `.bad`, and the app starts. Written whole, 0600.
 */
import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { z } from 'zod'

export interface JsonFile<T> {
  get(): T
  /** Keeps the value in memory and on disk. Throws the system's error where the disk refuses. */
  set(value: T): void
}

const LARGEST = 1_000_000

/** Opens `path`. `schema` must turn `{}` into the defaults. `onBad` is told where the file had to be set aside. */
export function openJsonFile<T>(path: string, schema: z.ZodType<T>, onBad: () => void = () => undefined): JsonFile<T> {
  let value = load(path, schema, onBad)
  return {
    get: () => value,
    set(next) {
      value = next
      writeWhole(path, `${JSON.stringify(next, null, 2)}\n`)
    },
  }
}

function load<T>(path: string, schema: z.ZodType<T>, onBad: () => void): T {
  const defaults = schema.parse({})
  const text = readText(path)
  if (text === null) return defaults
  const raw = parseJson(text)
  const read = schema.safeParse(raw)
  const value = read.success ? read.data : defaults
  if (!covers(value, raw)) {
    keepAside(path)
    onBad()
  }
  return value
}

/** Text of the file; null where there is none, '' where it cannot be read as a small file. */
function readText(path: string): string | null {
  try {
    const { size } = statSync(path)
    return size > LARGEST ? '' : readFileSync(path, 'utf8')
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : ''
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** True where everything in `raw` is in `value` too; keys that `raw` lacks are new and no fault of the file. */
function covers(value: unknown, raw: unknown): boolean {
  if (Array.isArray(raw))
    return Array.isArray(value) && raw.length === value.length && raw.every((item, index) => covers(value[index], item))
  if (isRecord(raw)) {
    return isRecord(value) && Object.keys(raw).every((key) => Object.hasOwn(value, key) && covers(value[key], raw[key]))
  }
  return Object.is(value, raw)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function keepAside(path: string): void {
  try {
    copyFileSync(path, `${path}.bad`)
  } catch {
    // A folder in its place, or a disk that refuses: the defaults are used either way, and nothing was taken away.
  }
}

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    const file = openSync(temporary, 'w', 0o600)
    try {
      writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
