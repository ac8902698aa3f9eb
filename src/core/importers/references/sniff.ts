/** Reference lists by their content: RIS by its first field, BibTeX by its first entry, CSL-JSON by the names only it has. */
import type { Sniffer } from '../detect.ts'
import { sampleOf } from '../tables/sample.ts'

const HYPHENATED =
  /"type"\s*:\s*"(?:article-(?:journal|magazine|newspaper)|entry-(?:dictionary|encyclopedia)|legal_case|motion_picture|musical_score|paper-conference|personal_communication|post-weblog|review-book|press_release)"/
const TYPED =
  /"type"\s*:\s*"(?:article|bill|book|broadcast|chapter|dataset|document|entry|figure|graphic|hearing|interview|legislation|manuscript|map|pamphlet|patent|performance|post|report|review|song|speech|thesis|treaty|webpage)"/
const OWN_NAMES = /"(?:issued|container-title|date-parts|citation-key|citation-label|publisher-place|title-short)"\s*:/

export const sniffReferences: Sniffer = ({ bytes, magic }) => {
  if (magic) return null
  const { text } = sampleOf(bytes)
  if (isRis(text.slice(0, 4_096))) return 'ris'
  if (isBib(text.slice(0, 16_384))) return 'bibtex'
  if (!/^\s*[[{]/.test(text)) return null
  return HYPHENATED.test(text) || (TYPED.test(text) && OWN_NAMES.test(text)) ? 'csl-json' : null
}

const TYPE = /^\s{0,3}TY {1,2}- {0,2}[A-Z]{2,8}\s*$/
const FIELD = /^\s{0,3}[A-Z][A-Z0-9] {1,2}-/

/** Some services put a few lines about themselves before the first entry. */
function isRis(head: string): boolean {
  const lines = head.split(/\r\n|\n|\r/)
  const first = lines.findIndex((line) => TYPE.test(line))
  if (first < 0 || first > 15 || !FIELD.test(lines[first + 1] ?? '')) return false
  return lines.slice(0, first).every((line) => line.trim() === '' || /^[A-Z][\w -]{2,30}:/.test(line))
}

/** An entry of a known type with a key and a field, which begins a line; what is before it begins like comments of the programs that write them. */
const ENTRY =
  /^[^\S\n]*@(?:article|book|booklet|collection|conference|dataset|inbook|incollection|inproceedings|manual|mastersthesis|misc|online|patent|periodical|phdthesis|proceedings|report|techreport|thesis|unpublished|www|electronic|newspaper)\s*\{\s*[^\s,{}"#%=]*\s*,\s*[A-Za-z][\w:.+-]*\s*=\s*["{\w]/im

function isBib(head: string): boolean {
  const at = ENTRY.exec(head)?.index ?? -1
  return at >= 0 && head.slice(0, at).split('\n').every((line) => /^\s*(?:$|%|@|[A-Za-z]+\s*=|\}|This file was)/i.test(line)) // prettier-ignore
}
