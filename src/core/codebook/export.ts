/** The codebook as bytes of a file, with what the format cannot hold: every loss is said. The same library gives the same bytes. */
import type { CodebookFormat, CodebookLoss, CodebookPart } from '../../shared/domain/codebook-import.ts'
import type { ReadDb } from '../store/types.ts'
import { say } from '../messages.ts'
import { safeName } from '../exporters/safe-name.ts'
import { collectCodebook } from './collect.ts'
import { PARTS, type CodebookFile } from './file.ts'
import { writeCodebookCsv } from './formats/csv.ts'
import { writeJson } from './formats/json.ts'
import { writeQdc } from './formats/qdc.ts'

export interface CodebookBytes {
  name: string
  mediaType: string
  bytes: Uint8Array
  lost: CodebookLoss[]
}

const MEDIA: Readonly<Record<CodebookFormat, string>> = { json: 'application/json', csv: 'text/csv', qdc: 'application/xml' }

export function exportCodebook(
  db: ReadDb,
  { format, parts = PARTS }: { format: CodebookFormat; parts?: readonly CodebookPart[] | undefined },
  libraryName: string,
): CodebookBytes {
  const file = collectCodebook(db, libraryName, parts)
  const { text, lost } = written(format, file)
  const name = safeName(say('codebook.fileName', { library: libraryName }), { extension: `.${format}`, fallback: 'codebook' })
  return { name, mediaType: MEDIA[format], bytes: new TextEncoder().encode(text), lost: lost.filter(({ count }) => count > 0) }
}

function written(format: CodebookFormat, file: CodebookFile): { text: string; lost: CodebookLoss[] } {
  if (format === 'json') return { text: writeJson(file), lost: [] }
  if (format === 'csv') return { text: writeCodebookCsv(file), lost: lossOf(file) }
  const { text, lost } = writeQdc(file, { tags: say('codebook.tags'), issues: say('codebook.issues') })
  const more: CodebookLoss[] = [
    { what: 'letters', count: file.tags.filter((tag) => tag.letter).length },
    { what: 'retired', count: [...file.tags, ...file.issues].filter((row) => row.retired).length },
    { what: 'characters', count: lost },
  ]
  return { text, lost: [...lossOf(file), ...more] }
}

/** What neither a table nor codes have a place for. */
function lossOf({ tags, issues, parties }: CodebookFile): CodebookLoss[] {
  const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0)
  return [
    { what: 'parties', count: parties.length },
    { what: 'fields', count: sum(tags.map((tag) => tag.fields?.length ?? 0)) },
    { what: 'shows', count: tags.filter((tag) => (tag.shows?.length ?? 0) > 0).length },
    { what: 'examples', count: sum([...tags, ...issues].map((row) => row.examples?.length ?? 0)) },
  ]
}
