/**
 * Whether a stretch begins and ends where words do: by the neighbours alone where that is certain, else as the language sees it
 * (Chinese, Japanese, Thai; apostrophes).
 */
import type { Span } from '../../../shared/text/span.ts'
import { wordAt } from '../../../shared/text/words.ts'

const LETTER = /^[\p{L}\p{N}\p{M}_]$/u
/** Scripts whose words do not stand apart, so that two neighbours say nothing. */
const UNPARTED =
  /^[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u
/** Signs that stand inside words. */
const JOINS = /^['’‘.:·_\u200c\u200d\u00ad]$/u

const characterBefore = (text: string, offset: number): string => {
  const low = text.charCodeAt(offset - 1)
  return text.slice(low >= 0xdc00 && low <= 0xdfff ? offset - 2 : offset - 1, offset)
}

function isWordEdge(text: string, offset: number, language: string | null): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const before = characterBefore(text, offset)
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  const certain = [before, after].every((character) => !UNPARTED.test(character) && !JOINS.test(character))
  if (certain) return !(LETTER.test(before) && LETTER.test(after))
  const word = wordAt(text, offset, language)
  return word === null || offset <= word.start || offset >= word.end
}

export const isWholeWords = (text: string, { start, end }: Span, language: string | null): boolean =>
  isWordEdge(text, start, language) && isWordEdge(text, end, language)
