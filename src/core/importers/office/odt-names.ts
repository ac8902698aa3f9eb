/** Namespaces of OpenDocument, with the prefixes everybody uses. */
import type { XmlElement } from '../xml/walk.ts'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
const PREFIXES: Readonly<Record<string, string>> = {
  [`${OASIS}office:1.0`]: 'office',
  [`${OASIS}text:1.0`]: 'text',
  [`${OASIS}table:1.0`]: 'table',
  [`${OASIS}drawing:1.0`]: 'draw',
  [`${OASIS}style:1.0`]: 'style',
}

/** "text:p"; elements of other namespaces as ":name". */
export const odtName = ({ uri, local }: XmlElement): string => `${PREFIXES[uri] ?? ''}:${local}`

/** A count in an attribute; `otherwise` where there is none or it is absurd. */
export function odtCount(element: XmlElement, name: string, otherwise: number, most: number): number {
  const value = element.attr(name)
  return value !== null && /^\d{1,9}$/.test(value) ? Math.min(most, Number(value)) : otherwise
}
