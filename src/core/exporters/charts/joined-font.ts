/**
 * Two TrueType fonts as one: the first with those letters of the second that it lacks. What draws pictures sets a text whose letters join in one
 * font only, and names mix scripts. Rules of joining stay those of the first. Both must have outlines of the same grid.
 */
import { sfnt, tablesOf } from './woff.ts'

const TRUETYPE = 0x00010000

const viewOf = (table: Uint8Array): DataView => new DataView(table.buffer, table.byteOffset, table.byteLength)

interface Outlines {
  readonly tables: Map<string, Uint8Array>
  readonly unitsPerEm: number
  readonly glyphs: number
  /** Bytes of each glyph. */
  readonly outline: (glyph: number) => Uint8Array
  /** Advance width and left side bearing. */
  readonly metrics: (glyph: number) => readonly [number, number]
  /** Glyph by code point. */
  readonly map: ReadonlyMap<number, number>
}

/** The first font where they cannot be joined. */
export function joinedFont(first: Uint8Array, second: Uint8Array): Uint8Array {
  const [base, more] = [outlinesOf(first), outlinesOf(second)]
  if (!base || !more || base.unitsPerEm !== more.unitsPerEm) return first
  const wanted = [...more.map].filter(([point]) => !base.map.has(point))
  // A glyph may be made of others, so that all of the second are taken, in their order.
  const glyphs = base.glyphs + more.glyphs
  if (wanted.length === 0 || glyphs > 0xffff) return first
  const outlines = Array.from({ length: glyphs }, (_, glyph) =>
    glyph < base.glyphs ? base.outline(glyph) : shifted(more.outline(glyph - base.glyphs), base.glyphs),
  )
  const [loca, hmtx] = [new Uint8Array(4 * (glyphs + 1)), new Uint8Array(4 * glyphs)]
  const glyf = new Uint8Array(outlines.reduce((size, { byteLength }) => size + even(byteLength), 0))
  let offset = 0
  outlines.forEach((outline, glyph) => {
    glyf.set(outline, offset)
    offset += even(outline.byteLength)
    viewOf(loca).setUint32(4 * (glyph + 1), offset)
    const [width, bearing] = glyph < base.glyphs ? base.metrics(glyph) : more.metrics(glyph - base.glyphs)
    viewOf(hmtx).setUint16(4 * glyph, width)
    viewOf(hmtx).setInt16(4 * glyph + 2, bearing)
  })
  const changed = (name: string, change: (view: DataView) => void): [string, Uint8Array] => {
    const table = Uint8Array.from(base.tables.get(name) ?? [])
    change(viewOf(table))
    return [name, table]
  }
  const map = new Map([...base.map, ...wanted.map(([point, glyph]): [number, number] => [point, glyph + base.glyphs])])
  return sfnt(
    TRUETYPE,
    new Map([
      ...base.tables,
      ['glyf', glyf],
      ['loca', loca],
      ['hmtx', hmtx],
      ['cmap', cmapOf(map)],
      changed('head', (view) => view.setInt16(50, 1)),
      changed('maxp', (view) => view.setUint16(4, glyphs)),
      changed('hhea', (view) => view.setUint16(34, glyphs)),
    ]),
  )
}

const even = (length: number): number => (length + 3) & ~3

/** Null where there are no TrueType outlines. */
function outlinesOf(font: Uint8Array): Outlines | null {
  const tables = tablesOf(font)
  const [head, maxp, hhea, hmtx, loca, glyf, cmap] = ['head', 'maxp', 'hhea', 'hmtx', 'loca', 'glyf', 'cmap'].map((name) =>
    tables.get(name),
  )
  if (!head || !maxp || !hhea || !hmtx || !loca || !glyf || !cmap) return null
  const isLong = viewOf(head).getInt16(50) === 1
  const at = (glyph: number): number => (isLong ? viewOf(loca).getUint32(4 * glyph) : 2 * viewOf(loca).getUint16(2 * glyph))
  const widths = viewOf(hhea).getUint16(34)
  const metrics = viewOf(hmtx)
  return {
    tables,
    unitsPerEm: viewOf(head).getUint16(18),
    glyphs: viewOf(maxp).getUint16(4),
    outline: (glyph) => glyf.subarray(at(glyph), at(glyph + 1)),
    // The last width holds for all glyphs after it.
    metrics: (glyph) =>
      glyph < widths
        ? [metrics.getUint16(4 * glyph), metrics.getInt16(4 * glyph + 2)]
        : [metrics.getUint16(4 * (widths - 1)), metrics.getInt16(4 * widths + 2 * (glyph - widths))],
    map: mapOf(cmap),
  }
}

const WORDS = 1
const SCALE = 8
const MORE = 32
const TWO_SCALES = 64
const MATRIX = 128

/** A glyph that is made of others names them by number. */
function shifted(outline: Uint8Array, by: number): Uint8Array {
  if (outline.byteLength === 0 || viewOf(outline).getInt16(0) >= 0) return outline
  const copy = Uint8Array.from(outline)
  const view = viewOf(copy)
  for (let at = 10; ;) {
    const flags = view.getUint16(at)
    view.setUint16(at + 2, view.getUint16(at + 2) + by)
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0)
    if (!(flags & MORE)) return copy
  }
}

/** All that the Unicode tables of formats 4 and 12 say. */
function mapOf(cmap: Uint8Array): Map<number, number> {
  const view = viewOf(cmap)
  const found = new Map<number, number>()
  for (let index = 0; index < view.getUint16(2); index++) {
    const at = view.getUint32(4 + 8 * index + 4)
    const format = view.getUint16(at)
    if (format === 12)
      for (let group = 0; group < view.getUint32(at + 12); group++) {
        const [first, last, glyph] = [0, 4, 8].map((field) => view.getUint32(at + 16 + 12 * group + field))
        for (let point = first ?? 0; point <= (last ?? -1); point++) found.set(point, (glyph ?? 0) + point - (first ?? 0))
      }
    else if (format === 4) segments(view, at, found)
  }
  return found
}

function segments(view: DataView, at: number, found: Map<number, number>): void {
  const size = view.getUint16(at + 6)
  for (let place = 0; place < size; place += 2) {
    const last = view.getUint16(at + 14 + place)
    const first = view.getUint16(at + 16 + size + place)
    const delta = view.getUint16(at + 16 + 2 * size + place)
    const range = at + 16 + 3 * size + place
    const offset = view.getUint16(range)
    for (let point = first; point <= last && point !== 0xffff; point++) {
      const listed = offset === 0 ? point : view.getUint16(range + offset + 2 * (point - first))
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) found.set(point, glyph)
    }
  }
}

/** One table of format 12, a group for each letter: plain, and small enough. */
function cmapOf(map: ReadonlyMap<number, number>): Uint8Array {
  const points = [...map].toSorted(([a], [b]) => a - b)
  const table = new Uint8Array(12 + 16 + 12 * points.length)
  const view = viewOf(table)
  view.setUint16(2, 1)
  // Windows, all of Unicode.
  view.setUint16(4, 3)
  view.setUint16(6, 10)
  view.setUint32(8, 12)
  view.setUint16(12, 12)
  view.setUint32(16, 16 + 12 * points.length)
  view.setUint32(24, points.length)
  points.forEach(([point, glyph], index) => {
    const at = 28 + 12 * index
    view.setUint32(at, point)
    view.setUint32(at + 4, point)
    view.setUint32(at + 8, glyph)
  })
  return table
}
