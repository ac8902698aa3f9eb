/**
 * A text as search sees it, with the way back: words folded and parted by single spaces, runs of another kind parted
 * too, each unit with the offset in the original it came from. Matches found in it can so be drawn in the article.
 * `tokensOf` turns it into the tokens of the index, which is also how queries are made.
 */
import { BREAK, charClasses, classOfCharacter, COMPOSING, DROPPED, RUN, SURROGATE, WORD } from './char-classes.ts'
import { compose, foldCharacter, foldTable } from './fold.ts'
import { FIRST_SIZE, KEPT_SIZE, unitsToString, withRoom } from './units.ts'

const SPACE = 32

let keptUnits = new Uint16Array(FIRST_SIZE)
let keptOrigin = new Int32Array(FIRST_SIZE)

export interface FoldMap {
  /** Folded words and runs, one space between them. */
  readonly folded: string
  /** For each unit of `folded` the UTF-16 offset in the original; one entry more: the original's length. */
  readonly origin: Int32Array
}

/** Stretches of a text that can be composed one by one with the same result as the whole. */
const COMPOSED_TOGETHER = /[^\p{M}\u1160-\u11ff\uff9e-\uffdc][\p{M}\u1160-\u11ff\uff9e-\uffdc]+/gu

/** NFKC of the whole text with the origin of each unit; units of a stretch that changed come from its beginning. */
function composeWithOrigin(text: string): { source: string; sourceOrigin: Int32Array } {
  const parts: string[] = []
  const origin: number[] = []
  let done = 0
  const keep = (to: number): void => {
    parts.push(text.slice(done, to))
    for (; done < to; done++) origin.push(done)
  }
  for (const { 0: stretch, index } of text.matchAll(COMPOSED_TOGETHER)) {
    const composed = compose(stretch)
    if (composed === stretch) continue
    keep(index)
    for (let at = 0; at < composed.length; at++) origin.push(index)
    parts.push(composed)
    done = index + stretch.length
  }
  keep(text.length)
  origin.push(text.length)
  return { source: parts.join(''), sourceOrigin: Int32Array.from(origin) }
}

/** The searchable form of `text` (any length, any script). */
export function foldMap(text: string): FoldMap {
  const { any, composed } = charClasses()
  const map = scan(text, null, any)
  if (map) return map
  const { source, sourceOrigin } = composeWithOrigin(text)
  return scan(source, sourceOrigin, composed) ?? { folded: '', origin: Int32Array.of(text.length) }
}

/** The map of `source`, or null when it has to be composed first. `sourceOrigin` has an entry for its end, too. */
function scan(source: string, sourceOrigin: Int32Array | null, classes: Uint8Array): FoldMap | null {
  const { single, several } = foldTable()
  const length = source.length
  // No unit takes more than two units on the fast path: itself and the space before it.
  let units = withRoom(keptUnits, length * 2 + 16)
  let origin = withRoom(keptOrigin, length * 2 + 16)
  let used = 0
  let last = BREAK
  for (let at = 0; at < length; at++) {
    const unit = source.charCodeAt(at)
    const kind = classes[unit] ?? BREAK
    const from = sourceOrigin ? (sourceOrigin[at] ?? 0) : at
    if (kind === WORD || kind === RUN) {
      if (kind !== last && used > 0) {
        units[used] = SPACE
        origin[used++] = from
      }
      units[used] = single[unit] ?? unit
      origin[used++] = from
      last = kind
      continue
    }
    if (kind === BREAK) last = BREAK
    if (kind === BREAK || kind === DROPPED) continue
    if (kind === COMPOSING) return null
    let slow: string
    if (kind === SURROGATE) {
      const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
      slow = foldCharacter(character)
      at += character.length - 1
    } else {
      slow = several.get(unit) ?? String.fromCharCode(single[unit] ?? unit)
    }
    const room = used + slow.length * 2 + (length - at) * 2 + 16
    units = withRoom(units, room)
    origin = withRoom(origin, room)
    for (const character of slow) {
      const kindOfThis = classOfCharacter(character)
      // An astral character of a run is a token of its own.
      const alone = kindOfThis === RUN && character.length > 1
      if (kindOfThis !== BREAK && used > 0 && (kindOfThis !== last || alone)) {
        units[used] = SPACE
        origin[used++] = from
      }
      last = alone ? BREAK : kindOfThis
      if (kindOfThis === BREAK) continue
      for (let index = 0; index < character.length; index++) {
        units[used] = character.charCodeAt(index)
        origin[used++] = from
      }
    }
  }
  origin[used] = sourceOrigin?.[length] ?? length
  const keep = units.length <= KEPT_SIZE
  keptUnits = keep ? units : new Uint16Array(FIRST_SIZE)
  keptOrigin = keep ? origin : new Int32Array(FIRST_SIZE)
  return { folded: unitsToString(units, used), origin: origin.slice(0, used + 1) }
}

/** Class of the first (or last) character of a folded word or run. */
export const classAt = (folded: string, at: number): number => {
  const unit = folded.charCodeAt(at)
  const start = unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
  return classOfCharacter(String.fromCodePoint(folded.codePointAt(start) ?? 0))
}

/** Tokens of a folded text, each run's as a list. `open` leaves out the single character that ends a run. */
export function tokensOf(folded: string, open = false): string[] {
  const runs = folded.split(' ').filter((run) => run !== '')
  return runs.flatMap((run, index) => {
    const kind = classAt(run, 0)
    if (kind !== RUN || run.codePointAt(0) !== run.charCodeAt(0)) return [run]
    const pairs = Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
    return open && index === runs.length - 1 && pairs.length > 0 ? pairs : [...pairs, run.slice(-1)]
  })
}
