/**
 * The token stream fed to the full-text index (FTS5, tokenize='ascii'): folded tokens parted by single spaces.
 * Words as they are; runs of Chinese, Japanese and Korean as overlapping pairs, then the last character alone, so that
 * every substring is a phrase; Thai, Lao, Burmese, Khmer as dictionary words. One pass over UTF-16 units with tables:
 * this runs over every article imported, so it is written for speed; fold-map.ts is the readable twin it is tested against.
 */
import { BREAK, charClasses, CJK, classOfCharacter, COMPOSING, DICTIONARY, DROPPED, SURROGATE, WORD } from './char-classes.ts'
import { compose, foldCharacter, foldTable, foldText } from './fold.ts'
import { segmenterOf } from './segmenters.ts'
import { FIRST_SIZE, KEPT_SIZE, unitsToString, withRoom } from './units.ts'

const SPACE = 32
let kept = new Uint16Array(FIRST_SIZE)

/** The dictionary words of a folded run of Thai, Lao, Burmese or Khmer. */
export function dictionaryWords(run: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenterOf('word', 'th').segment(run)) if (isWordLike) words.push(segment)
  return words
}

/** A folded expansion as token text: breaks as spaces, ideographs between spaces. */
function parted(folded: string): string {
  let text = ''
  for (const character of folded) {
    const kind = classOfCharacter(character)
    text += kind === WORD ? character : kind === BREAK ? ' ' : ` ${character} `
  }
  return text
}

/** Token stream of `text`: folded tokens with one space between them, none at the ends; '' when there is no token. */
export function ftsTokens(text: string): string {
  const { any, composed } = charClasses()
  return tokenise(text, any) ?? tokenise(compose(text), composed) ?? ''
}

/** The tokens of `source`, or null when it has to be composed first. */
function tokenise(source: string, classes: Uint8Array): string | null {
  const { single, several } = foldTable()
  const length = source.length
  // No unit takes more than three on the fast paths.
  let out = withRoom(kept, length * 3 + 16)
  let used = 0
  let inWord = false
  let at = 0
  while (at < length) {
    const unit = source.charCodeAt(at)
    const kind = classes[unit] ?? BREAK
    if (kind === WORD) {
      out[used++] = single[unit] ?? unit
      inWord = true
      at++
      continue
    }
    if (kind === BREAK) {
      if (inWord) out[used++] = SPACE
      inWord = false
      at++
      continue
    }
    if (kind === DROPPED) {
      at++
      continue
    }
    if (kind === CJK) {
      if (inWord) out[used++] = SPACE
      inWord = false
      let previous = single[unit] ?? unit
      for (at++; at < length; at++) {
        const next = source.charCodeAt(at)
        const nextKind = classes[next] ?? BREAK
        if (nextKind === DROPPED) continue
        if (nextKind !== CJK) break
        out[used++] = previous
        previous = single[next] ?? next
        out[used++] = previous
        out[used++] = SPACE
      }
      out[used++] = previous
      out[used++] = SPACE
      continue
    }
    if (kind === COMPOSING) return null
    let slow = ''
    if (kind === DICTIONARY) {
      const from = at
      while (at < length && (classes[source.charCodeAt(at)] === DICTIONARY || classes[source.charCodeAt(at)] === DROPPED)) at++
      slow = ` ${dictionaryWords(foldText(source.slice(from, at))).join(' ')} `
    } else if (kind === SURROGATE) {
      const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
      slow = parted(foldCharacter(character))
      at += character.length
    } else {
      slow = parted(several.get(unit) ?? '')
      at++
    }
    out = withRoom(out, used + slow.length + (length - at) * 3 + 16)
    for (let index = 0; index < slow.length; index++) {
      const next = slow.charCodeAt(index)
      if (next !== SPACE) out[used++] = next
      else if (inWord) out[used++] = SPACE
      inWord = next !== SPACE
    }
  }
  kept = out.length > KEPT_SIZE ? new Uint16Array(FIRST_SIZE) : out
  return unitsToString(out, used > 0 && out[used - 1] === SPACE ? used - 1 : used)
}
