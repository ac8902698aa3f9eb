/**
 * Writes a file so that the path holds either what was there before or all of the new bytes, also after a power cut:
 * a temporary file with a random name in the same folder, fsync, rename, fsync of the folder. Files are for their owner alone. A temporary
 * file says in its name whose it is, so that what a process that was killed left is found and removed later.
 */
import { hash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { identityOf, isOpenHere } from './file-identity.ts'
import { translateFileWrite } from './sqlite-errors.ts'

/** Writes `bytes` to `path`, replacing what is there. Throws `disk-full`, or `file-unwritable` with `details.reason`; then nothing is left behind. */
export function writeFileAtomic(path: string, bytes: Uint8Array | string): void {
  replaceFile(path, (temp) => {
    const data = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes
    const fd = openSync(temp, 'r+')
    try {
      for (let done = 0; done < data.length;) done += writeSync(fd, data, done, data.length - done)
    } finally {
      closeSync(fd)
    }
  })
}

/** Makes `path` from a temporary file that `fill` fills; `fill` finds it empty and for the owner alone. */
export function replaceFile(path: string, fill: (temp: string) => void): void {
  try {
    const temp = makeTemp(path)
    try {
      fill(temp)
      settle(temp, path)
    } catch (error) {
      removeQuietly(temp)
      throw error
    }
  } catch (error) {
    throw translateFileWrite(error)
  }
}

/** The same with a `fill` that takes its time. */
export async function replaceFileSlowly(path: string, fill: (temp: string) => Promise<void>): Promise<void> {
  try {
    const temp = makeTemp(path)
    try {
      await fill(temp)
      settle(temp, path)
    } catch (error) {
      removeQuietly(temp)
      throw error
    }
  } catch (error) {
    throw translateFileWrite(error)
  }
}

/** Makes the names in a folder durable. Some systems cannot open a folder; there the rename itself is. */
export function syncFolder(folder: string): void {
  try {
    syncFile(folder, 'r')
  } catch {
    // Windows and some network file systems refuse to open a folder.
  }
}

/** Which machine a process number is of. */
const MACHINE = hash('sha256', hostname(), 'hex').slice(0, 6)
const TEMPORARY = /^(\.parley-([0-9a-f]{6})-(\d{1,10})-[\w-]{12}\.part)(?:-journal|-wal|-shm)?$/

/** Those of this process that are being written. */
const written = new Set<string>()
/** Folders that this process has looked through. */
const swept = new Set<string>()

/**
 * Removes what processes of this machine that are gone left unfinished in a folder. Where something cannot be removed it stays; never
 * throws. Files that another process is writing, and those of other machines, are left alone.
 */
export function sweepFolder(folder: string): void {
  swept.add(folder)
  for (const name of namesIn(folder)) {
    const [, base = '', machine, pid] = TEMPORARY.exec(name) ?? []
    const path = join(folder, name)
    if (machine !== MACHINE || isAtWork(Number(pid), join(folder, base))) continue
    try {
      if (lstatSync(path).isFile()) rmSync(path)
    } catch {
      // Gone meanwhile, or not ours to remove.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Whether the process that writes this file is alive. A number that is used again by a stranger keeps the file until the next time. */
function isAtWork(pid: number, path: string): boolean {
  if (pid === process.pid) return written.has(path)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH'
  }
}

/** An empty temporary file beside `path`, hidden, with a short random name, since names near the limit would not take a suffix. */
function makeTemp(path: string): string {
  const folder = dirname(path)
  if (!swept.has(folder)) sweepFolder(folder)
  const temp = join(folder, `.parley-${MACHINE}-${process.pid}-${randomBytes(9).toString('base64url')}.part`)
  closeSync(openSync(temp, 'wx', 0o600))
  written.add(temp)
  return temp
}

function settle(temp: string, path: string): void {
  if (isOpenHere(identityOf(path))) throw new ParleyError('file-unwritable', { reason: 'open-library' })
  syncFile(temp, 'r+')
  renameSync(temp, path)
  written.delete(temp)
  syncFolder(dirname(path))
}

function syncFile(path: string, flags: 'r' | 'r+'): void {
  const fd = openSync(path, flags)
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

function removeQuietly(path: string): void {
  written.delete(path)
  for (const name of [path, `${path}-journal`, `${path}-wal`, `${path}-shm`]) {
    try {
      rmSync(name, { force: true })
    } catch {
      // Nothing more can be done about a folder that stopped taking changes.
    }
  }
}
