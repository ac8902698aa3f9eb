/**
 * Judges a write-ahead log that a crash left behind. The engine reads a log up to the first bad frame and silently drops the rest,
 * which is right for the torn end of a power cut but would lose acknowledged steps where an earlier part was damaged; and since
 * pages from the dropped part may already be in the file, the two could even disagree. Reads only.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { ParleyError } from '../../shared/rpc/envelope.ts'

const headerBytes = 32
const frameHeaderBytes = 24
const magics = [0x377f0682, 0x377f0683]

interface Sums {
  first: number
  second: number
}

/**
 * Throws `library-damaged` with reason `log` where frames of more than one finished transaction follow a bad one: at most one,
 * the last, can be torn by a power cut, since every step is synced. `bulk` says that the crash came amid bulk work,
 * which is not, so that nothing can be concluded.
 */
export function checkLeftLog(path: string, bulk: boolean): void {
  if (!bulk && lostCommits(path) > 1) throw new ParleyError('library-damaged', { reason: 'log' })
}

/** Finished transactions in the log that the engine would not read. */
function lostCommits(path: string): number {
  const fd = openSync(path, 'r')
  try {
    const header = readAt(fd, 0, headerBytes)
    if (header.length < headerBytes) return 0
    const magic = header.readUInt32BE(0)
    const bigEndian = magic === 0x377f0683
    const sums = summed({ first: 0, second: 0 }, header.subarray(0, 24), bigEndian)
    const pageSize = header.readUInt32BE(8)
    const sound = magics.includes(magic) && sums.first === header.readUInt32BE(24) && sums.second === header.readUInt32BE(28)
    // Without its header nothing of the log can be read: any frame in it is lost.
    if (!sound) return readAt(fd, headerBytes, frameHeaderBytes + 512).length === frameHeaderBytes + 512 ? Infinity : 0
    const salt = header.subarray(16, 24)
    let running = sums
    let readable = true
    let lost = 0
    for (let at = headerBytes; ; at += frameHeaderBytes + pageSize) {
      const frame = readAt(fd, at, frameHeaderBytes + pageSize)
      if (frame.length < frameHeaderBytes + pageSize) return lost
      // Frames of an earlier generation fill the rest of a log that is used again.
      const ours = frame.subarray(8, 16).equals(salt)
      if (readable && ours) {
        running = summed(summed(running, frame.subarray(0, 8), bigEndian), frame.subarray(frameHeaderBytes), bigEndian)
        readable = running.first === frame.readUInt32BE(16) && running.second === frame.readUInt32BE(20)
      } else readable = false
      if (!readable && ours && frame.readUInt32BE(4) !== 0) lost++
    }
  } finally {
    closeSync(fd)
  }
}

/** The engine's running checksum over pairs of 32-bit words. */
function summed(from: Sums, bytes: Buffer, bigEndian: boolean): Sums {
  let { first, second } = from
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    first = (first + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + second) >>> 0
    second = (second + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + first) >>> 0
  }
  return { first, second }
}

function readAt(fd: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  return bytes.subarray(0, readSync(fd, bytes, 0, length, at))
}
