/** RTF documents, of Word and of everything that came before it. */
import { isProblem } from '../zip/open-archive.ts'
import type { FileReader } from '../types.ts'
import { joinBlocks } from './blocks.ts'
import { documentArticle } from './document-article.ts'
import { firstHeading } from './docx-read.ts'
import { rtfBody } from './rtf-body.ts'

export const read: FileReader = async ({ name, bytes }) => {
  const body = rtfBody(bytes)
  if (isProblem(body)) return { kind: 'problem', format: 'rtf', problem: body }
  const ends = body.notes.map(({ mark, blocks }) => `${mark} ${joinBlocks(blocks)}`.trimEnd())
  return documentArticle({
    format: 'rtf',
    mediaType: 'application/rtf',
    fileName: name,
    text: [joinBlocks(body.blocks), ...(ends.length > 0 ? [ends.join('\n')] : [])].join('\n\n'),
    heading: firstHeading(body.blocks),
    properties: body.properties,
    lost: [...body.lost].map(([code, count]) => ({ code, count })),
    encoding: body.encoding,
  })
}
