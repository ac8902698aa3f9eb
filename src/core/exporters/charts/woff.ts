/** Fonts as they lie in the packages (WOFF 1) as the fonts they were made of: the tables unpacked behind a directory of their own. Pure. */
import { inflateSync } from 'node:zlib'

const SIGNATURE = 0x774f4646
const HEADER = 44
const ENTRY = 20
/** No table of a font that we ship is larger, and nothing unpacks to more. */
const LARGEST_TABLE = 32 * 1024 * 1024

/** Throws a RangeError for what is no WOFF 1 or is broken. */
export function sfntOf(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (woff.byteLength < HEADER || view.getUint32(0) !== SIGNATURE) throw new RangeError('not a WOFF font')
  const flavour = view.getUint32(4)
  const count = view.getUint16(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const at = HEADER + index * ENTRY
    const [offset, packed, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)]
    if (length > LARGEST_TABLE) throw new RangeError('a table of the font is too large')
    const bytes = woff.subarray(offset, offset + packed)
    const table = packed < length ? inflateSync(bytes, { maxOutputLength: LARGEST_TABLE }) : bytes
    if (table.byteLength !== length) throw new RangeError('a table of the font is broken')
    return { tag: view.getUint32(at), checksum: view.getUint32(at + 16), table }
  })
  const directory = 12 + 16 * count
  const size = tables.reduce((sum, { table }) => sum + padded(table.byteLength), directory)
  const font = new Uint8Array(size)
  const out = new DataView(font.buffer)
  const power = Math.floor(Math.log2(Math.max(1, count)))
  out.setUint32(0, flavour)
  out.setUint16(4, count)
  out.setUint16(6, 16 * 2 ** power)
  out.setUint16(8, power)
  out.setUint16(10, 16 * (count - 2 ** power))
  let offset = directory
  tables.forEach(({ tag, checksum, table }, index) => {
    const at = 12 + 16 * index
    out.setUint32(at, tag)
    out.setUint32(at + 4, checksum)
    out.setUint32(at + 8, offset)
    out.setUint32(at + 12, table.byteLength)
    font.set(table, offset)
    offset += padded(table.byteLength)
  })
  return font
}

/** Tables begin at multiples of four. */
const padded = (length: number): number => (length + 3) & ~3
