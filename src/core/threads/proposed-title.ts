/** A title for a proposed thread: the shortest quote that says enough, without its quotation marks. Pure. */
import { contentWords } from './likeness.ts'

const ENOUGH_WORDS = 4
const LONGEST = 120
const EDGES = /^[\s"'«»„“”‘’‹›「」『』…,;:–—-]+|[\s"'«»„“”‘’‹›「」『』,;:.–—-]+$/gu

/** `texts`: the translation of each statement where it has one, else its quote. Never empty where one of them is not. */
export function proposedTitle(texts: readonly string[]): string {
  const clean = texts.map((text) => text.replaceAll(/\s+/gu, ' ').replaceAll(EDGES, '')).filter((text) => text !== '')
  const clear = clean.filter((text) => contentWords(text).size >= ENOUGH_WORDS)
  const [shortest = texts[0]?.trim() ?? ''] = (clear.length > 0 ? clear : clean).toSorted((a, b) => a.length - b.length)
  return cut(shortest)
}

/** At the end of a word; a text without spaces between characters. */
function cut(text: string): string {
  if (text.length <= LONGEST) return text
  // Not between the halves of a character.
  const start = text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/u, '')
  const space = start.lastIndexOf(' ')
  return `${(space > LONGEST / 2 ? start.slice(0, space) : start).replaceAll(EDGES, '')}…`
}
