/**
 * Bibliographies as BibTeX and BibLaTeX have them: entries of named fields, whose values are braced, quoted, numbers, or names of strings, put
 * together with #. Braces count wherever they stand, as BibTeX counts them. What stands between entries is a comment.
 */

export interface BibEntry {
  /** Lower case, as are names of fields. */
  readonly type: string
  readonly key: string
  /** Values in TeX, the first of each name. */
  readonly fields: ReadonlyMap<string, string>
}

/** The months have names everywhere. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The entries of a file; null for one that is broken off. Never throws. */
export function bibEntries(text: string): (BibEntry | null)[] {
  return new BibFile(text).entries()
}

class BibFile {
  readonly #text: string
  readonly #strings = new Map(MONTHS.map((name, index) => [name, String(index + 1)]))
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  entries(): (BibEntry | null)[] {
    const found: (BibEntry | null)[] = []
    for (let match = this.#take(BEGIN); match; match = this.#take(BEGIN)) {
      const type = (match[1] ?? '').toLowerCase()
      if (type === 'comment' || type === 'preamble') this.#braced()
      else if (type === 'string') this.#string()
      else found.push(this.#entry(type))
    }
    return found
  }

  /** From where it stands, matched anywhere behind; null, with nothing taken, where there is none. */
  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match) this.#at = pattern.lastIndex
    return match
  }

  #string(): void {
    const name = this.#take(FIELD)?.[1]?.toLowerCase()
    const value = name === undefined ? null : this.#value()
    if (name !== undefined && value !== null) this.#strings.set(name, value)
  }

  #entry(type: string): BibEntry | null {
    const key = this.#take(KEY)?.[1] ?? null
    if (key === null) return null
    const fields = new Map<string, string>()
    for (let match = this.#take(FIELD); match; match = this.#take(FIELD)) {
      const value = this.#value()
      if (value === null) return null
      const name = (match[1] ?? '').toLowerCase()
      if (!fields.has(name)) fields.set(name, value)
    }
    return this.#take(END) ? { type, key, fields } : null
  }

  #value(): string | null {
    let value = ''
    do {
      const part = this.#part()
      if (part === null) return null
      value += part
    } while (this.#take(JOINED))
    return value
  }

  #part(): string | null {
    const begin = this.#take(VALUE)
    if (begin?.[1] === '{') return this.#braced()
    if (begin?.[1] === '"') return this.#quoted()
    const word = begin?.[1]
    return word === undefined ? null : (this.#strings.get(word.toLowerCase()) ?? word)
  }

  /** Up to the brace that closes; null where none does. */
  #braced(): string | null {
    const from = this.#at
    for (let depth = 1; ;) {
      const sign = this.#take(BRACE)?.[0]
      if (sign === undefined) return null
      depth += sign === '{' ? 1 : -1
      if (depth === 0) return this.#text.slice(from, this.#at - 1)
    }
  }

  /** Up to the quotation mark that stands in no braces. */
  #quoted(): string | null {
    const from = this.#at
    for (let depth = 0; ;) {
      const sign = this.#take(QUOTED)?.[0]
      if (sign === undefined) return null
      if (sign === '"' && depth === 0) return this.#text.slice(from, this.#at - 1)
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
    }
  }
}

const BEGIN = /@([A-Za-z]+)\s*\{/g
const KEY = /\s*([^\s,{}"#%=]*)\s*,/y
const FIELD = /[\s,]*([A-Za-z][\w:.+-]*)\s*=\s*/y
const END = /[\s,]*\}/y
const JOINED = /\s*#\s*/y
const VALUE = /([{"]|[^\s,{}"#%=]+)/y
const BRACE = /[{}]/g
const QUOTED = /[{}"]/g
