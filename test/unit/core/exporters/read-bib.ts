/** A reader of bibliographies for tests, as strict as BibTeX: it counts braces, also those behind a backslash, and knows no way out of a field but the last one. */

export interface BibEntry {
  type: string
  key: string
  fields: Record<string, string>
}

/** Throws for anything that is not entries of braced fields. */
export function parsedBib(text: string): BibEntry[] {
  const entries: BibEntry[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) throw new Error(`expected ${pattern} at ${JSON.stringify(text.slice(at, at + 60))}`)
    at = pattern.lastIndex
    return match
  }
  while (/\S/.test(text.slice(at))) {
    const [, type = '', key = ''] = take(/\s*@([a-z]+)\{([A-Za-z0-9-]+),\n/y)
    const fields: Record<string, string> = {}
    while (!text.startsWith('}', at)) {
      const [, name = ''] = take(/ {2}([a-z]+) = \{/y)
      const from = at
      for (let depth = 1; depth > 0; at++) {
        if (at >= text.length) throw new Error(`field ${name} of ${key} does not end`)
        depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0
      }
      if (name in fields) throw new Error(`field ${name} comes twice`)
      fields[name] = text.slice(from, at - 1)
      take(/,\n/y)
    }
    take(/\}\n/y)
    entries.push({ type, key, fields })
  }
  return entries
}

const SIGNS: Record<string, string> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciicircum: '^',
  textasciitilde: '~',
}

/** What TeX would set of a field. Throws for any command that is not a sign, and for a sign that is not written as one. */
export function plainTex(field: string): string {
  const inner = /^\{(.*)\}$/s.exec(field)?.[1] ?? field
  return inner
    .replaceAll(/(?<=[-'`,<>?!])\{\}/g, '')
    .replaceAll(/\\([a-z]+)\{\}|\\([$&#_%])|[\\{}^~$&#_%]/g, (found, named: string | undefined, escaped: string | undefined) => {
      const sign = named === undefined ? escaped : SIGNS[named]
      if (sign === undefined) throw new Error(`${found} is set by TeX in ${field}`)
      return sign
    })
}
