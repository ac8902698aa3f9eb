/** OpenDocument texts (LibreOffice, OpenOffice), by the same rules as Word documents. */
import type { FileReader, ImportProblem, Reading } from '../types.ts'
import { isProblem, openArchive, type Archive } from '../zip/open-archive.ts'
import { joinBlocks } from './blocks.ts'
import { documentProperties } from './core-properties.ts'
import { documentArticle } from './document-article.ts'
import { firstHeading } from './docx-read.ts'
import { odtBody } from './odt-body.ts'
import { odtStyles } from './odt-styles.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'

export const read: FileReader = async ({ name, bytes }) => {
  const problem = (of: ImportProblem): Reading => ({ kind: 'problem', format: 'odt', problem: of })
  const archive = await openArchive(bytes)
  if (isProblem(archive)) return problem(archive)
  if (await isEncrypted(archive)) return problem({ code: 'format', details: { format: 'ODT', reason: 'encrypted' } })
  const content = await archive.read('content.xml')
  if (isProblem(content)) return problem(content)
  const rest = archive.has('styles.xml') ? await archive.read('styles.xml') : null
  if (rest && isProblem(rest)) return problem(rest)
  const styles = odtStyles(rest ? [rest, content] : [content])
  if (isProblem(styles)) return problem(styles)
  const body = odtBody(content, styles)
  if (isProblem(body)) return problem(body)
  const meta = archive.has('meta.xml') ? await archive.read('meta.xml') : null
  if (meta && isProblem(meta)) return problem(meta)
  const properties = documentProperties(meta)
  if (isProblem(properties)) return problem(properties)
  const ends = body.notes.map(({ mark, blocks }) => `${mark} ${joinBlocks(blocks)}`.trimEnd())
  const macros = archive.names.filter((part) => /^(?:Basic|Scripts)\//.test(part)).length > 0 ? 1 : 0
  const lost = new Map(body.lost)
  if (styles.margins > 0) lost.set('headersFooters', styles.margins)
  if (macros > 0) lost.set('macros', (lost.get('macros') ?? 0) + macros)
  return documentArticle({
    format: 'odt',
    mediaType: MEDIA_TYPE,
    fileName: name,
    text: [joinBlocks(body.blocks), ...(ends.length > 0 ? [ends.join('\n')] : [])].join('\n\n'),
    heading: firstHeading(body.blocks),
    properties,
    lost: [...lost].map(([code, count]) => ({ code, count })),
  })
}

/** The manifest says which parts are encrypted. */
async function isEncrypted(archive: Archive): Promise<boolean> {
  const manifest = archive.has('META-INF/manifest.xml') ? await archive.read('META-INF/manifest.xml') : null
  return manifest instanceof Uint8Array && Buffer.from(manifest).includes('encryption-data')
}
