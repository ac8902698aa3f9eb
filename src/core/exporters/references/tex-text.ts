/**
 * Text as it may stand in a field of a bibliography: the ten signs that mean something to TeX are written by their names, and braces too, which
 * a bibliography program counts even behind a backslash. So nothing in a value is a command, and no brace of it opens or closes anything.
 */

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
}
/** Controls and halves of pairs, which no TeX sets; marks of direction stay, since texts need them. */
const IMPOSSIBLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** Two hyphens would become a dash, two commas a quotation mark, a question mark before a quotation mark one of Spanish. */
const LIGATURE = /([-'`,<>])(?=\1)|([?!])(?=`)/g

/** On one line: a blank line within a field would end a paragraph, and with it many a macro. */
export const texText = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(IMPOSSIBLE, '')
    .trim()
    .replaceAll(/[\\{}^~$&#_%]/g, (sign) => SIGNS[sign] ?? '')
    .replaceAll(LIGATURE, '$1$2{}')

/** A web address, which BibLaTeX takes word for word: what could be a command, a brace or a comment in it is percent-encoded. '' where it is none. */
export function texUrl(url: string): string {
  if (!URL.canParse(url)) return ''
  const { href } = new URL(url)
  return href.replaceAll(/[^A-Za-z0-9\-._:/?#[\]@!$&'()*+,;=%]/g, (sign) =>
    sign === '~' ? '%7E' : encodeURIComponent(sign.toWellFormed()),
  )
}
