/**
 * A text as find in article compares it: folded letter by letter, but with its punctuation, white space as one space. Every unit
 * knows the piece of the original it came from, so that a hit is drawn where it stands and never ends inside a letter.
 * (The search index drops punctuation and is no use here.)
 */
import { compose, foldCharacter, foldTable, needsComposing } from '../../../shared/text/fold.ts'

export interface FoldedText {
  readonly folded: string
  /** Where the piece begins that a folded unit came from, and where it ends; UTF-16 offsets in the original. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** A letter with what may melt together with it. */
const MELTING = /[^\p{M}\u1160-\u11ff\uff9e-\uffdc][\p{M}\u1160-\u11ff\uff9e-\uffdc]+/gu
const SPACE = /^\s+$/u

export function foldForFind(text: string): FoldedText {
  const { single, several } = foldTable()
  let parts = ''
  let starts = new Int32Array(text.length + 16)
  let ends = new Int32Array(text.length + 16)
  let used = 0
  let lastIsSpace = false

  const emit = (folded: string, start: number, end: number): void => {
    for (let at = 0; at < folded.length; at++) {
      const isSpace = SPACE.test(folded.charAt(at))
      if (isSpace && lastIsSpace) {
        ends[used - 1] = end
        continue
      }
      lastIsSpace = isSpace
      if (used === starts.length) {
        starts = grown(starts)
        ends = grown(ends)
      }
      parts += isSpace ? ' ' : folded.charAt(at)
      starts[used] = start
      ends[used++] = end
    }
  }
  const foldUnits = (to: number, from: number): void => {
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at)
      if (unit >= 0xd800 && unit <= 0xdbff && at + 1 < to) {
        const character = String.fromCodePoint(text.codePointAt(at) ?? unit)
        emit(foldCharacter(character), at, at + character.length)
        at += character.length - 1
      } else emit(several.get(unit) ?? String.fromCharCode(single[unit] ?? unit), at, at + 1)
    }
  }

  let done = 0
  if (needsComposing(text)) {
    for (const { 0: stretch, index } of text.matchAll(MELTING)) {
      const composed = compose(stretch)
      if (composed === stretch) continue
      foldUnits(index, done)
      emit(Array.from(composed, foldCharacter).join(''), index, index + stretch.length)
      done = index + stretch.length
    }
  }
  foldUnits(text.length, done)
  return { folded: parts, starts: starts.slice(0, used), ends: ends.slice(0, used) }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
