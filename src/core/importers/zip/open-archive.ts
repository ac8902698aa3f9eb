/**
 * The one door through which archives (DOCX, ODT, XLSX, QDPX) are opened. The list of entries is checked as a whole before any of them is
 * unpacked; an archive with one bad entry is refused. Entries are unpacked into memory, within counted limits; nothing is written to disk.
 */
import yauzl, { type Entry } from 'yauzl'
import type { ImportProblem } from '../types.ts'
import { badKind, badName, clashingName, entryName } from './entry-checks.ts'
import { unpack } from './inflate.ts'

export interface ArchiveLimits {
  readonly entries: number
  /** Unpacked bytes of one entry. */
  readonly entryBytes: number
  /** Unpacked bytes of all entries that are read. */
  readonly totalBytes: number
}

const MB = 1024 * 1024
export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 20_000, entryBytes: 64 * MB, totalBytes: 256 * MB }

export interface Archive {
  /** Names of the files, in the archive's order; separators are `/`. Folders are left out. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** Declared size in bytes of an entry; null where there is none of that name. */
  size(name: string): number | null
  /** The bytes of an entry. `damaged` with reason `missing` where there is none; never rejects. */
  read(name: string): Promise<Uint8Array | ImportProblem>
}

interface Place {
  readonly start: number
  readonly dataStart: number
  readonly end: number
  readonly entry: Entry
  readonly name: string
}

const LOCAL_HEADER = 30
const LOCAL_SIGNATURE = 0x04034b50
const HAS_DESCRIPTOR = 0x08
const ZIP64 = 0xffffffff
/** Deflate packs 1032 bytes into one at best. */
const BEST_PACKING = 1_032

const unsafe = (reason: string, details: ImportProblem['details'] = {}): ImportProblem => ({
  code: 'unsafe',
  details: { reason, ...details },
})
const damaged = (reason: string, details: ImportProblem['details'] = {}): ImportProblem => ({
  code: 'damaged',
  details: { reason, ...details },
})

/** Tells a problem from what was asked for. */
export function isProblem(found: object): found is ImportProblem {
  return !(found instanceof Uint8Array) && 'code' in found && 'details' in found
}

/**
 * Opens an archive, or says why not: `unsafe` (reasons path, link, device, folder, encrypted, duplicate, overlap, entries, entry-size,
 * total-size; `entry` names the entry, `limit` the limit) or `damaged` (archive, headers, size, packing, checksum, missing). Never rejects.
 */
export async function openArchive(bytes: Uint8Array, limits: Partial<ArchiveLimits> = {}): Promise<Archive | ImportProblem> {
  const allowed = { ...ARCHIVE_LIMITS, ...limits }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places = await placesIn(buffer, allowed.entries)
  if (!Array.isArray(places)) return places
  const files = new Map(places.filter(({ name }) => !name.endsWith('/')).map((place) => [place.name, place]))
  let total = 0
  return {
    names: [...files.keys()],
    has: (name) => files.has(name),
    size: (name) => files.get(name)?.entry.uncompressedSize ?? null,
    read: async (name) => {
      const place = files.get(name)
      if (!place) return damaged('missing', { entry: name })
      const { entry, dataStart, end } = place
      const size = entry.uncompressedSize
      if (size > allowed.entryBytes) return unsafe('entry-size', { entry: name, limit: allowed.entryBytes })
      if (total + size > allowed.totalBytes) return unsafe('total-size', { entry: name, limit: allowed.totalBytes })
      total += size
      const data = buffer.subarray(dataStart, end)
      const unpacked = await unpack({ data, method: entry.compressionMethod, size, checksum: entry.crc32 })
      return typeof unpacked === 'string' ? damaged(unpacked, { entry: name }) : unpacked
    },
  }
}

async function placesIn(buffer: Buffer, limit: number): Promise<Place[] | ImportProblem> {
  const places: Place[] = []
  try {
    const zip = await yauzl.fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: true })
    if (zip.entryCount > limit) return unsafe('entries', { count: zip.entryCount, limit })
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry.fileNameRaw)
      const reason = badName(name) ?? badKind(entry, name)
      if (reason) return unsafe(reason, { entry: name.slice(0, 200) })
      const place = placeOf(buffer, entry, name)
      if (!place) return damaged('headers', { entry: name })
      places.push(place)
    }
  } catch {
    return damaged('archive')
  }
  const clash = clashingName(places.map(({ name }) => name))
  if (clash !== null) return unsafe('duplicate', { entry: clash })
  const overlap = overlapping(places)
  return overlap === null ? places : unsafe('overlap', { entry: overlap })
}

/** Where an entry lies, by its own header, which has to say what the list says. */
function placeOf(buffer: Buffer, entry: Entry, name: string): Place | null {
  const start = entry.relativeOffsetOfLocalHeader
  if (start + LOCAL_HEADER > buffer.length || buffer.readUInt32LE(start) !== LOCAL_SIGNATURE) return null
  const flags = buffer.readUInt16LE(start + 6)
  const nameLength = buffer.readUInt16LE(start + 26)
  const nameStart = start + LOCAL_HEADER
  const dataStart = nameStart + nameLength + buffer.readUInt16LE(start + 28)
  const end = dataStart + entry.compressedSize
  if (end > buffer.length || entry.uncompressedSize > (entry.compressedSize + 1) * BEST_PACKING) return null
  if (!buffer.subarray(nameStart, nameStart + nameLength).equals(entry.fileNameRaw)) return null
  if (buffer.readUInt16LE(start + 8) !== entry.compressionMethod || ((flags ^ entry.generalPurposeBitFlag) & 1) !== 0) return null
  const later = (flags & HAS_DESCRIPTOR) !== 0
  const says = (at: number, value: number): boolean => {
    const local = buffer.readUInt32LE(start + at)
    return local === value || local === ZIP64 || (later && local === 0)
  }
  const agrees = says(14, entry.crc32) && says(18, entry.compressedSize) && says(22, entry.uncompressedSize)
  return agrees ? { start, dataStart, end, entry, name } : null
}

/** The name of an entry whose bytes another one claims as well; that is how small archives hold large bombs. */
function overlapping(places: readonly Place[]): string | null {
  const byStart = places.toSorted((one, other) => one.start - other.start)
  const at = byStart.findIndex((place, index) => place.start < (byStart[index - 1]?.end ?? 0))
  return byStart[at]?.name ?? null
}
