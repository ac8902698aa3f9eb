/**
 * Positions of REFI-QDA as offsets. The standard counts code points; programs count UTF-16 units or take a line end of two characters for
 * one. Each counting is a way from a written position to an offset in the source; where a selection carries its words, they decide.
 */
import { countBelow } from '../../../shared/text/ascending.ts'
import { isCharBoundary, codePointOffsets } from '../../../shared/text/offsets.ts'

export type Counting = 'utf16' | 'code-points' | 'code-points-lf' | 'utf16-lf'

/** A written position as a UTF-16 offset into the source without its mark; null where it is none. */
export type ToSource = (position: number) => number | null

/** The counting of a program, by what it calls itself. */
export function countingOf(origin: string): Counting {
  if (/nvivo/i.test(origin)) return 'utf16'
  return /atlas/i.test(origin) ? 'code-points-lf' : 'code-points'
}

/** The countings that differ for this source, the program's own first. `source` begins behind its byte order mark. */
export function countings(source: string, own: Counting): { counting: Counting; toSource: ToSource }[] {
  const hasPairs = /[\ud800-\udbff]/.test(source)
  const hasDouble = source.includes('\r\n')
  const all: Counting[] = [own, 'utf16', 'code-points', 'code-points-lf', 'utf16-lf']
  // Where there is nothing that they count differently, one stands for all.
  const isSame = (one: Counting, other: Counting): boolean =>
    (!hasPairs || unitOf(one) === unitOf(other)) && (!hasDouble || one.endsWith('-lf') === other.endsWith('-lf'))
  const different = all.filter((counting, at) => !all.slice(0, at).some((earlier) => isSame(earlier, counting)))
  return different.map((counting) => ({ counting, toSource: toSourceOf(source, counting) }))
}

const unitOf = (counting: Counting): string => counting.replace('-lf', '')

function toSourceOf(source: string, counting: Counting): ToSource {
  const isLf = counting.endsWith('-lf')
  const counted = isLf ? source.replaceAll('\r\n', '\n') : source
  const points = unitOf(counting) === 'code-points' ? codePointOffsets(counted) : null
  const lineEnds = isLf ? doubleLineEnds(source) : null
  return (position) => {
    if (!Number.isSafeInteger(position) || position < 0 || position > (points?.length ?? counted.length)) return null
    const unit = points ? points.toUtf16(position) : position
    const offset = lineEnds ? unit + countBelow(lineEnds, unit) : unit
    return isCharBoundary(source, offset) ? offset : null
  }
}

/** Where each line end of two characters stands in the source with line ends of one. */
function doubleLineEnds(source: string): Int32Array {
  const found: number[] = []
  for (let at = source.indexOf('\r\n'); at >= 0; at = source.indexOf('\r\n', at + 2)) found.push(at - found.length)
  return Int32Array.from(found)
}

/** Whether the words that a selection carries are those it selects: the same, or their beginning where they were cut. White space aside. */
export function holdsWords(carried: string, selected: string): boolean {
  const words = plain(carried).replace(/(?:…|\.\.\.)$/, '')
  return words.length >= SHORTEST && plain(selected).startsWith(words)
}

/** Carried words shorter than this may be there by chance. */
const SHORTEST = 3
export const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
