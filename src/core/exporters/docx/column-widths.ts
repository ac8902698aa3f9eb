/** How wide the columns of a table are: as they share the width out, but none narrower than the longest word of its head. */
import { plain } from '../document/inlines.ts'
import type { Column } from '../document/model.ts'

/** Twips for a letter of a head, bold, and for the space at both sides of a cell. */
const LETTER = { wide: 108, narrow: 95 }
const SIDES = { wide: 190, narrow: 110 }

/** Whole twips; together exactly `width`. */
export function columnWidths(columns: readonly Column[], width: number, isNarrow: boolean): number[] {
  const size = isNarrow ? 'narrow' : 'wide'
  const shares = columns.map(({ share }) => (share !== undefined && share > 0 ? share : 1))
  const least = columns.map(({ head }) => LETTER[size] * longestWord(plain(head)) + SIDES[size])
  const tooNarrow = new Set<number>()
  let widths: number[] = []
  // Each round sets at least one more column to its least width, so there are no more rounds than columns.
  for (let round = 0; round <= columns.length; round++) {
    const taken = [...tooNarrow].reduce((sum, index) => sum + (least[index] ?? 0), 0)
    const rest = shares.reduce((sum, share, index) => (tooNarrow.has(index) ? sum : sum + share), 0)
    if (taken >= width || rest === 0) break
    widths = shares.map((share, index) => Math.floor(tooNarrow.has(index) ? (least[index] ?? 0) : ((width - taken) * share) / rest))
    const found = widths.findIndex((each, index) => !tooNarrow.has(index) && each < (least[index] ?? 0))
    if (found < 0) break
    tooNarrow.add(found)
  }
  const left = width - widths.reduce((sum, each) => sum + each, 0)
  return widths.map((each, index) => (index === widths.length - 1 ? each + left : each))
}

const longestWord = (words: string): number =>
  words.split(/[\s/-]+/u).reduce((longest, word) => Math.max(longest, Array.from(word).length), 0)
