/**
 * The token stream fed to the full-text index (FTS5, tokenize='ascii'): folded tokens parted by single spaces.
 * Words as they are; runs of scripts without spaces as overlapping pairs, then the last character alone, so that every
 * substring is a phrase. One pass over UTF-16 units with tables: this runs over every article imported, so it is
 * written for speed; fold-map.ts is the readable twin it is tested against.
 */
import { BREAK, charClasses, classOfCharacter, COMPOSING, DROPPED, RUN, SURROGATE, WORD } from './char-classes.ts'
import { compose, foldCharacter, foldTable } from './fold.ts'
import { FIRST_SIZE, KEPT_SIZE, unitsToString, withRoom } from './units.ts'

const SPACE = 32
let kept = new Uint16Array(FIRST_SIZE)

/** A folded expansion as token text: breaks as spaces, characters of runs between spaces. */
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
    if (kind === RUN) {
      if (inWord) out[used++] = SPACE
      inWord = false
      let previous = single[unit] ?? unit
      for (at++; at < length; at++) {
        const next = source.charCodeAt(at)
        const nextKind = classes[next] ?? BREAK
        if (nextKind === DROPPED) continue
        if (nextKind !== RUN) break
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
    if (kind === SURROGATE) {
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
