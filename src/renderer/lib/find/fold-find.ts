/**
 * A text as find in article compares it: folded letter by letter, but with its punctuation, white space as one space. Every unit
 * knows the piece of the original it came from, so that a hit is drawn where it stands and never ends inside a letter.
 * (The search index drops punctuation and is no use here.)
 */
import { compose, foldCharacter, foldTable, needsComposing } from '../../../shared/text/fold.ts'
import { unitsToString } from '../../../shared/text/units.ts'

export interface FoldedText {
  readonly folded: string
  /** Where the piece begins that a folded unit came from, and where it ends; UTF-16 offsets in the original. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Letters melted with what stands beside them: a stretch of the text can fold otherwise than the whole. */
  readonly melted: boolean
}

/** A letter with what may melt together with it. */
const MELTING = /[^\p{M}\u1160-\u11ff\uff9e-\uffdc][\p{M}\u1160-\u11ff\uff9e-\uffdc]+/gu

const SPACE = 32
const WHITE = /\s/u

export function foldForFind(text: string): FoldedText {
  const { single, several } = foldTable()
  const spaces = whiteTable()
  let units = new Uint16Array(text.length + 16)
  let starts = new Int32Array(text.length + 16)
  let ends = new Int32Array(text.length + 16)
  let used = 0
  let lastIsSpace = false

  const emit = (unit: number, start: number, end: number): void => {
    const isSpace = spaces[unit] === 1
    if (isSpace && lastIsSpace) {
      ends[used - 1] = end
      return
    }
    lastIsSpace = isSpace
    if (used === units.length) {
      units = grown(units, new Uint16Array(used * 2))
      starts = grown(starts, new Int32Array(used * 2))
      ends = grown(ends, new Int32Array(used * 2))
    }
    units[used] = isSpace ? SPACE : unit
    starts[used] = start
    ends[used++] = end
  }
  const emitAll = (folded: string, start: number, end: number): void => {
    for (let at = 0; at < folded.length; at++) emit(folded.charCodeAt(at), start, end)
  }
  const foldUnits = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at)
      const long = several.get(unit)
      if (unit >= 0xd800 && unit <= 0xdbff && at + 1 < to) {
        const character = String.fromCodePoint(text.codePointAt(at) ?? unit)
        emitAll(foldCharacter(character), at, at + character.length)
        at += character.length - 1
      } else if (long !== undefined) emitAll(long, at, at + 1)
      else emit(single[unit] ?? unit, at, at + 1)
    }
  }

  let done = 0
  const melted = needsComposing(text)
  if (melted) {
    for (const { 0: stretch, index } of text.matchAll(MELTING)) {
      const composed = compose(stretch)
      if (composed === stretch) continue
      foldUnits(done, index)
      emitAll(Array.from(composed, foldCharacter).join(''), index, index + stretch.length)
      done = index + stretch.length
    }
  }
  foldUnits(done, text.length)
  return { folded: unitsToString(units, used), starts: starts.slice(0, used), ends: ends.slice(0, used), melted }
}

let table: Uint8Array | undefined

/** 1 for each unit that is white space: asking the pattern for every unit of a text would take most of the time. */
function whiteTable(): Uint8Array {
  table ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => (WHITE.test(String.fromCharCode(unit)) ? 1 : 0))
  return table
}

function grown<A extends Uint16Array | Int32Array>(from: A, into: A): A {
  into.set(from)
  return into
}
