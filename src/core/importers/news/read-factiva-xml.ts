/** Factiva's XML, walked once: elements of an article stand for its fields; lead and following paragraphs are its text. */
import { decodeXml } from '../xml/decode-xml.ts'
import { walkXml, type XmlElement } from '../xml/walk.ts'
import { MAX_RECORD_BYTES, notRead } from '../records/open-text.ts'
import type { FileReader, ImportProblem } from '../types.ts'
import type { FactivaFields } from './factiva-fields.ts'
import { readFactiva } from './read-factiva.ts'

const format = 'factiva-xml'

/** Fields by the element right below `article`. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['headline', 'HD'],
  ['byline', 'BY'],
  ['credit', 'CR'],
  ['sectionName', 'SE'],
  ['columnName', 'CLM'],
  ['wordCount', 'WC'],
  ['publicationDate', 'PD'],
  ['publicationTime', 'ET'],
  ['sourceName', 'SN'],
  ['sourceCode', 'SC'],
  ['edition', 'ED'],
  ['volume', 'VOL'],
  ['pages', 'PG'],
  ['baseLanguage', 'LA'],
  ['copyright', 'CY'],
  ['artWork', 'ART'],
  ['corrections', 'CX'],
  ['contact', 'CT'],
  ['notes', 'NT'],
  ['leadParagraph', 'LP'],
  ['tailParagraphs', 'TD'],
  ['company', 'CO'],
  ['industry', 'IN'],
  ['newsSubject', 'NS'],
  ['region', 'RE'],
  ['descField', 'IPC'],
  ['publisherName', 'PUB'],
  ['accessionNo', 'AN'],
])

export const read: FileReader = async ({ bytes }) => {
  if (bytes.length > MAX_RECORD_BYTES)
    return notRead(format, 'too-large', { reason: 'table', bytes: bytes.length, limit: MAX_RECORD_BYTES })
  const text = decodeXml(bytes)
  if (text === null) return notRead(format, 'damaged', { format: 'XML', reason: 'encoding' })
  const articles = factivaXmlArticles(text)
  if ('code' in articles) return { kind: 'problem', format, problem: articles }
  return readFactiva({
    format,
    mediaType: 'application/xml',
    // An XML file says its own encoding, or is refused.
    decoded: { encoding: '', certainty: 'certain', candidates: [], replaced: 0 },
    articles,
  })
}

/** The fields of each article, or what is wrong with the file. Never throws. */
export function factivaXmlArticles(xml: string): FactivaFields[] | ImportProblem {
  const articles: Map<string, string[]>[] = []
  let open: Map<string, string[]> | null = null
  let articleDepth = 0
  let field: string | null = null
  let isKept = false
  let value = ''
  const endValue = (): void => {
    const text = isKept ? value.trim() : value.replace(/\s+/g, ' ').trim()
    value = ''
    if (open && field !== null && text !== '') open.set(field, [...(open.get(field) ?? []), text])
  }
  const problem = walkXml(xml, {
    open: (element, depth) => {
      if (element.local === 'article') {
        open = new Map()
        articleDepth = depth
        articles.push(open)
      } else if (open && depth === articleDepth + 1) {
        field = fieldOf(element)
        value = ''
      } else if (field !== null && isPart(element)) {
        endValue()
        isKept = element.attr('display') === 'Preformat'
      }
    },
    text: (text) => {
      if (field !== null) value += text
    },
    close: (element, depth) => {
      if (field !== null && (depth === articleDepth + 1 || isPart(element))) {
        endValue()
        isKept = false
      }
      if (depth === articleDepth + 1) field = null
      if (element.local === 'article') open = null
    },
  })
  return problem ?? articles
}

/** Paragraphs, pages and names are values of their own. */
const isPart = ({ local }: XmlElement): boolean => ['paragraph', 'page', 'name', 'dateTime', 'date', 'time'].includes(local)

/** `descField` holds keywords in words (ipd) and in codes. */
function fieldOf(element: XmlElement): string | null {
  if (element.local === 'descField' && element.attr('code') === 'ipd') return 'IPD'
  return FIELDS.get(element.local) ?? null
}
