/**
 * What a UTF-16 unit is to the search index: part of a word, of a run without spaces (Chinese, Japanese, Korean), of a
 * run that needs a dictionary (Thai, Lao, Burmese, Khmer), dropped, or a break. One table look-up a unit.
 */
import { foldTable, needsComposing } from './fold.ts'

export const BREAK = 0
export const WORD = 1
/** Indexed as overlapping pairs: any substring of a run can be found. */
export const CJK = 2
/** Indexed as dictionary words. */
export const DICTIONARY = 3
export const DROPPED = 4
export const SURROGATE = 5
/** Folds to several units, to be looked at one by one. */
export const SEVERAL = 6
/** May melt together with what stands before it: the text must be composed as a whole first. */
export const COMPOSING = 7

const WORD_CHARACTER = /^[\p{L}\p{N}\p{M}]$/u
const CJK_CHARACTER =
  /^[[\p{L}\p{N}\p{M}]&&[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script=Hangul}]]$/v
const DICTIONARY_CHARACTER = /^[[\p{L}\p{M}]&&[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}]]$/v

/** Class of one folded character (BREAK, WORD, CJK or DICTIONARY); ideographs of the astral planes are CJK. */
export function classOfCharacter(character: string): number {
  if (!WORD_CHARACTER.test(character)) return BREAK
  if (CJK_CHARACTER.test(character)) return CJK
  return DICTIONARY_CHARACTER.test(character) ? DICTIONARY : WORD
}

export interface CharClasses {
  /** For any text. */
  readonly any: Uint8Array
  /** For a text that has been composed: nothing in it is COMPOSING any more. */
  readonly composed: Uint8Array
}

let classes: CharClasses | undefined

/** Class of every UTF-16 unit, after folding; built at first use. */
export function charClasses(): CharClasses {
  if (classes) return classes
  const { single, several } = foldTable()
  const composed = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) {
    composed[unit] = classOfUnit(unit, several.get(unit) ?? String.fromCharCode(single[unit] ?? unit))
  }
  const any = composed.map((kind, unit) => (needsComposing(String.fromCharCode(unit)) ? COMPOSING : kind))
  classes = { any, composed }
  return classes
}

function classOfUnit(unit: number, folded: string): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE
  // Ideographs and Hangul syllables are most of the table and all alike.
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3)) return CJK
  if (folded === '') return DROPPED
  const own = String.fromCharCode(unit)
  if (DICTIONARY_CHARACTER.test(own)) return DICTIONARY
  return folded.length > 1 ? SEVERAL : classOfCharacter(folded)
}
