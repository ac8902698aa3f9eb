/**
 * The objects of a PDF as Chromium writes it: one after another, with a table of their places at the end. Read so that the streams with what is
 * drawn can be written anew; everything else keeps its bytes.
 */
import { deflateSync, inflateSync } from 'node:zlib'

/** A page's drawing, or that of a form on it: compressed, with a plain dictionary of filter and length. */
const DRAWING = /^\d+ 0 obj\s*<<\s*\/Filter \/FlateDecode\s*\/Length (\d+)\s*>>\s*stream\r?\n/
/** Longest head of such an object. */
const HEAD = 100

/**
 * The same PDF with every drawing passed through `redraw`, which gets and gives text of one byte a character. Comes back as it was where
 * nothing changed, and where it is built otherwise.
 */
export function redrawn(bytes: Uint8Array, redraw: (drawing: string) => string): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const table = tableOf(whole)
  if (table === null) return bytes
  const { start, places } = table
  const order = [...places.keys()].filter((number) => number > 0).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const pieces: Buffer[] = [whole.subarray(0, places[order[0] ?? 0] ?? start)]
  let length = pieces[0]?.length ?? 0
  let changed = false
  const moved: number[] = []
  for (const [index, number] of order.entries()) {
    const object = whole.subarray(places[number], index + 1 < order.length ? places[order[index + 1] ?? 0] : start)
    const anew = redrawnObject(object, redraw)
    changed ||= anew !== object
    moved[number] = length
    pieces.push(anew)
    length += anew.length
  }
  if (!changed) return bytes
  const lines = places.map((_place, number) =>
    number === 0 ? '0000000000 65535 f \n' : `${String(moved[number]).padStart(10, '0')} 00000 n \n`,
  )
  const trailer = whole.subarray(start).toString('latin1')
  const end = trailer.slice(trailer.indexOf('trailer')).replace(/startxref\s+\d+/, `startxref\n${length}`)
  return new Uint8Array(Buffer.concat([...pieces, Buffer.from(`xref\n0 ${places.length}\n${lines.join('')}${end}`, 'latin1')]))
}

export interface PdfObjects {
  readonly trailer: string
  /** An object without its stream, as text of one byte a character; '' where there is none of this number. */
  object(number: number): string
}

/** The objects of a PDF by their numbers; null where it is built otherwise. */
export function readObjects(bytes: Uint8Array): PdfObjects | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const table = tableOf(whole)
  if (table === null) return null
  const { start, places } = table
  return {
    trailer: whole.subarray(start).toString('latin1'),
    object(number) {
      const place = number > 0 ? places[number] : undefined
      if (place === undefined) return ''
      const end = whole.indexOf('endobj', place)
      return (
        whole
          .subarray(place, end < 0 ? start : end)
          .toString('latin1')
          .split('stream', 1)[0] ?? ''
      )
    },
  }
}

/** Where the table stands, and the places in it by the number of the object; null where it is none that we know. */
function tableOf(whole: Buffer): { start: number; places: number[] } | null {
  const tail = whole.subarray(-64).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? -1)
  if (start < 0 || start >= whole.length) return null
  const head = /^xref\n0 (\d+)\n/.exec(whole.subarray(start, start + 40).toString('latin1'))
  if (!head) return null
  const count = Number(head[1])
  const first = start + head[0].length
  const places = Array.from({ length: count }, (_, number) =>
    Number(whole.toString('latin1', first + number * 20, first + number * 20 + 10)),
  )
  const isWhole = places.every((place, number) => number === 0 || (place > 0 && place < start))
  return isWhole ? { start, places } : null
}

function redrawnObject(object: Buffer, redraw: (drawing: string) => string): Buffer {
  const head = DRAWING.exec(object.toString('latin1', 0, HEAD))
  if (!head) return object
  const [begin] = head
  const before = object.subarray(begin.length, begin.length + Number(head[1]))
  const drawing = inflated(before)
  const anew = drawing === null ? null : redraw(drawing)
  if (anew === null || anew === drawing) return object
  const packed = deflateSync(Buffer.from(anew, 'latin1'), { level: 9 })
  const after = object.subarray(begin.length + before.length)
  return Buffer.concat([Buffer.from(begin.replace(/\/Length \d+/, `/Length ${packed.length}`), 'latin1'), packed, after])
}

function inflated(bytes: Buffer): string | null {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return null
  }
}
