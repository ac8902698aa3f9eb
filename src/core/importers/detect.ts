/**
 * What kind of file this is, by its content. The file's name is a hint only, for formats that are text themselves. Formats that can be
 * read are found by the sniffers of their families, in order; others are named, so that the refusal can say what the file is.
 */
import type { FormatId } from './format-ids.ts'
import { sniffMail } from './mail/sniff.ts'
import { magicFormat, type ForeignFormat } from './magic.ts'
import { sniffNews } from './news/sniff.ts'
import { sniffOffice } from './office/sniff.ts'
import { sniffPdf } from './pdf/sniff.ts'
import { sniffDatabase, sniffRefi } from './projects/sniff.ts'
import { sniffReferences } from './references/sniff.ts'
import { sniffTables } from './tables/sniff.ts'
import { sniffMarkdown } from './text/sniff.ts'
import { afterProlog } from './web/prolog.ts'
import { sniffWebAnnotation } from './web-annotation/sniff.ts'
import { sniffHtml, sniffMhtml } from './web/sniff.ts'

/** A file as a sniffer sees it. Sniffers look at little, never throw, and load no library. */
export interface SniffedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** The first 2 KB with their ASCII readable, whatever the encoding: marks and zero bytes dropped, line ends LF. */
  readonly head: string
  /** What the first bytes say; null where they say nothing, as for texts. */
  readonly magic: ForeignFormat | null
}

export type Sniffer = (file: SniffedFile) => FormatId | null

export type DetectedFormat = 'plain-text' | { readonly id: FormatId } | ForeignFormat

/** More special ones first: the first answer counts. Each family of formats adds its line. */
const SNIFFERS: readonly Sniffer[] = [
  sniffWebAnnotation,
  sniffNews,
  sniffReferences,
  sniffDatabase,
  sniffRefi,
  sniffOffice,
  sniffPdf,
  sniffMhtml,
  sniffMail,
  sniffHtml,
  sniffTables,
  sniffMarkdown,
]

const HEAD = 2048

/** Matched behind the prolog of markup. */
const TEXT_FORMATS: readonly (readonly [pattern: RegExp, format: string])[] = [
  [/^<!doctype\s+html\b/i, 'HTML'],
  [/^<(?:html|head|body)\b/i, 'HTML'],
  [/^<(?:rss|feed|svg|newsml|nitf)\b/i, 'XML'],
  [/^<(?:\w+:)?graphml\b/i, 'GraphML'],
]
const XML = /^\s*<\?xml\b/i
const LETTER = /^(?:From [^\n]+\n)?(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID):[^\n]*\n(?:[\w-]+:|[ \t])/i

/** The format of a file. Never throws. */
export function detectFormat(name: string, bytes: Uint8Array): DetectedFormat {
  const magic = magicFormat(bytes)
  const head = headOf(bytes)
  for (const sniff of SNIFFERS) {
    const id = sniff({ name, bytes, head, magic })
    if (id !== null) return { id }
  }
  if (magic) return magic
  const format = textFormat(name, head)
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
  const markup = [afterProlog(head), afterProlog(head, true)]
  const known = TEXT_FORMATS.find(([pattern]) => markup.some((start) => pattern.test(start)))?.[1]
  if (known) return known
  if (XML.test(head)) return 'XML'
  if (LETTER.test(head)) return 'EML'
  // Only the name tells data in JSON from an article that begins with a bracket.
  return /\.(?:json|jsonl|jsonld)$/i.test(name) && /^\s*[[{]/.test(head) ? 'JSON' : null
}
