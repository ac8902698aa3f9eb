/**
 * The words of a Markdown paragraph without its marks: emphasis, code, links, pictures, tags. Text must be canonical: control characters
 * stand for what is protected while marks are taken off, and around descriptions of pictures, see markdown-text.ts.
 */

/** Around the description of a picture, in what `plainInline` gives. */
export const PICTURE = { begin: '\x03', end: '\x04' } as const

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}

const TARGET = String.raw`\((?:<[^<>\n]*>|[^()\s\\]*(?:\([^()\s]*\)[^()\s\\]*)*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)`
const LABEL = String.raw`\[((?:[^\[\]\\]|\\.)*)\]`
const IMAGE = new RegExp(`!${LABEL}(?:${TARGET}|${LABEL})`, 'g')
const LINK = new RegExp(`${LABEL}(?:${TARGET}|${LABEL})`, 'g')

/** One paragraph, which may have hard line breaks in it. */
export function plainInline(paragraph: string): string {
  const kept: string[] = []
  const keep = (text: string): string => `\x01${kept.push(text) - 1}\x02`
  const plain = paragraph
    .replace(/(`{1,3})(?!`)([^`\n]+)\1(?!`)/g, (_, _mark, code: string) => keep(code.trim()))
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => keep(mark))
    .replace(IMAGE, (_, alt: string) => (alt.trim() === '' ? '' : `${PICTURE.begin}${alt.trim()}${PICTURE.end}`))
    .replace(/\[\^([^\]\s]{1,40})\]/g, (_, note: string) => keep(`[${note}]`))
    .replace(LINK, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]+)>/gi, (_, address: string) => keep(address.replace(/^mailto:/i, '')))
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, entity)
  return [strong, emphasis, strong]
    .reduce((text, take) => take(text), plain)
    .replace(/~~(?=\S)([^~\n]*\S)~~/g, '$1')
    .replace(/\x01(\d+)\x02/g, (_, at: string) => kept[Number(at)] ?? '')
    .replace(/[ \t]+\n[ \t]*/g, '\n')
    .trim()
}

const strong = (text: string): string =>
  text
    .replace(/(\*{2,3})(?=[^\s*])([^*\n]*(?:\*(?!\*)[^*\n]+)*)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{2,3})(?=[^\s_])([^_\n]*(?:_(?!_)[^_\n]+)*)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')

const emphasis = (text: string): string =>
  text.replace(/\*(?=[^\s*])([^*\n]*)(?<=\S)\*/g, '$1').replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]*)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')

function entity(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? written
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : written
}
