/**
 * Letters of the fonts Symbol and Wingdings, which have no code of their own in old documents: Greek and mathematics, bullets, ticks and
 * arrows. Others cannot be told without the font.
 */

/** From 0x41 on, the letters of Symbol. */
const GREEK_CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const GREEK_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
const SYMBOL: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xa5: '∞',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb2: '″',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xba: '≡',
  0xbb: '≈',
  0xbc: '…',
  0xd0: '∠',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xd6: '√',
  0xde: '⇒',
}
const WINGDINGS: Readonly<Record<number, string>> = {
  0x4a: '☺',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xe0: '→',
  0xdf: '←',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}

/** The character of a `w:sym`: its code is hexadecimal. Null where only the font knows. */
export function symbolCharacter(font: string, code: string): string | null {
  if (!/^[0-9a-f]{1,6}$/i.test(code)) return null
  const value = Number.parseInt(code, 16)
  const byte = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value <= 0xff ? value : null
  if (byte === null) return value <= 0x10ffff && (value < 0xd800 || value > 0xf8ff) ? String.fromCodePoint(value) : null
  if (/^symbol/i.test(font)) return symbolOf(byte)
  if (/^wingdings/i.test(font)) return WINGDINGS[byte] ?? null
  return value <= 0xff && byte >= 0x20 ? String.fromCodePoint(byte) : null
}

function symbolOf(byte: number): string | null {
  if (byte >= 0x41 && byte <= 0x5a) return GREEK_CAPITALS[byte - 0x41] ?? null
  if (byte >= 0x61 && byte <= 0x7a) return GREEK_SMALL[byte - 0x61] ?? null
  if (SYMBOL[byte] !== undefined) return SYMBOL[byte]
  return byte >= 0x20 && byte < 0x40 ? String.fromCodePoint(byte) : null
}
