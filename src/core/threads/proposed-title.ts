/**
 * A title for a proposed thread: the shortest quote that says enough, without its quotation marks and the words that only tie it to what stood
 * before it. The owner's own words come first, and words that can be read (in the language of the interface, or translated). Pure.
 */
import { contentWords } from './likeness.ts'

export interface TitleText {
  /** The translation where there is one, else the quote. */
  text: string
  /** Whoever the thread is of said it in these words; else somebody else put it so. */
  isOwn: boolean
  /** It stands in the language of the interface. */
  isReadable: boolean
}
interface Clean extends TitleText {
  /** It was tied to the sentence before, so that what is left may be half a thought. */
  isTied: boolean
}

const ENOUGH_WORDS = 4
const LONGEST = 120
const EDGES = /^[\s"'«»„“”‘’‹›「」『』…,;:–—-]+|[\s"'«»„“”‘’‹›「」『』,;:.–—-]+$/gu
/** Words at the start that belong to a sentence before it. */
const TIES =
  /^(?:and|but|or|so|yet|nor|that|because|while|whereas|although|though|since|then|also|however|therefore|thus|moreover|instead|otherwise|he|she|it|they|we|i|you|this|these|those|who|which|what)(?:['’](?:s|re|ve|d|ll|m))?(?=[\s,])[\s,]*/iu

/** Never empty where one of the texts is not. */
export function proposedTitle(texts: readonly TitleText[]): string {
  const clean = texts
    .map((each): Clean => {
      const text = trimmed(each.text)
      return { ...each, text: untied(text), isTied: TIES.test(text) }
    })
    .filter(({ text }) => text !== '')
  const rank = ({ text, isOwn, isReadable, isTied }: Clean): number =>
    (contentWords(text).size >= ENOUGH_WORDS ? 0 : 8) + (isReadable ? 0 : 4) + (isOwn ? 0 : 2) + (isTied ? 1 : 0)
  const [best] = clean.toSorted((a, b) => rank(a) - rank(b) || a.text.length - b.text.length)
  return cut(capital(best?.text ?? texts[0]?.text.trim() ?? ''))
}

const trimmed = (text: string): string => text.replaceAll(/\s+/gu, ' ').replaceAll(EDGES, '')

/** Without what ties it to the sentence before, as long as enough is left. */
function untied(text: string): string {
  const rest = trimmed(text.replace(TIES, ''))
  return rest !== text && contentWords(rest).size >= ENOUGH_WORDS - 1 ? untied(rest) : text
}

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase('en'))

/** At the end of a word; a text without spaces between characters. */
function cut(text: string): string {
  if (text.length <= LONGEST) return text
  // Not between the halves of a character.
  const start = text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/u, '')
  const space = start.lastIndexOf(' ')
  return `${(space > LONGEST / 2 ? start.slice(0, space) : start).replaceAll(EDGES, '')}…`
}
