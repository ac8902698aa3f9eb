/**
 * A note beside an open library saying who has it: `.NAME.parley-open`. It only informs; the engine's own lock decides, so a
 * note left behind by a killed process does no harm and is overwritten. It also says whether bulk work is going on, because
 * the log of a crash amid that is judged more mildly.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

const noteSchema = z.object({
  pid: z.int().positive(),
  since: z.iso.datetime(),
  host: z.string().max(255),
  bulk: z.boolean().default(false),
})
export type LockNote = z.infer<typeof noteSchema>

export function lockNotePath(library: string): string {
  return join(dirname(library), `.${basename(library)}.parley-open`)
}

/** Writes the note for this process. A folder that takes no files, or a name that is too long, means no note. */
export function writeLockNote(library: string, since: number, bulk: boolean): void {
  const note: LockNote = { pid: process.pid, since: new Date(since).toISOString(), host: hostname(), bulk }
  const path = lockNotePath(library)
  try {
    rmSync(path, { force: true })
    writeFileSync(path, JSON.stringify(note), { mode: 0o600, flag: 'wx', flush: bulk })
  } catch {
    rmQuietly(path)
  }
}

/** Who says to have the library open; null where there is no note or the process it names is gone. */
export function readLockNote(library: string): LockNote | null {
  const note = storedNote(library)
  return note && isAlive(note) ? note : null
}

/** Whether whoever opened the library last was killed amid bulk work. */
export function wasInBulk(library: string): boolean {
  return storedNote(library)?.bulk ?? false
}

/** Removes the note, if it is this process's own. */
export function removeLockNote(library: string): void {
  const note = readLockNote(library)
  if (note?.pid === process.pid && note.host === hostname()) rmQuietly(lockNotePath(library))
}

function storedNote(library: string): LockNote | null {
  try {
    return noteSchema.safeParse(JSON.parse(readFileSync(lockNotePath(library), 'utf8'))).data ?? null
  } catch {
    return null
  }
}

function isAlive(note: LockNote): boolean {
  if (note.host !== hostname()) return true
  try {
    process.kill(note.pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function rmQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The folder may have become read-only; the note is only information.
  }
}
