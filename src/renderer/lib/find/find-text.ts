/** Finding in one text, which is folded once however often it is searched. */
import { MOST_HITS, NOTHING, type FindAnswer, type FindQuery } from './find-types.ts'
import { findPlain } from './find-plain.ts'
import { findRegex } from './find-regex.ts'
import { foldForFind, type FoldedText } from './fold-find.ts'

export function finderOf(text: string, language: string | null): (query: FindQuery) => FindAnswer {
  let kept: FoldedText | null = null
  const folded = (): FoldedText => (kept ??= foldForFind(text))
  return (query) => {
    if (query.needle === '' || (!query.regex && query.needle.trim() === '')) return { kind: 'hits', ...NOTHING }
    if (!query.regex) return { kind: 'hits', ...findPlain(text, query, language, MOST_HITS, folded) }
    const found = findRegex(text, query, language, MOST_HITS)
    return 'kind' in found ? { kind: 'invalid', problem: found } : { kind: 'hits', ...found }
  }
}
