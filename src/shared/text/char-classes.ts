/**
 * What a UTF-16 unit is to the search index: part of a word, part of a run (scripts that write without spaces, and
 * Korean, which joins particles to words), dropped, or a break. One table look-up a unit. Runs are indexed as
 * overlapping pairs and not as dictionary words: dictionaries hide words in longer ones, and differ between versions of
 * ICU, so that an index made by one would silently miss queries made by another.
 */
import { foldTable, needsComposing } from './fold.ts'

export const BREAK = 0
export const WORD = 1
/** Any substring of a run can be found. */
export const RUN = 2
export const DROPPED = 3
export const SURROGATE = 4
/** Folds to several units, to be looked at one by one. */
export const SEVERAL = 5
/** May melt together with what stands before it, or hides part of a run: the text must be composed as a whole first. */
export const COMPOSING = 6

const WORD_CHARACTER = /^[\p{L}\p{N}\p{M}]$/u
const RUN_CHARACTER =
  /^[[\p{L}\p{N}\p{M}]&&[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}]]$/v

/** Class of one folded character: BREAK, WORD or RUN. */
export function classOfCharacter(character: string): number {
  if (!WORD_CHARACTER.test(character)) return BREAK
  return RUN_CHARACTER.test(character) ? RUN : WORD
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
  const any = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) {
    const folded = several.get(unit) ?? String.fromCharCode(single[unit] ?? unit)
    const kind = classOfUnit(unit, folded)
    composed[unit] = kind
    const hidesRun = kind === SEVERAL && Array.from(folded).some((character) => classOfCharacter(character) === RUN)
    any[unit] = hidesRun || needsComposing(String.fromCharCode(unit)) ? COMPOSING : kind
  }
  classes = { any, composed }
  return classes
}

function classOfUnit(unit: number, folded: string): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE
  // Ideographs and Hangul syllables are most of the table and all alike.
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3)) return RUN
  if (folded === '') return DROPPED
  return folded.length > 1 ? SEVERAL : classOfCharacter(folded)
}
