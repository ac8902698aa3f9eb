/** The variables of CSL (1.0.2) that hold what an article's details say, and the types that one can be. Names of details are those that our reader gives. */

/** Variable by detail. */
export const CSL_VARIABLES: Readonly<Record<string, string>> = {
  publisher: 'publisher', place: 'publisher-place', volume: 'volume', issue: 'issue', pages: 'page', serialNumber: 'ISSN', doi: 'DOI',
  section: 'section', edition: 'edition', kind: 'genre', database: 'source', archive: 'archive', callNumber: 'call-number',
  series: 'collection-title', keywords: 'keyword', medium: 'medium', shortTitle: 'title-short', length: 'dimensions',
} // prettier-ignore

/** Types of the schema that a news item can sensibly be; another becomes what its article looks like. */
const CSL_TYPES: ReadonlySet<string> = new Set([
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'broadcast', 'document', 'interview', 'post', 'post-weblog', 'report',
  'review', 'speech', 'webpage', 'bill', 'book', 'chapter', 'dataset', 'legislation', 'manuscript', 'pamphlet', 'paper-conference',
  'personal_communication', 'thesis', 'treaty',
]) // prettier-ignore

/** The type that an article came in with, else what its metadata says it is. */
export function cslType({
  outlet,
  url,
  details,
}: {
  outlet: string | null
  url: string | null
  details: Readonly<Record<string, string>>
}): string {
  const written = details['type']
  if (written !== undefined && CSL_TYPES.has(written)) return written
  if (outlet !== null) return 'article-newspaper'
  return url === null ? 'document' : 'webpage'
}
