/**
 * Markup that cannot be built unsafely: `markup` escapes every value for the place it stands in, and links, style and
 * attribute lists are accepted only as values made by the functions below. Everything in a library is foreign text.
 */
import { passageLink } from '../../../shared/domain/passage-link.ts'
import { isInertSvg } from '../inert-svg.ts'
import { attributeContext, holeContexts, type HoleContext } from './context.ts'

/** A finished piece of HTML. Only this module makes one. */
export class Markup {
  readonly #source: string
  constructor(source: string) {
    this.#source = source
  }
  toString(): string {
    return this.#source
  }
}
/** Attributes, with a space before each. */
class Attributes extends Markup {}
/** A link that has passed the allow-list, not yet escaped. */
class Href extends Markup {}
/** Declarations for a style attribute. */
class StyleText extends Markup {}
export type { Attributes, Href, StyleText }

export type Child = Markup | string | number | null | undefined | false | readonly Child[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '\r': '&#13;',
  '\0': '\ufffd',
}

/** Text for element content and for quoted attributes alike. Half surrogate pairs, which no encoding can carry, become U+FFFD. */
export function escapeHtml(text: string): string {
  return HARMLESS.test(text) ? text : escaped(text)
}

/** Most texts are nothing but these. */
const HARMLESS = /^[^&<>"'`\r\0\ud800-\udfff]*$/

function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>"'`\r\0]/g, (char) => ENTITIES[char] ?? '')
}

/** A template of HTML (not called html, because formatters put blanks into templates of that name). Throws TypeError for a value that may not stand where it is put. */
export function markup(strings: TemplateStringsArray, ...values: readonly (Child | Href | StyleText)[]): Markup {
  const contexts = holeContexts(strings)
  let whole = strings[0] ?? ''
  for (let index = 0; index < values.length; index++) whole += piece(values[index], contexts[index]) + (strings[index + 1] ?? '')
  return new Markup(whole)
}

function piece(value: Child | Href | StyleText, context: HoleContext | undefined): string {
  switch (context) {
    case 'text':
      return child(value)
    case 'attribute':
      return escapeHtml(plain(value))
    case 'url':
      return escapeHtml(expect(value, Href))
    case 'style':
      return escapeHtml(expect(value, StyleText))
    default:
      return expect(value, Attributes)
  }
}

function child(value: Child): string {
  if (typeof value === 'string') return escapeHtml(value)
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Markup) {
    if (value instanceof Attributes || value instanceof Href || value instanceof StyleText)
      throw new TypeError('this value belongs inside a tag')
    return value.toString()
  }
  if (!Array.isArray(value)) return escapeHtml(plain(value))
  let whole = ''
  for (const one of value) whole += child(one as Child) // Array.isArray forgets what a readonly list holds
  return whole
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new TypeError('only words and numbers may stand in an attribute')
}

function expect(value: unknown, kind: typeof Attributes | typeof Href | typeof StyleText): string {
  if (!(value instanceof kind)) throw new TypeError(`this place takes ${kind.name} only`)
  return value.toString()
}

/** Attributes from a record; null and false leave one out, true writes it without a value. */
export function attrs(record: Readonly<Record<string, string | number | boolean | null | undefined | Href | StyleText>>): Attributes {
  let written = ''
  for (const name of Object.keys(record)) {
    const value = record[name]
    const context = attributeContext(name)
    if (value === null || value === undefined || value === false) continue
    if (value === true) {
      written += ` ${name}`
      continue
    }
    const text = context === 'url' ? expect(value, Href) : context === 'style' ? expect(value, StyleText) : plain(value)
    written += ` ${name}="${escapeHtml(text)}"`
  }
  return new Attributes(written)
}

/** Markup with a separator between its pieces. */
export const joined = (pieces: readonly Child[], separator: Child): Markup =>
  new Markup(pieces.map((piece, index) => (index === 0 ? '' : child(separator)) + child(piece)).join(''))

/** Link to a place in the same document. */
export function anchor(id: string): Href {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new TypeError(`not an anchor: ${id}`)
  return new Href(`#${id}`)
}

/** An address outside as a link, or null where it is no http, https or mailto address: then it is shown as text only. */
export function webLink(address: string | null): Href | null {
  const url = address === null ? null : URL.parse(address)
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? new Href(url.href) : null
}

/** Link back into the library that the report was made of. Throws RangeError for what are no uids. */
export const libraryLink = (articleUid: string, annotationUid: string): Href => new Href(passageLink(articleUid, annotationUid))

/** Custom properties for a style attribute: `{hue: '#aabbcc'}` becomes `--hue:#aabbcc`. Values are colours and numbers only. */
export function styleVars(vars: Readonly<Record<string, string | number>>): StyleText {
  const written = Object.entries(vars).map(([name, value]) => {
    if (!/^[a-z][a-z0-9-]*$/.test(name) || !/^(#[0-9a-f]{3,8}|-?[0-9]+(\.[0-9]+)?)$/.test(String(value)))
      throw new TypeError(`not a style: ${name}: ${value}`)
    return `--${name}:${value}`
  })
  return new StyleText(written.join(';'))
}

/** A style sheet of ours. Foreign text may come in through `cssString` only. */
export function styleElement(css: string): Markup {
  if (css.includes('<')) throw new TypeError('a style sheet may not hold <')
  return new Markup(`<style>\n${css}\n</style>`)
}

/** Foreign text as a CSS string: everything but plain letters, digits and spaces is written as a code point. */
export const cssString = (text: string): string =>
  `"${text.toWellFormed().replace(/[^a-zA-Z0-9 ]/gu, (char) => (char === '\0' ? '\\fffd ' : `\\${(char.codePointAt(0) ?? 0).toString(16)} `))}"`

/** A picture of ours that stands in the file. Throws TypeError for base64 that is none. */
export function pictureData({ mediaType, base64 }: { mediaType: 'image/png' | 'image/jpeg'; base64: string }): Href {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new TypeError('not base64')
  return new Href(`data:${mediaType};base64,${base64}`)
}

/** A drawing of ours. Throws TypeError for one that could run or fetch anything. */
export function svgElement(svg: string): Markup {
  if (!isInertSvg(svg)) throw new TypeError('not an inert SVG')
  return new Markup(svg.replace(/^<\?xml[^>]*\?>\s*/, ''))
}

/** The title of the document: character data, so only escaping is needed. */
export const titleElement = (title: string): Markup => new Markup(`<title>${escapeHtml(title)}</title>`)

/** A whole document around a head and a body. */
export const documentOf = (head: readonly Markup[], body: Markup, language: string): Markup =>
  new Markup(
    `<!doctype html>\n${String(markup`<html lang="${language}" dir="ltr">
<head>
${joined(head, '\n')}
</head>
${body}
</html>`)}\n`,
  )
