/**
 * Words as Markdown that can be nothing but words: no HTML, link, picture, address made a link by itself, heading, list, table or note, in CommonMark
 * and in what GitHub adds to it. Everything that is not ours goes through `words`; what begins a line goes through `guarded` as well.
 */
import { cleaned } from '../docx/xml.ts'

/** Signs that mean something inside a line. A backslash before ASCII punctuation is always just that sign. */
const SIGNS = /[\\`*_[\]<>&~|#^=$!{}]/g
/** Joins two words without being seen: parsers look for addresses after the escapes are gone, so a backslash would not keep them apart. */
const JOINER = '\u2060'
const ADDRESSES = /:(?=\/\/)|(?<=www)\.|@(?=[\w.-])/gi

/** Inside a link, where no other can begin. */
export const label = (text: string): string => closed(cleaned(text)).replace(/\t/g, ' ').replace(SIGNS, '\\$&')

/** One or more lines of foreign words, line ends kept. */
export const words = (text: string): string => label(text).replace(ADDRESSES, (sign) => (sign === '.' ? `${JOINER}.` : `${JOINER}${sign}`))

/** On one line: for headings, cells and links. */
export const oneLine = (text: string): string => words(text.replace(/[\s\u0085]+/gu, ' '))

/** A whole line, ours and theirs: what would begin a list, a heading underlined, or code is only words. */
export const guarded = (line: string): string =>
  line
    .replace(/^[ \u00a0]+/, '')
    .replace(/^([-+])(?=\s|$|[-+])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^:(?=[-:])/, '\\:')

const OPENING = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/u
/** Marks of direction that are opened are closed where the words end, so that they cannot turn what comes after. */
export function closed(text: string): string {
  if (!/[\u202a-\u202e\u2066-\u2069]/u.test(text)) return text
  return text
    .split('\n')
    .map((line) => {
      const open: string[] = []
      let kept = ''
      for (const char of line) {
        if (OPENING.test(char)) open.push(char >= '\u2066' ? '\u2069' : '\u202c')
        else if (char === '\u202c' || char === '\u2069') {
          if (open.at(-1) !== char) continue
          open.pop()
        }
        kept += char
      }
      return kept + open.toReversed().join('')
    })
    .join('\n')
}

const PUNCTUATION = /[\p{P}\p{S}]/u
/** Stand where a joiner may be needed; no words hold them, since XML has no such characters and `cleaned` takes them out. */
const OPENS = '\ufffe'
const CLOSES = '\uffff'

/** Words between marks of emphasis. Blanks stand outside. Goes through `settled` when all is put together. */
export function emphasised(mark: '**' | '*', content: string): string {
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(content) ?? []
  if (middle === '') return content
  const [first = ''] = middle
  const last = /.$/su.exec(middle)?.[0] ?? ''
  return `${before}${mark}${PUNCTUATION.test(first) ? OPENS : ''}${middle}${PUNCTUATION.test(last) ? CLOSES : ''}${mark}${after}`
}

/**
 * A mark of emphasis beside a sign of punctuation counts as one only where a blank or another sign stands on its other side, which scripts without
 * spaces do not keep: there an unseen joiner makes it one.
 */
export const settled = (text: string): string =>
  text
    .replace(/(?<=(^|.))(\*{1,2})\ufffe/gsu, (_, before: string, mark: string) => mark + (isApart(before) ? '' : JOINER))
    .replace(/\uffff(\*{1,2})(?=(.|$))/gsu, (_, mark: string, after: string) => (isApart(after) ? '' : JOINER) + mark)

const isApart = (char: string): boolean => char === '' || /[\s\p{P}\p{S}\ufffe\uffff]/u.test(char)

/** Foreign words in their own direction: isolated where they hold letters from right to left. */
export const isolated = (escaped: string): string =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(escaped) ? `\u2068${escaped}\u2069` : escaped

/** Words of our own, which may tell names of the library: those from right to left are isolated. */
export const own = (text: string): string => words(text).replace(RTL_WORDS, '\u2068$&\u2069')
const RTL_WORDS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[^\S\n]*[\u200c\u200d\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*/gu

/** An address as the target of a link. Only addresses that URL has written itself come here, and anchors of headings. */
export const target = (href: string): string => href.replace(/[<>()|`\\\s]/g, percent).replace(/&(?=#?\w+;)/g, '&amp;')
const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
