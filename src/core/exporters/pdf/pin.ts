/**
 * Takes the clock and the machine out of a PDF: the days on which it was made become the report's own, and the programs that made it keep no
 * version. Every byte stays in its place, so that the table of places at the end of the file still holds.
 */

/**
 * The same PDF with its dates on `day` (YYYY-MM-DD). Concerns the information about the document alone, never a word in it. A PDF that is
 * built otherwise than Chromium builds it comes back as it was.
 */
export function pinPdf(bytes: Uint8Array, day: string): Uint8Array {
  const pinned = Buffer.from(bytes)
  const text = pinned.toString('latin1')
  const date = `(D:${day.replaceAll('-', '')}000000+00'00')`
  const values = new Map([
    ['CreationDate', date],
    ['ModDate', date],
    ['Creator', '(Parley)'],
    ['Producer', '(Skia/PDF)'],
  ])
  for (const { key, from, to } of informationOf(text)) {
    const value = values.get(key)
    // Blanks between a value and what follows it mean nothing.
    if (value !== undefined && value.length <= to - from) pinned.write(value.padEnd(to - from), from, 'latin1')
  }
  const trailer = text.lastIndexOf('trailer')
  const id = trailer < 0 ? null : /\/ID\s*\[\s*<[0-9a-fA-F]*>\s*<[0-9a-fA-F]*>/.exec(text.slice(trailer))
  if (id)
    pinned.write(
      id[0].replaceAll(/<[^>]*>/g, (digits) => `<${'0'.repeat(digits.length - 2)}>`),
      trailer + id.index,
      'latin1',
    )
  return new Uint8Array(pinned.buffer, pinned.byteOffset, pinned.byteLength)
}

interface Entry {
  readonly key: string
  /** Where its value stands. */
  readonly from: number
  readonly to: number
}

/** The entries of the document's information dictionary; none where it is not found. */
function informationOf(text: string): Entry[] {
  const trailer = text.lastIndexOf('trailer')
  const number = trailer < 0 ? undefined : /\/Info (\d+) 0 R/.exec(text.slice(trailer))?.[1]
  const table = Number(/startxref\s+(\d+)/.exec(text.slice(trailer))?.[1] ?? -1)
  const head = /^xref\s+0 \d+\s+/.exec(text.slice(table, table + 40))?.[0]
  if (number === undefined || head === undefined) return []
  // Every line of the table has twenty bytes.
  const at = Number(text.slice(table + head.length + Number(number) * 20).slice(0, 10))
  const begin = new RegExp(`^${number} 0 obj\\s*<<`).exec(text.slice(at, at + 40))?.[0]
  return begin === undefined ? [] : entriesFrom(text, at + begin.length)
}

/** Reads names and values up to the end of a dictionary. */
function entriesFrom(text: string, start: number): Entry[] {
  const entries: Entry[] = []
  const name = /\s*\/([A-Za-z]+)\s*/y
  for (let at = start; ;) {
    name.lastIndex = at
    const key = name.exec(text)?.[1]
    if (key === undefined) return entries
    const from = name.lastIndex
    at = endOfValue(text, from)
    if (at < 0) return entries
    entries.push({ key, from, to: at })
  }
}

/** Where the value ends that begins at `from`; -1 where it does not end. */
function endOfValue(text: string, from: number): number {
  if (text[from] !== '(') {
    const end = text.slice(from).search(/(?<=>)(?=\s*(?:\/|>>))|(?=\/|>>)/)
    return end < 0 ? -1 : from + end
  }
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at + 1
  }
  return -1
}
