/**
 * Tells annotations of the W3C model, and those that Hypothesis exports, from other JSON by names that only they have. JSON-LD of web pages
 * and lists of references have none of them; names that stand inside of a string have a backslash before their closing quotation mark.
 */
import type { Sniffer } from '../detect.ts'
import { sampleOf } from '../tables/sample.ts'

const CONTEXT = /"https?:\/\/www\.w3\.org\/ns\/anno(?:\.jsonld)?"/
const TYPED = /"(?:@?type)"\s*:\s*(?:\[\s*)?"(?:oa:)?Annotation(?:Collection|Page)?"/
const PARTS = /"(?:target|items|first|total)"\s*:/
const SELECTED = /"type"\s*:\s*"(?:TextQuoteSelector|TextPositionSelector|RangeSelector)"/
const EXPORTED = /"export_date"\s*:[\s\S]*"client_version"\s*:[\s\S]*"annotations"\s*:/

export const sniffWebAnnotation: Sniffer = ({ name, bytes, magic }) => {
  if (magic) return null
  const { text } = sampleOf(bytes)
  // What is called JSON-LD and is no JSON is damaged, and must not be taken for the text of an article.
  if (!/^\s*(?:\[\s*[[\]{"]|\{\s*[}"])/.test(text)) return /\.jsonld$/i.test(name) ? 'jsonld' : null
  const isOne =
    CONTEXT.test(text) || (TYPED.test(text) && PARTS.test(text)) || (SELECTED.test(text) && PARTS.test(text)) || EXPORTED.test(text)
  return isOne ? 'jsonld' : null
}
