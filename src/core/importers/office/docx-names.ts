/** Namespaces of DOCX, of the transitional and the strict kind, and how its values are written. */
import type { XmlElement } from '../xml/walk.ts'

const WORD = new Set(['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.org/ooxml/wordprocessingml/main'])
const MATH = new Set(['http://schemas.openxmlformats.org/officeDocument/2006/math', 'http://purl.org/ooxml/officeDocument/math'])
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

/** The element's name with the prefix that everybody uses for its namespace; other namespaces only by local name, as `:name`. */
export function wordName({ uri, local }: XmlElement): string {
  if (WORD.has(uri)) return `w:${local}`
  if (MATH.has(uri)) return `m:${local}`
  return uri === COMPATIBILITY ? `mc:${local}` : `:${local}`
}

/** `val` of an on/off property: on where it is left out. */
export const isOn = (element: XmlElement): boolean => !/^(?:0|false|off)$/i.test(element.attr('val') ?? '')

/** `val` as a whole number; null where it is none. */
export function numberValue(element: XmlElement, name = 'val'): number | null {
  const value = element.attr(name)
  return value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null
}
