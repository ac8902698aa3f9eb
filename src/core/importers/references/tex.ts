/** What TeX sets of a field, as text: signs and accented letters by their names, and nothing of what commands would do. */

const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307', '"': '\u0308', r: '\u030a', H: '\u030b',
  v: '\u030c', d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331',
} // prettier-ignore
const SIGNS: Readonly<Record<string, string>> = {
  textbackslash: '\\', textbraceleft: '{', textbraceright: '}', textasciicircum: '^', textasciitilde: '~', textquotedbl: '"', textunderscore: '_',
  textdollar: '$', ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', aa: 'å', AA: 'Å', i: 'ı', j: 'ȷ', dh: 'ð', th: 'þ',
  textendash: '–', textemdash: '—', ldots: '…', dots: '…', textellipsis: '…', textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“',
  textquotedblright: '”', copyright: '©', S: '§', par: '\n\n', newline: '\n', P: '¶',
} // prettier-ignore

/** Signs with their braces, accents on a letter with or without braces, escaped signs, and all other commands by their name. */
const COMMAND =
  /\\(?:([`'^~=."])\s*(?:\{\s*(\\[ij]|[^\\{}]?)\s*\}|(\\[ij]|[^\\{}\s]))|([uvHcdbkr])(?:\s*\{\s*(\\[ij]|[^\\{}]?)\s*\}|\s+(\\[ij]|[^\\{}\s]))|([A-Za-z]+)(?:\{\}|[ \t]+(?=\S)|)|([^A-Za-z]))/gu

export function texToText(field: string): string {
  // What was written out must not be taken for TeX once it is a sign.
  const kept: string[] = []
  const keep = (sign: string): string => `\ue000${kept.push(sign) - 1}\ue001`
  const signs = field
    .replaceAll(/[\ue000\ue001]/g, '')
    .replaceAll(
      COMMAND,
      (
        _,
        mark: string | undefined,
        braced: string | undefined,
        bare: string | undefined,
        letterMark: string | undefined,
        letterBraced: string | undefined,
        letterBare: string | undefined,
        name: string | undefined,
        escaped: string | undefined,
      ) => {
        const accent = ACCENTS[mark ?? letterMark ?? '']
        const letter = (braced ?? bare ?? letterBraced ?? letterBare ?? '').replace(/^\\([ij])$/, '$1')
        if (accent !== undefined) return keep(letter === '' ? '' : `${letter}${accent}`.normalize('NFC'))
        if (name !== undefined) return Object.hasOwn(SIGNS, name) ? keep(SIGNS[name] ?? '') : ''
        return escaped === '\\' ? '\n' : keep(escaped === undefined || /\s/.test(escaped) ? ' ' : /[-/,;:!@]/.test(escaped) ? '' : escaped)
      },
    )
  return signs
    .replaceAll('~', '\u00a0')
    .replaceAll(/(?<!-)---(?!-)/g, '—')
    .replaceAll(/(?<!-)--(?!-)/g, '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replaceAll(/[{}$]/g, '')
    .replaceAll(/\ue000(\d+)\ue001/g, (_, place: string) => kept[Number(place)] ?? '')
}

/** The names of a list of people, parted by "and" outside of braces. */
export function texNames(field: string): string[] {
  const names: string[] = []
  let depth = 0
  let from = 0
  for (const match of field.matchAll(/[{}]|\s+and\s+/g)) {
    if (match[0] === '{') depth += 1
    else if (match[0] === '}') depth -= 1
    else if (depth === 0) {
      names.push(field.slice(from, match.index))
      from = match.index + match[0].length
    }
  }
  names.push(field.slice(from))
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'others')
}
