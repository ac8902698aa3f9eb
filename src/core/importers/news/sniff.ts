/**
 * Exports of news databases by their content. Nexis Uni is not among them: its exports are Word documents, and the reader of those finds
 * out once it has the paragraphs.
 */
import { foldText } from '../../../shared/text/fold.ts'
import type { Sniffer } from '../detect.ts'
import { sampleOf } from '../tables/sample.ts'
import { tableShape } from '../tables/shape.ts'
import { documentStarts } from './lexis-documents.ts'

const FIELD_CELL = /<(?:b|strong|td|th|font|span|p)\b[^<>]{0,200}>\s*(?:<[^<>]{0,100}>\s*){0,3}(HD|PD|SN|WC|LP|AN)\s*</g

export const sniffNews: Sniffer = ({ bytes, magic }) => {
  if (magic) return null
  const { text, isWhole } = sampleOf(bytes)
  if (/^\s*</.test(text)) return isFactivaXml(text) ? 'factiva-xml' : isFactivaHtml(text) ? 'factiva-html' : null
  if (/media_name/i.test(text.slice(0, 2_048)) && isMediaCloud(tableShape(text, isWhole).head)) return 'mediacloud-csv'
  return /\b(?:LENGTH|L[ÄA]NGE|LONGUEUR|LONGITUD|LUNGHEZZA|LENGTE|BYLINE|LOAD-DATE)\s*:/u.test(text) &&
    documentStarts(text.split(/\r\n|\n|\r/)).length > 0
    ? 'lexisnexis-text'
    : null
}

const isFactivaXml = (text: string): boolean =>
  /^\s*<(?:\?xml|[\w:]*(?:PPS|pps)\w*)/.test(text) &&
  /<[\w:]*(?:ppsarticle|ppsArticleResponse|accessionNo)\b/.test(text) &&
  /\bfactiva\b|<(?:\w+:)?ppsarticle\b/i.test(text)

const SHOWN = /<div\b[^<>]{0,200}\bclass\s*=\s*["']?article [a-z]{2}Article\b/

/** A table of fields with Factiva's codes, or articles as it shows them. */
function isFactivaHtml(text: string): boolean {
  if (SHOWN.test(text) && /\barticleParagraph\b|\bid\s*=\s*["']?hd\b/.test(text)) return true
  const codes = new Set([...text.matchAll(FIELD_CELL)].map((match) => match[1]))
  return codes.has('HD') && codes.size >= 3
}

function isMediaCloud(head: readonly string[]): boolean {
  const names = new Set(head.map((name) => foldText(name).trim()))
  return ['title', 'url', 'media_name', 'publish_date'].every((name) => names.has(name))
}
