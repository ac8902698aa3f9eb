/** What both exports of Factiva have in common: fields become articles. */
import { buildArticle } from '../records/article.ts'
import { notRead } from '../records/open-text.ts'
import { lossInRows } from '../records/row-numbers.ts'
import type { DecodedText } from '../decode.ts'
import type { FormatId } from '../format-ids.ts'
import type { FoundArticle, Reading } from '../types.ts'
import { entryOfFields, type FactivaFields } from './factiva-fields.ts'

export interface FactivaExport {
  readonly format: FormatId
  readonly mediaType: string
  readonly decoded: Pick<DecodedText, 'encoding' | 'certainty' | 'candidates' | 'replaced'>
  readonly articles: readonly FactivaFields[]
}

/** The articles of an export, or `damaged` where it has none. */
export async function readFactiva({ format, mediaType, decoded, articles: found }: FactivaExport): Promise<Reading> {
  const articles: FoundArticle[] = []
  const textMissing: number[] = []
  const rowEmpty: number[] = []
  for (const [index, fields] of found.entries()) {
    const built = await buildArticle(entryOfFields(fields))
    if (!built) rowEmpty.push(index + 1)
    else if (built.isTextMissing) textMissing.push(index + 1)
    if (built) articles.push(built.article)
  }
  if (articles.length === 0) return notRead(format, 'damaged', { format: 'Factiva', reason: 'documents' })
  const { encoding, certainty, candidates, replaced } = decoded
  const lost = [
    ...lossInRows('textMissing', textMissing),
    ...lossInRows('rowEmpty', rowEmpty),
    ...(replaced > 0 ? [{ code: 'bytes', count: replaced }] : []),
  ]
  return { kind: 'articles', format, mediaType, encoding, certainty, candidates, articles, lost }
}
