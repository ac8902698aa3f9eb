/**
 * What can be known about a file before the engine touches it. These checks read a few bytes and change nothing, so a refused
 * file stays as it was, and they never take an empty or foreign file for a new library.
 */
import { accessSync, closeSync, constants, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { applicationId } from './pragmas.ts'
import { systemCode, translateFileWrite } from './sqlite-errors.ts'

const headerBytes = 100
const magic = 'SQLite format 3\0'
/** Limits of common file systems and of the engine, leaving room for the names of the companions (`-journal` is the longest). */
const nameLimit = 255 - '-journal'.length
const pathLimit = 511 - '-journal'.length

export interface Header {
  pageSize: number
  /** Pages that the header says the file has; 0 where it does not say. */
  pages: number
  userVersion: number
  applicationId: number
  /** The file was last written with a write-ahead log, so it was not closed properly or was copied while open. */
  writeAhead: boolean
  size: number
}

/** The real absolute path of an existing regular file. Throws `library-missing`, `library-not-parley` or `file-unreadable`. */
export function locateLibrary(path: string): string {
  checkPath(path)
  try {
    const real = realpathSync.native(resolve(path))
    if (statSync(real).isFile()) return real
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ParleyError('library-missing', {}, { cause: error })
    throw new ParleyError('file-unreadable', { reason: code }, { cause: error })
  }
  throw new ParleyError('library-not-parley', { reason: 'not-a-file' })
}

/** The real absolute path of a library that is to be made. Throws `file-unwritable`. */
export function locateNew(path: string): string {
  checkPath(path)
  const full = resolve(path)
  try {
    return join(realpathSync.native(dirname(full)), basename(full))
  } catch (error) {
    throw translateFileWrite(error)
  }
}

/** Refuses names that cannot hold a library and its companions. */
function checkPath(path: string): void {
  const full = resolve(path)
  // The engine's driver would trim white space off the end and open another file.
  if (path.includes('\0') || full !== full.trimEnd()) throw new ParleyError('file-unwritable', { reason: 'name-invalid' })
  const tooLong = Buffer.byteLength(basename(full)) > nameLimit || Buffer.byteLength(full) > pathLimit
  if (tooLong) throw new ParleyError('file-unwritable', { reason: 'name-too-long' })
}

/** Reads and judges the header. Throws `library-not-parley` (empty, not-sqlite, other-application), `library-newer`, `library-damaged`. */
export function readHeader(path: string, newest: number): Header {
  const bytes = leadingBytes(path, headerBytes)
  if (bytes.length === 0) throw new ParleyError('library-not-parley', { reason: 'empty' })
  if (bytes.length < headerBytes || bytes.toString('latin1', 0, magic.length) !== magic)
    throw new ParleyError('library-not-parley', { reason: 'not-sqlite' })
  const storedPageSize = bytes.readUInt16BE(16)
  const counted = bytes.readUInt32BE(24) === bytes.readUInt32BE(92)
  const header: Header = {
    pageSize: storedPageSize === 1 ? 65_536 : storedPageSize,
    pages: counted ? bytes.readUInt32BE(28) : 0,
    userVersion: bytes.readUInt32BE(60),
    applicationId: bytes.readUInt32BE(68),
    writeAhead: bytes[18] === 2 || bytes[19] === 2,
    size: statSync(path).size,
  }
  // Formats 1 and 2, and three fractions that have had the same values in every version of the engine.
  const fixed = [18, 19].every((at) => bytes[at] === 1 || bytes[at] === 2) && bytes[21] === 64 && bytes[22] === 32 && bytes[23] === 32
  const size = header.pageSize
  if (!fixed || size < 512 || (size & (size - 1)) !== 0) throw new ParleyError('library-damaged', { reason: 'header' })
  if (header.applicationId !== applicationId) throw new ParleyError('library-not-parley', { reason: 'other-application' })
  if (header.userVersion > newest) throw new ParleyError('library-newer', { version: header.userVersion, newest })
  return header
}

/** A file shorter than its header says was cut; with a log beside it the file alone says nothing. */
export function checkLength(header: Header): void {
  if (header.pages * header.pageSize > header.size) throw new ParleyError('library-damaged', { reason: 'cut-short' })
}

/** Why the file cannot be written, as far as permissions tell. */
export function readOnlyReason(path: string): 'file' | 'folder' | null {
  if (!mayWrite(path)) return 'file'
  return mayWrite(dirname(path)) ? null : 'folder'
}

/** Size of a companion of the file (`-wal`, `-journal`, `-shm`); null where there is none. */
export function companionSize(path: string, suffix: '-wal' | '-journal' | '-shm'): number | null {
  return statSync(`${path}${suffix}`, { throwIfNoEntry: false })?.size ?? null
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The first bytes of a file, fewer where it is shorter. Throws `file-unreadable`. Never for a library that this process has open. */
export function leadingBytes(path: string, length: number): Buffer {
  try {
    const fd = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, readSync(fd, bytes, 0, length, 0))
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    throw new ParleyError('file-unreadable', { reason: systemCode(error) }, { cause: error })
  }
}
