/**
 * Looks for bombs in a PDF before anything is read: every packed stream is unpacked once, counted and thrown away. What the file says of
 * a stream (its length, that it is a picture) is a claim.
 */
import { createInflate } from 'node:zlib'
import type { ImportProblem } from '../types.ts'

export interface StreamLimits {
  /** Unpacked bytes of one stream. */
  readonly bytes: number
  /** Unpacked bytes of one that says it is a picture; pictures are not unpacked later, but anything can say so. */
  readonly picture: number
  /** Unpacked bytes of all other streams. */
  readonly total: number
  /** Filters of one stream, one around the other. */
  readonly filters: number
}

const MB = 1024 * 1024
const KB = 1024
export const STREAM_LIMITS: StreamLimits = { bytes: 64 * MB, picture: 256 * MB, total: 512 * MB, filters: 8 }

const DICTIONARY = 2_048
const PACKED = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)\b/g
/** The filters are named in another object. */
const ELSEWHERE = /\/(?:Filter|F)\s+\d+\s+\d+\s+R\b/
const FILTER = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode|ASCII85Decode|A85|ASCIIHexDecode|AHx|Crypt)\b/g

/** `unsafe` with reason `stream-size` or `filters`, or null where no stream goes beyond the limits. Never rejects. */
export async function checkStreams(bytes: Uint8Array, limits: StreamLimits = STREAM_LIMITS): Promise<ImportProblem | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  let end = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const head = file.toString('latin1', Math.max(end, at - DICTIONARY), at)
    // Letters of names may be written as #xx.
    const dictionary = head
      .slice(head.lastIndexOf(' obj') + 1)
      .replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    end = at
    const filters = dictionary.match(FILTER)?.length ?? 0
    if (filters > limits.filters) return { code: 'unsafe', details: { reason: 'filters', limit: limits.filters } }
    const packed = dictionary.match(PACKED) ?? (ELSEWHERE.test(dictionary) ? ['/Fl'] : [])
    if (packed.length === 0) continue
    // One packing in another multiplies: no program that makes documents does that.
    if (packed.length > 2) return { code: 'unsafe', details: { reason: 'filters', limit: 2 } }
    let start = at + 6
    if (file[start] === 0x0d) start++
    if (file[start] === 0x0a) start++
    const stop = file.indexOf('endstream', start)
    const data = file.subarray(start, stop < 0 ? file.length : stop)
    const layers = packed.filter((name) => /Fl/.test(name)).length === packed.length ? packed.length : 0
    const isPicture = /\/Subtype\s*\/Image\b/.test(dictionary)
    const limit = isPicture ? limits.picture : Math.min(limits.bytes, limits.total - total)
    const size = layers === 0 ? 0 : await unpackedSize(data, layers, limit)
    if (size === null) return { code: 'unsafe', details: { reason: 'stream-size', limit } }
    if (!isPicture) total += size
    if (stop > 0) at = stop
  }
  return null
}

/** Counted bytes at the end of all layers; null beyond the limit; what cannot be unpacked ends where it breaks. */
function unpackedSize(data: Uint8Array, layers: number, limit: number): Promise<number | null> {
  return new Promise((resolve) => {
    let size = 0
    // Large pieces for large streams: each piece costs a turn.
    const options = { chunkSize: layers > 1 ? MB : Math.min(MB, Math.max(16 * KB, 4 * data.length)) }
    const first = createInflate(options)
    const streams = [first]
    for (let layer = 1; layer < layers; layer++) {
      const next = createInflate(options)
      streams.at(-1)?.pipe(next)
      streams.push(next)
    }
    const end = (outcome: number | null): void => {
      for (const stream of streams) stream.destroy()
      resolve(outcome)
    }
    for (const stream of streams) {
      stream.on('error', () => end(size))
    }
    const last = streams.at(-1) ?? first
    last.on('data', (chunk: Uint8Array) => {
      size += chunk.length
      if (size > limit) end(null)
    })
    last.on('end', () => end(size))
    first.end(data)
  })
}
