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
    return { tag: nameOf(view.getUint32(at)), table }
  })
  return sfnt(flavour, new Map(tables.map(({ tag, table }) => [tag, table])))
}

/** The tables of a font by their names. */
export function tablesOf(font: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const at = 12 + 16 * index
      const offset = view.getUint32(at + 8)
      return [nameOf(view.getUint32(at)), font.subarray(offset, offset + view.getUint32(at + 12))]
    }),
  )
}

/** A font of these tables. Checksums are left 0: nothing that draws pictures asks for them. */
export function sfnt(flavour: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const list = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const directory = 12 + 16 * list.length
  const font = new Uint8Array(list.reduce((size, [, table]) => size + padded(table.byteLength), directory))
  const out = new DataView(font.buffer)
  const power = Math.floor(Math.log2(Math.max(1, list.length)))
  out.setUint32(0, flavour)
  out.setUint16(4, list.length)
  out.setUint16(6, 16 * 2 ** power)
  out.setUint16(8, power)
  out.setUint16(10, 16 * (list.length - 2 ** power))
  let offset = directory
  list.forEach(([name, table], index) => {
    const at = 12 + 16 * index
    for (let letter = 0; letter < 4; letter++) out.setUint8(at + letter, name.charCodeAt(letter))
    out.setUint32(at + 8, offset)
    out.setUint32(at + 12, table.byteLength)
    font.set(table, offset)
    offset += padded(table.byteLength)
  })
  return font
}

const nameOf = (tag: number): string => String.fromCharCode(tag >>> 24, (tag >>> 16) & 255, (tag >>> 8) & 255, tag & 255)

/** Tables begin at multiples of four. */
const padded = (length: number): number => (length + 3) & ~3
