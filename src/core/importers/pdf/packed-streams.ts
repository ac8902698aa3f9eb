/**
 * Looks for bombs in a PDF before anything is read: every stream is unpacked once, counted and thrown away. What the file says of a stream
 * (its length, its filters, that it is a picture) is a claim: deflated bytes are known by their own head, whatever the dictionary says or
 * hides. Encrypted streams cannot be counted; the watch on memory stops those, see worker/memory-watch.ts.
 */
import { asciiDecoded, brotliSize, inflatedSize, isDeflated, lzwSize, runLengthSize } from './unpacked-size.ts'
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
export const STREAM_LIMITS: StreamLimits = { bytes: 64 * MB, picture: 256 * MB, total: 512 * MB, filters: 8 }

/** Bytes before a stream in which its filters are looked for; behind more than that they count as hidden. */
const DICTIONARY = 16 * 1024
/** Bytes to the end of the line that begins a stream. */
const LINE = 4_096
const PACKED = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)\b/g
const FILTER = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode|ASCII85Decode|A85|ASCIIHexDecode|AHx|Crypt)\b/g
/** Filters that stand in another object, one by one or all together. */
const ELSEWHERE = /\/(?:Filter|F)\s*(?:\[[^\]]{0,1000}?)?\d+\s+\d+\s+R\b/

/** `unsafe` with reason `stream-size` or `filters`, or null where no stream goes beyond the limits. Never rejects. */
export async function checkStreams(bytes: Uint8Array, limits: StreamLimits = STREAM_LIMITS): Promise<ImportProblem | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  // Behind the last stream that was unpacked: a word "stream" inside a dictionary ends nothing.
  let end = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const { head, dictionary } = dictionaryBefore(file, at, end)
    const filters = dictionary.match(FILTER)?.length ?? 0
    if (filters > limits.filters) return { code: 'unsafe', details: { reason: 'filters', limit: limits.filters } }
    // One packing in another multiplies: no program that makes documents does that.
    if ((dictionary.match(PACKED)?.length ?? 0) > 2) return { code: 'unsafe', details: { reason: 'filters', limit: 2 } }
    const start = behindLine(file, at + 6)
    const stop = file.indexOf('endstream', start)
    const data = file.subarray(start, stop < 0 ? file.length : stop)
    const isPicture = /\/Subtype\s*\/Image\b/.test(dictionary)
    const limit = isPicture ? limits.picture : Math.min(limits.bytes, limits.total - total)
    const size = await sizeOf(data, file.subarray(start), head, limit)
    if (size > limit) return { code: 'unsafe', details: { reason: 'stream-size', limit } }
    if (!isPicture) total += size
    if (size > 0 && stop > 0) {
      at = stop
      end = stop
    }
  }
  return null
}

/**
 * `dictionary`: what stands before a stream from the beginning of its object on; `head`: from the last stream on, null where that is more
 * than is looked at, or names filters that stand elsewhere, so that they could be any.
 */
function dictionaryBefore(file: Buffer, at: number, end: number): { head: string | null; dictionary: string } {
  const from = Math.max(end, at - DICTIONARY)
  // Letters of names may be written as #xx.
  const head = file
    .toString('latin1', from, at)
    .replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
  return { head: from > end || ELSEWHERE.test(head) ? null : head, dictionary: head.slice(head.lastIndexOf('obj') + 1) }
}

/** The data begins on the next line, whatever else stands on this one. */
function behindLine(file: Buffer, from: number): number {
  for (let at = from; at < Math.min(file.length, from + LINE); at++) {
    if (file[at] === 0x0a) return at + 1
    if (file[at] === 0x0d) return file[at + 1] === 0x0a ? at + 2 : at + 1
  }
  return from
}

/**
 * Unpacked bytes, or more than `limit`. `rest`: the data with all behind it, as the mark of its end may stand in the data itself; `head`: null
 * where its filters cannot be read.
 */
async function sizeOf(data: Buffer, rest: Buffer, head: string | null, limit: number): Promise<number> {
  const isNamed = (filter: RegExp): boolean => head === null || filter.test(head)
  const plain = isNamed(/\/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/) ? asciiDecoded(data) : null
  for (const packed of plain === null ? [rest] : [plain, rest]) if (isDeflated(packed)) return inflatedSize(packed, data.length, limit)
  const inner = plain ?? data
  return Math.max(
    isNamed(/\/(?:LZWDecode|LZW)\b/) ? lzwSize(inner, limit) : 0,
    isNamed(/\/(?:RunLengthDecode|RL)\b/) ? runLengthSize(inner, limit) : 0,
    isNamed(/\/BrotliDecode\b/) ? await brotliSize(plain ?? rest, limit) : 0,
  )
}
