/** Real libraries in folders of their own, and the smallest rows that the schema takes. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { capturedTables } from '../../../src/core/store/capture.ts'
import { createLibraryFile, type LibraryFile, type OpenOptions } from '../../../src/core/store/library-file.ts'
import type { ReadDb, StepLabel } from '../../../src/core/store/types.ts'

/** A folder that goes when the test ends. */
export function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parley-store-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function options(more: Partial<OpenOptions> = {}): OpenOptions {
  return { clock: () => Date.now(), uid: () => randomUUID(), coder: 'Ada', ...more }
}

/** A new library, closed when the test ends. */
export function newLibrary(more: Partial<OpenOptions> = {}, path = join(tempFolder(), 'talks.parley')): LibraryFile {
  return closedLater(createLibraryFile(path, options(more)))
}

/** Closes a library when the test ends, also one that failed half way. */
export function closedLater(library: LibraryFile): LibraryFile {
  onTestFinished(() => library.close())
  return library
}

export function label(subject: string | null = null, kind = 'test.step'): StepLabel {
  return { kind, subject, count: 1 }
}

/** Every row of the history's tables, of the texts and of the coders, as text; without the history itself. */
export function dump(db: ReadDb): string {
  const tables = [...capturedTables, 'coder', 'revision', 'original', 'meta']
  return JSON.stringify(tables.map((table) => [table, db.all(`SELECT * FROM ${table} ORDER BY 1`)]))
}

export function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** Names and hashes of all files in a folder. Only for folders in which this process has no library open. */
export function folderState(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, sha256(join(folder, name))]),
  )
}
