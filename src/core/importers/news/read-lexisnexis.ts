/** LexisNexis in plain text: a page about the request, then one document after another. */
import { canonicalText } from '../../../shared/text/canonical.ts'
import { buildArticle } from '../records/article.ts'
import { notRead, openText } from '../records/open-text.ts'
import { lossInRows } from '../records/row-numbers.ts'
import type { FileReader, FoundArticle } from '../types.ts'
import { documentStarts, lexisDocument, wrapWidth } from './lexis-documents.ts'
import { entryOfDocument } from './press-document.ts'

export const read: FileReader = async (input) => {
  const format = 'lexisnexis-text'
  const decoded = openText(input, format)
  if ('kind' in decoded) return decoded
  const lines = canonicalText(decoded.text).text.split('\n')
  const width = wrapWidth(lines)
  const starts = documentStarts(lines)
  const articles: FoundArticle[] = []
  const textMissing: number[] = []
  const rowEmpty: number[] = []
  for (const [index, start] of starts.entries()) {
    const document = lexisDocument(lines.slice(start + 1, starts[index + 1] ?? lines.length), width)
    const built = document && (await buildArticle(entryOfDocument(document)))
    if (!built) rowEmpty.push(index + 1)
    else if (built.isTextMissing) textMissing.push(index + 1)
    if (built) articles.push(built.article)
  }
  if (articles.length === 0) return notRead(format, 'damaged', { format: 'LexisNexis', reason: 'documents' })
  return {
    kind: 'articles',
    format,
    mediaType: 'text/plain',
    encoding: decoded.encoding,
    certainty: decoded.certainty,
    candidates: decoded.candidates,
    articles,
    lost: [
      ...lossInRows('textMissing', textMissing),
      ...lossInRows('rowEmpty', rowEmpty),
      ...(decoded.replaced > 0 ? [{ code: 'bytes', count: decoded.replaced }] : []),
    ],
  }
}
