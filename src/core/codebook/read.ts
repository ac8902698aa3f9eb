/** Reads a codebook file of any format that is known: told by its content, never by its name. */
import type { CodebookImportPreview } from '../../shared/domain/codebook-import.ts'
import { decodeStrictly } from '../importers/strict-decode.ts'
import { refused, type ReadCodebook } from './file.ts'
import { readCodebookCsv } from './formats/csv.ts'
import { readJson } from './formats/json.ts'
import { readQdc } from './formats/qdc.ts'
import { normalise } from './normalise.ts'

const MOST_BYTES = 50 * 1024 * 1024

export type CodebookSource = ReadCodebook & { format: CodebookImportPreview['format'] }

/** The rows in order, and what could not be read. `codesAs`: what codes without a kind of their own become. */
export function readCodebook(bytes: Uint8Array, codesAs: 'tags' | 'issues'): CodebookSource {
  if (bytes.byteLength > MOST_BYTES) return { ...refused('too-large', { bytes: bytes.byteLength, most: MOST_BYTES }), format: 'json' }
  const text = decode(bytes)
  if (text === null) return { ...refused('unreadable'), format: 'json' }
  const start = text.trimStart()
  const format = start.startsWith('<') ? 'qdc' : start.startsWith('{') || start.startsWith('[') ? 'json' : 'csv'
  const read = format === 'qdc' ? readQdc(start, codesAs) : format === 'json' ? readJson(start) : readCodebookCsv(text, codesAs)
  return { ...(read.file ? normalise(read.file, read.problems) : read), format }
}

/** UTF-8, or UTF-16 where its mark says so; null for anything else. */
function decode(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  const decoded = decodeStrictly(bytes, encoding)
  return decoded === null || decoded.cut ? null : decoded.text.replace(/^\ufeff/, '')
}
