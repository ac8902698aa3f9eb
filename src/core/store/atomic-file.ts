/**
 * Writes a file so that the path holds either what was there before or all of the new bytes, also after a power cut:
 * a temporary file with a random name in the same folder, fsync, rename, fsync of the folder. Files are for their owner alone.
 */
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
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

/** An empty temporary file beside `path`, hidden, with a short random name, since names near the limit would not take a suffix. */
function makeTemp(path: string): string {
  const temp = join(dirname(path), `.parley-${randomBytes(9).toString('base64url')}.part`)
  closeSync(openSync(temp, 'wx', 0o600))
  return temp
}

function settle(temp: string, path: string): void {
  if (isOpenHere(identityOf(path))) throw new ParleyError('file-unwritable', { reason: 'open-library' })
  syncFile(temp, 'r+')
  renameSync(temp, path)
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
  for (const name of [path, `${path}-journal`, `${path}-wal`, `${path}-shm`]) {
    try {
      rmSync(name, { force: true })
    } catch {
      // Nothing more can be done about a folder that stopped taking changes.
    }
  }
}
