/** How many bytes packed data has unpacked: counted, nothing is kept. What is broken ends where it breaks, as for whoever reads it. */
import { createBrotliDecompress, createInflateRaw, type InflateRaw } from 'node:zlib'

const KB = 1024
const MB = 1024 * KB

/** Two bytes as deflated data begins with; readers of PDF do not look at the rest of them either. */
export const isDeflated = (data: Uint8Array): boolean => {
  const [first = 0, second = 0] = data
  return data.length > 2 && (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0 && (second & 0x20) === 0
}

/**
 * Bytes of all layers of deflated data together; Infinity beyond `limit`, and where three layers lie in one another. `length`: how long the
 * data probably is, without what stands behind it.
 */
export function inflatedSize(data: Uint8Array, length: number, limit: number): Promise<number> {
  return new Promise((resolve) => {
    let size = 0
    let active = 0
    const all: InflateRaw[] = []
    const end = (outcome: number): void => {
      for (const stream of all) stream.destroy()
      resolve(outcome)
    }
    const open = (depth: number, onGone: () => void): InflateRaw => {
      // Large pieces for large streams: each piece costs a turn.
      const stream = createInflateRaw({ chunkSize: depth > 1 ? MB : Math.min(MB, Math.max(16 * KB, 4 * length)) })
      all.push(stream)
      active++
      let inner: InflateRaw | null | undefined
      const gone = (): void => {
        inner?.end()
        onGone()
        if (--active === 0) end(size)
      }
      stream.on('error', gone)
      stream.on('end', gone)
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > limit) return end(Infinity)
        const isFirst = inner === undefined
        if (isFirst && isDeflated(chunk)) {
          if (depth > 1) return end(Infinity)
          inner = open(depth + 1, () => {
            inner = null
            stream.resume()
          })
        } else if (isFirst) inner = null
        if (inner && !inner.write(isFirst ? chunk.subarray(2) : chunk)) {
          stream.pause()
          inner.once('drain', () => stream.resume())
        }
      })
      return stream
    }
    open(1, () => {}).end(data.subarray(2))
  })
}

const CLEAR = 256
const END = 257
const MOST_CODES = 4_096

/** Bytes of LZW as PDF has it, counted up to just beyond `limit`. Its codes grow a step early or not: the larger count of both. */
export const lzwSize = (data: Uint8Array, limit: number): number => Math.max(lzwSizeWith(1, data, limit), lzwSizeWith(0, data, limit))

function lzwSizeWith(early: number, data: Uint8Array, limit: number): number {
  const lengths = new Uint32Array(MOST_CODES).fill(1, 0, CLEAR)
  let size = 0
  let next = END + 1
  let previous = 0
  let bits = 0
  let held = 0
  let width = 9
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    if (code === END || size > limit) break
    if (code === CLEAR) {
      next = END + 1
      width = 9
      previous = 0
      continue
    }
    // A code that is not there yet is the one that is being made.
    const length = code < next ? (lengths[code] ?? 0) : previous + 1
    size += length
    if (previous > 0 && next < MOST_CODES) lengths[next++] = previous + 1
    previous = length
    if (next + early >= 1 << width && width < 12) width++
  }
  return size
}

/** Bytes of runs, counted up to just beyond `limit`. */
export function runLengthSize(data: Uint8Array, limit: number): number {
  let size = 0
  for (let at = 0; at < data.length && size <= limit;) {
    const length = data[at] ?? 128
    if (length === 128) break
    size += length < 128 ? Math.min(length + 1, data.length - at - 1) : 257 - length
    at += length < 128 ? length + 2 : 2
  }
  return size
}

/** Bytes of Brotli; Infinity beyond `limit`. */
export function brotliSize(data: Uint8Array, limit: number): Promise<number> {
  return new Promise((resolve) => {
    let size = 0
    const stream = createBrotliDecompress({ chunkSize: 64 * KB })
    const end = (outcome: number): void => {
      stream.destroy()
      resolve(outcome)
    }
    stream.on('error', () => end(size))
    stream.on('end', () => end(size))
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) end(Infinity)
    })
    stream.end(data)
  })
}

/** Data that is written in letters, as bytes; null where it is not: hexadecimal, or base 85. */
export function asciiDecoded(data: Buffer): Buffer | null {
  const head = data.toString('latin1', 0, 256)
  if (/^[\s0-9a-f]*>?\s*$/i.test(head)) return Buffer.from(data.toString('latin1').replace(/[^0-9a-f]+/gi, ''), 'hex')
  return /^[\s!-uz~<]+$/.test(head) ? base85(data) : null
}

function base85(data: Buffer): Buffer {
  let zeros = 0
  for (const unit of data) if (unit === 0x7a) zeros++
  const bytes = Buffer.alloc(data.length + 4 * zeros + 4)
  let at = 0
  let held = 0
  let digits = 0
  for (const unit of data) {
    if (unit === 0x7e) break
    if (unit === 0x7a && digits === 0) at = bytes.writeUInt32BE(0, at)
    if (unit < 0x21 || unit > 0x75) continue
    held = held * 85 + unit - 0x21
    if (++digits < 5) continue
    at = bytes.writeUInt32BE(held % 0x100000000, at)
    held = 0
    digits = 0
  }
  return bytes.subarray(0, at)
}
