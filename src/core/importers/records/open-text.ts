/** Files of records that are text: within a size, and decoded. */
import { decodeBytes, type DecodedText } from '../decode.ts'
import type { FormatId } from '../format-ids.ts'
import type { ImportProblem, NotRead, ReaderInput } from '../types.ts'

/** Bytes of a file of records. All of it is text at once in memory, and its articles besides. */
export const MAX_RECORD_BYTES = 128 * 1024 * 1024

/** The problem of a file in a format. */
export const notRead = (format: FormatId, code: ImportProblem['code'], details: ImportProblem['details'] = {}): NotRead => ({
  kind: 'problem',
  format,
  problem: { code, details },
})

/** The text of a file, or why not: `too-large` with reason `table`, or what decoding says. Never throws. */
export function openText(input: ReaderInput, format: FormatId, limit = MAX_RECORD_BYTES): DecodedText | NotRead {
  const { bytes, encoding } = input
  if (bytes.length > limit) return notRead(format, 'too-large', { reason: 'table', bytes: bytes.length, limit })
  const decoded = decodeBytes(bytes, encoding)
  return 'problem' in decoded ? notRead(format, decoded.problem, decoded.details) : decoded
}
