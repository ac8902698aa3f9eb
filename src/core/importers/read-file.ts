/** From bytes to articles or a project: finds out what the file is, and lets the reader of that format have it. Runs where parsing may be killed. */
import { detectFormat } from './detect.ts'
import type { FormatId } from './format-ids.ts'
import { readers } from './formats.ts'
import { settle } from './settle.ts'
import type { Reading, ReaderInput } from './types.ts'

/** Never throws for what is in the file; what does throw is a mistake of ours, and the caller's to report. */
export async function readFile(input: ReaderInput): Promise<Reading> {
  if (input.bytes.length === 0) return { kind: 'problem', format: null, problem: { code: 'empty', details: {} } }
  const detected = detectFormat(input.name, input.bytes)
  const format: FormatId | null = detected === 'plain-text' ? 'text' : 'id' in detected ? detected.id : null
  const load = format === null ? undefined : readers[format]
  if (load) return settle(await (await load()).read(input))
  const foreign = typeof detected === 'object' && 'format' in detected ? detected : { format: String(format), isDocument: true }
  return {
    kind: 'problem',
    format,
    problem: { code: foreign.isDocument ? 'format' : 'binary', details: { format: foreign.format } },
  }
}
