/**
 * Nexis Uni in DOCX: the paragraphs of a document that holds many articles. A cover and a list come first; each article has its title,
 * outlet and date above labels, a paragraph "Body", its text, and "End of Document". The reader of DOCX asks here whether it is one.
 */
import { buildArticle } from '../records/article.ts'
import { recordDate } from '../records/dates.ts'
import { lossInRows } from '../records/row-numbers.ts'
import type { FoundArticle, ImportLoss, ReadArticles } from '../types.ts'
import { isLeading, labelled } from './labels.ts'
import { entryOfDocument, isCopyright, partTail, type PressDocument } from './press-document.ts'

/** A paragraph of a document as its reader has it; more is not needed. */
export interface NexisParagraph {
  readonly text: string
}

const END =
  /^\s*(?:end of document|ende des dokuments|fin du document|fin del documento|fim do documento|fine del documento|einde van document|конец документа|文件结尾|文档结束)\s*$/iu
const BODY = /^\s*(?:body|hauptteil|textk[oö]rper|haupttext|corps|cuerpo|corpo|textblock|основной текст|正文)\s*$/iu
const GRAPHIC = /^\s*(?:graphic|grafik|graphique|gr[aá]fico)\s*$/iu
const CLASSIFICATION =
  /^\s*(?:classification|klassifizierung|klassifikation|clasificaci[oó]n|classifica[cç][aã]o|classificazione|classificatie)\s*$/iu
const SHORT = 110

/** True where the paragraphs are those of a Nexis export: an article ends, and before it there is a text with a date above. Cheap. */
export function looksLikeNexis(paragraphs: readonly NexisParagraph[]): boolean {
  const end = paragraphs.findIndex(({ text }) => END.test(text))
  return end > 3 && documentIn(paragraphs.slice(0, end).map(({ text }) => text)) !== null
}

/** The articles of a Nexis export, or null where the paragraphs are those of another document. `before`: lost while reading them. Never throws. */
export async function nexisArticles(
  paragraphs: readonly NexisParagraph[],
  before: readonly ImportLoss[] = [],
): Promise<ReadArticles | null> {
  if (!looksLikeNexis(paragraphs)) return null
  const articles: FoundArticle[] = []
  const textMissing: number[] = []
  let start = 0
  let number = 0
  const unread: number[] = []
  for (const [at, { text }] of paragraphs.entries()) {
    if (!END.test(text)) continue
    number++
    const document = documentIn(paragraphs.slice(start, at).map((paragraph) => paragraph.text))
    start = at + 1
    const built = document && (await buildArticle(entryOfDocument(document)))
    if (!built) unread.push(number)
    else if (built.isTextMissing) textMissing.push(number)
    if (built) articles.push(built.article)
  }
  if (articles.length === 0) return null
  const lost: ImportLoss[] = [
    ...before,
    ...lossInRows('textMissing', textMissing),
    ...lossInRows('rowEmpty', unread),
    ...announced(paragraphs, number),
  ]
  return {
    kind: 'articles',
    format: 'nexis-docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    encoding: '',
    certainty: 'certain',
    candidates: [],
    articles,
    lost,
  }
}

/** The cover says how many documents there are. */
function announced(paragraphs: readonly NexisParagraph[], found: number): ImportLoss[] {
  for (const { text } of paragraphs.slice(0, 40)) {
    const count = /^\s*(?:documents|dokumente|documentos|documenti|documenten)\s*\((\d{1,6})\)\s*$/iu.exec(text)?.[1]
    if (count !== undefined && Number(count) > found)
      return [{ code: 'documents', count: Number(count) - found, details: { expected: Number(count) } }]
  }
  return []
}

const filled = (text: string): boolean => text.trim() !== ''

/** The document that ends with these paragraphs; what stands before its title is not of it. */
function documentIn(texts: readonly string[]): PressDocument | null {
  const paragraphs = texts.flatMap((text) => text.split('\n')).map((text) => text.replaceAll('\u00a0', ' ').trim())
  const body = bodyAt(paragraphs)
  if (body === null) return null
  const head = paragraphs.slice(0, body.head)
  const date = head.findLastIndex((text) => text.length < SHORT && labelled(text) === null && (recordDate(text)?.length ?? 0) >= 7)
  const outlet = head.slice(0, Math.max(0, date)).findLastIndex(filled)
  const title = head.slice(0, Math.max(0, outlet)).findLastIndex(filled)
  if (date < 0 || title < 0) return null
  const below = head.slice(date + 1).filter(filled)
  const labels = below.map(labelled).filter((label) => label !== null)
  const rest = paragraphs
    .slice(body.text)
    .map((text, at, all) => (CLASSIFICATION.test(text) && all.slice(at + 1).some((next) => labelled(next)) ? '' : text))
  const tail = partTail(
    rest.map((text) => (GRAPHIC.test(text) ? 'Graphic:' : text)),
    false,
  )
  return {
    title: head[title] ?? null,
    outlet: head[outlet] ?? null,
    date: head[date] ?? '',
    edition: '',
    labels: [...labels, ...tail.labels],
    copyright: [...below.filter(isCopyright), tail.copyright].filter(filled).join(' '),
    paragraphs: tail.body.filter(filled),
  }
}

/** Where the head ends and the text begins: at the first "Body" behind the labels; without one, behind the last of the first labels. */
function bodyAt(paragraphs: readonly string[]): { head: number; text: number } | null {
  const marked = paragraphs.findIndex((text) => BODY.test(text))
  if (marked >= 0) return { head: marked, text: marked + 1 }
  const first = paragraphs.findIndex((text) => labelled(text)?.name === 'length')
  if (first < 0) return null
  let end = first + 1
  while (end < paragraphs.length && (paragraphs[end] === '' || isLeadingLabel(paragraphs[end] ?? ''))) end++
  return { head: end, text: end }
}

function isLeadingLabel(text: string): boolean {
  const label = labelled(text)
  return label !== null && isLeading(label)
}
