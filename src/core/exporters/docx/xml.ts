/**
 * Words as XML. Everything that is not ours goes through `xmlText`: what XML cannot carry (control characters, halves of surrogate pairs,
 * U+FFFE, U+FFFF) becomes U+FFFD, so that a reader sees that something stood there and the file still opens.
 */
const NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g
const SPECIAL = /[&<>"']/g
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text that every XML parser accepts; line ends are LF. */
export const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
    .replace(NOT_XML, '\ufffd')

/** Escaped for element content and for quoted attributes alike. */
export const xmlText = (text: string): string => cleaned(text).replace(SPECIAL, (char) => ENTITIES[char] ?? '')

/** The same on one line: an attribute's line ends would become spaces anyway. */
export const xmlAttribute = (text: string): string => xmlText(text.replace(/[\s\u0085]+/gu, ' '))

/** Text of a run: `w:t` with line breaks and tabs as the elements that stand for them. */
export function runContent(text: string): string {
  const clean = cleaned(text)
  if (!/[\n\t]/.test(clean)) return `<w:t xml:space="preserve">${xmlText(clean)}</w:t>`
  return clean
    .split(/([\n\t])/)
    .map((part) =>
      part === '\n' ? '<w:br/>' : part === '\t' ? '<w:tab/>' : part === '' ? '' : `<w:t xml:space="preserve">${xmlText(part)}</w:t>`,
    )
    .join('')
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Namespaces of every part with text in it. */
export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
