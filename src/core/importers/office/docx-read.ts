/** Word documents: text with headings, lists, tables and notes; everything that could act or fetch stays where it is. */
import { nexisArticles } from '../news/nexis.ts'
import type { ImportProblem } from '../types.ts'
import type { FileReader, Reading } from '../types.ts'
import { isProblem } from '../zip/open-archive.ts'
import { joinBlocks, type Block } from './blocks.ts'
import { documentArticle } from './document-article.ts'
import { docxParagraphs, type DocxDocument } from './docx-document.ts'
import { isEncryptedOffice, lockedFormat } from './sniff.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Paragraphs in which the heading of the whole document may stand. */
const TOP = 5

export const read: FileReader = async ({ name, bytes }) => {
  const problem = (of: ImportProblem): Reading => ({ kind: 'problem', format: 'docx', problem: of })
  if (isEncryptedOffice(bytes)) return problem({ code: 'format', details: { format: lockedFormat(name), reason: 'encrypted' } })
  const docx = await docxParagraphs(bytes)
  if (isProblem(docx)) return problem(docx)
  // A news database sends many articles in one document.
  const articles = await nexisArticles(docx.paragraphs, docx.lost)
  if (articles) return articles
  return documentArticle({
    format: 'docx',
    mediaType: MEDIA_TYPE,
    fileName: name,
    text: docxText(docx),
    heading: firstHeading(docx.paragraphs),
    properties: docx.properties,
    lost: docx.lost,
  })
}

/** The text of a document with its notes at the end, each behind its mark. */
export function docxText({ paragraphs, notes }: DocxDocument): string {
  const body = joinBlocks(paragraphs)
  const ends = notes.map(({ mark, paragraphs: inside }) => `${mark} ${joinBlocks(inside)}`.trimEnd())
  return [body, ...(ends.length > 0 ? [ends.join('\n')] : [])].join('\n\n')
}

/** The heading that stands at the top; null where the text begins without one. */
export const firstHeading = (blocks: readonly Block[]): string | null =>
  blocks
    .filter(({ text }) => text.trim() !== '')
    .slice(0, TOP)
    .find(({ level }) => level === 0)?.text ?? null
