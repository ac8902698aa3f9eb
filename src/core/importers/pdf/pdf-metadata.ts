/** What a PDF says about itself, in its Info dictionary or in XMP. */
import { NO_PROPERTIES, type DocumentProperties } from '../office/core-properties.ts'

/** The two places as the library gives them; anything may stand in them. */
export interface RawMetadata {
  readonly info: unknown
  readonly metadata: { get(name: string): unknown } | null
}

const LONGEST = 2_000

export function pdfProperties({ info, metadata }: RawMetadata): DocumentProperties {
  const dictionary = typeof info === 'object' && info !== null ? (info as Record<string, unknown>) : {}
  const first = (key: string, name: string): string | null => textOf(dictionary[key]) ?? textOf(metadata?.get(name))
  return {
    ...NO_PROPERTIES,
    title: first('Title', 'dc:title'),
    creator: first('Author', 'dc:creator'),
    created: pdfDate(textOf(dictionary['CreationDate'])) ?? textOf(metadata?.get('xmp:createdate')),
    modified: pdfDate(textOf(dictionary['ModDate'])) ?? textOf(metadata?.get('xmp:modifydate')),
    language: first('Language', 'dc:language'),
    subject: first('Subject', 'dc:description'),
    keywords: first('Keywords', 'pdf:keywords'),
  }
}

function textOf(value: unknown): string | null {
  const text = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : value
  const plain =
    typeof text === 'string'
      ? text
          .replace(/[\s\0]+/g, ' ')
          .trim()
          .slice(0, LONGEST)
      : ''
  return plain === '' ? null : plain
}

/** "D:20240103093826+01'00'" as ISO 8601 without its zone, which is often wrong; null for anything else. */
export function pdfDate(value: string | null): string | null {
  const match = /^D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?/.exec(value ?? '')
  if (!match) return null
  const [, year, month, day, hour, minute, second = '00'] = match
  return `${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}:${second}`}`
}
