/**
 * Names of sheets as every spreadsheet takes them: at most 31 UTF-16 units, none of []:*?/\ and control characters, no apostrophe at
 * either end, not the reserved "History", and none equal to another, capitals not told apart.
 */

const LONGEST = 31
/** Also what is not seen: a name that turns its neighbours round, or is nothing but a mark. */
const FORBIDDEN = /[[\]:*?/\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]|(?![\u200c\u200d])\p{Cf}/gu
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Gives out names for the sheets of one workbook. `fallback` where nothing is left of a name. */
export class SheetNames {
  readonly #taken = new Set(['history'])
  readonly #fallback: string

  constructor(fallback: string) {
    this.#fallback = fallback
  }

  /** A name that no sheet has yet, as near to what is wanted as can be. The same names in the same order give the same. */
  next(wanted: string): string {
    const clean = trimmed(wanted.replaceAll(FORBIDDEN, ' ').replaceAll(/\s+/gu, ' ')) || this.#fallback
    let name = trimmed(cut(clean, LONGEST)) || this.#fallback
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++) {
      const end = ` (${count})`
      name = trimmed(cut(clean, LONGEST - end.length)) + end
    }
    this.#taken.add(name.toLowerCase())
    return name
  }
}

const trimmed = (name: string): string => name.replaceAll(/^[\s']+|[\s']+$/gu, '')

/** Cut to `most` units between graphemes; one that is longer by itself is cut between characters. */
function cut(name: string, most: number): string {
  if (name.length <= most) return name
  let end = 0
  for (const { index, segment } of graphemes.segment(name)) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  return end > 0 ? name.slice(0, end) : name.slice(0, most).replace(/[\ud800-\udbff]$/u, '')
}
