/**
 * RIS, as databases and reference managers write it: two letters or digits, two blanks, a hyphen, and the value; some write one blank.
 * Lines without such a beginning go on with the value before. An entry begins with TY and ends with ER or with the next TY.
 */

export interface RisEntry {
  /** Values by field, in order; a field may come several times. */
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** Authors of all fields for them, in the order of the file. */
  readonly people: readonly string[]
}

const FIELD = /^\s{0,3}([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/su
const PEOPLE = new Set(['AU', 'A1'])
/** Fields whose line breaks are paragraphs; those of others are wrapping. */
const LONG = new Set(['AB', 'N2', 'N1', 'RN'])

/** The entries of a decoded file. Never throws. */
export function risEntries(text: string): RisEntry[] {
  const entries: { fields: Map<string, string[]>; people: string[] }[] = []
  let open: { fields: Map<string, string[]>; people: string[] } | null = null
  let last: { field: string; values: string[] } | null = null
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    const match = FIELD.exec(line)
    const field = match?.[1]
    if (field === undefined) {
      if (last && (line.trim() !== '' || LONG.has(last.field))) goOn(last.field, last.values, line)
      continue
    }
    const value = (match?.[2] ?? '').trim()
    if (field === 'TY') {
      open = { fields: new Map(), people: [] }
      entries.push(open)
    }
    if (!open) continue
    if (field === 'ER') {
      open = null
      last = null
      continue
    }
    const values = open.fields.get(field) ?? []
    values.push(value)
    open.fields.set(field, values)
    last = { field, values }
    if (PEOPLE.has(field)) open.people.push(value)
  }
  return entries
}

function goOn(field: string, values: string[], line: string): void {
  const at = values.length - 1
  const before = values[at] ?? ''
  values[at] = LONG.has(field) ? `${before}\n${line.trim()}` : `${before} ${line.trim()}`.trim()
}
