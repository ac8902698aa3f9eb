/** What reference lists have in common: an entry is an article whose text is its abstract, else its note, else its title. */
import { buildArticle, type Entry } from '../records/article.ts'
import { notRead } from '../records/open-text.ts'
import { lossInRows } from '../records/row-numbers.ts'
import type { DecodedText } from '../decode.ts'
import type { FoundArticle, ImportLoss, Reading } from '../types.ts'
import type { FormatId } from '../format-ids.ts'

/** Most entries of one list. */
export const MAX_REFERENCES = 20_000

export interface ReferenceList {
  readonly format: FormatId
  readonly mediaType: string
  readonly decoded: DecodedText
  /** In the order of the file; null: an entry that cannot be read. */
  readonly entries: readonly (Entry | null)[]
}

/** The articles of a reference list, or why there are none. */
export async function readReferences({ format, mediaType, decoded, entries }: ReferenceList): Promise<Reading> {
  if (entries.length > MAX_REFERENCES) return notRead(format, 'too-large', { reason: 'rows', limit: MAX_REFERENCES })
  const articles: FoundArticle[] = []
  const textMissing: number[] = []
  const rowEmpty: number[] = []
  for (const [index, entry] of entries.entries()) {
    const built = entry && (await buildArticle(entry))
    if (!built) {
      rowEmpty.push(index + 1)
      continue
    }
    if (built.isTextMissing) textMissing.push(index + 1)
    articles.push(built.article)
  }
  if (articles.length === 0) return notRead(format, 'no-text')
  const lost: ImportLoss[] = [
    ...lossInRows('textMissing', textMissing),
    ...lossInRows('rowEmpty', rowEmpty),
    ...(decoded.replaced > 0 ? [{ code: 'bytes', count: decoded.replaced }] : []),
  ]
  const { encoding, certainty, candidates } = decoded
  return { kind: 'articles', format, mediaType, encoding, certainty, candidates, articles, lost }
}
