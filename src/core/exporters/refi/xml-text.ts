/** Text as XML holds it. What is no character of XML is left out and counted: nothing is lost in silence. */

/** Nothing else is a character of XML 1.0. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** How many characters of a value, and of all that is in it, XML cannot hold. */
export function charactersLost(value: unknown): number {
  if (typeof value === 'string') return value.match(NO_XML)?.length ?? 0
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 0
  return Object.entries(value).reduce((sum, [key, own]) => sum + charactersLost(own) + (Array.isArray(value) ? 0 : charactersLost(key)), 0)
}

export class XmlText {
  /** Characters that were left out. */
  lost = 0

  /** Between two tags. */
  text(value: string): string {
    const safe = value.replace(NO_XML, () => {
      this.lost += 1
      return ''
    })
    // A reader would turn a bare carriage return into a line feed.
    return safe.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;')
  }

  /** Between quotation marks, where a reader would turn line ends and tabs into spaces. */
  attribute(value: string): string {
    return this.text(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
  }

  /** ` name="value"` for each that has a value, in the order given. */
  attributes(values: Readonly<Record<string, string | null | undefined>>): string {
    return Object.entries(values)
      .map(([name, value]) => (value === null || value === undefined ? '' : ` ${name}="${this.attribute(value)}"`))
      .join('')
  }

  /** An element with what is inside; closed at once where nothing is. */
  element(name: string, attributes: Readonly<Record<string, string | null | undefined>>, inside: readonly string[] = []): string {
    const start = `<${name}${this.attributes(attributes)}`
    return inside.length === 0 ? `${start}/>` : `${start}>\n${inside.join('\n')}\n</${name}>`
  }

  /** An element with text; null where there is none. */
  leaf(name: string, value: string): string {
    return `<${name}>${this.text(value)}</${name}>`
  }
}
