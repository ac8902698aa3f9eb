/**
 * What kind of file this is, by its content: plain text, or a format that has no reader here and is refused by name.
 * The file's name is a hint only, for formats that are text themselves.
 */
import { magicFormat, type ForeignFormat } from './magic.ts'

export type DetectedFormat = 'plain-text' | ForeignFormat

const HEAD = 2048

const TEXT_FORMATS: readonly (readonly [pattern: RegExp, format: string])[] = [
  [/^\s*(?:<!--[\s\S]*?-->\s*)*<!doctype\s+html\b/i, 'HTML'],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<![^>]*>\s*)*<(?:html|head|body)\b/i, 'HTML'],
  [/^\s*<\?xml\b/i, 'XML'],
  [/^\s*<(?:rss|feed|svg|newsml|nitf)\b/i, 'XML'],
  [/^(?:From [^\n]+\n)?(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID):[^\n]*\n(?:[\w-]+:|[ \t])/i, 'EML'],
]

/** The format of a file. Never throws. */
export function detectFormat(name: string, bytes: Uint8Array): DetectedFormat {
  const magic = magicFormat(bytes)
  if (magic) return magic
  const format = textFormat(name, headOf(bytes))
  return format === null ? 'plain-text' : { format, isDocument: true }
}

/** The head with its ASCII readable, whatever the encoding: marks dropped, and the zero bytes of UTF-16. */
function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, HEAD))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .replaceAll('\r\n', '\n')
}

function textFormat(name: string, head: string): string | null {
  const known = TEXT_FORMATS.find(([pattern]) => pattern.test(head))?.[1]
  if (known) return known
  // Only the name tells data in JSON from an article that begins with a bracket.
  return /\.(?:json|jsonl|jsonld)$/i.test(name) && /^\s*[[{]/.test(head) ? 'JSON' : null
}
