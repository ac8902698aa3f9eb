/**
 * Unpacks one entry and counts as it goes: never more bytes than it declared, and its checksum always holds. A declared size is a claim;
 * what counts is what comes out.
 */
import { createInflateRaw, crc32 } from 'node:zlib'

export type Unpacked = Uint8Array | 'size' | 'packing' | 'checksum'

const STORED = 0
const DEFLATED = 8

export interface PackedEntry {
  readonly data: Uint8Array
  /** 0 stored, 8 deflated. */
  readonly method: number
  /** As declared, in bytes; at most the caller's limit. */
  readonly size: number
  readonly checksum: number
}

/** The bytes of an entry, or what is wrong with it. Never rejects. */
export async function unpack({ data, method, size, checksum }: PackedEntry): Promise<Unpacked> {
  if (method !== STORED && method !== DEFLATED) return 'packing'
  const bytes = method === STORED ? (data.length === size ? data : 'size') : await inflate(data, size)
  if (typeof bytes === 'string') return bytes
  return crc32(bytes) === checksum ? bytes : 'checksum'
}

/** Straight into one buffer of the declared size: the first byte beyond it ends the unpacking. */
function inflate(data: Uint8Array, size: number): Promise<Unpacked> {
  return new Promise((resolve) => {
    const target = new Uint8Array(size)
    let written = 0
    // Large pieces for large entries: each piece costs a turn. Never more than a megabyte beyond what is allowed.
    const stream = createInflateRaw({ chunkSize: Math.min(1024 * 1024, Math.max(16 * 1024, size)) })
    const end = (outcome: Unpacked): void => {
      stream.destroy()
      resolve(outcome)
    }
    stream.on('data', (chunk: Uint8Array) => {
      if (written + chunk.length > size) return end('size')
      target.set(chunk, written)
      written += chunk.length
    })
    stream.on('error', () => end('packing'))
    stream.on('end', () => end(written === size ? target : 'size'))
    stream.end(data)
  })
}
