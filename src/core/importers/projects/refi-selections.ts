/** Selections of a text source as passages: counted as their program counts, checked by their words where they carry them, never moved in silence. */
import type { Span } from '../../../shared/text/span.ts'
import type { QdeSelection } from './qde-model.ts'
import { countings, holdsWords, plain, type Counting, type ToSource } from './refi-positions.ts'
import type { SourceText } from './source-text.ts'

export interface PlacedSelection extends Span {
  readonly selection: QdeSelection
  /** Its name is the words it selects. */
  readonly verified: boolean
}

export interface PlacedSelections {
  readonly placed: readonly PlacedSelection[]
  readonly counting: Counting
  /** Names of selections with positions that are none in this text; whose words are elsewhere; that fit their words only when counted another way. */
  readonly outside: readonly string[]
  readonly unverified: readonly string[]
  readonly otherwise: readonly string[]
}

/** `source` is the text as its program counts it, without its byte order mark; `text` the same with its places in the canonical text. */
export function placeSelections(source: string, text: SourceText, selections: readonly QdeSelection[], own: Counting): PlacedSelections {
  const ways = countings(source, own)
  const fits = (way: { toSource: ToSource }, selection: QdeSelection): boolean => {
    const span = spanOf(selection, way.toSource)
    return span !== null && holdsWords(selection.name, source.slice(span.start, span.end))
  }
  // What most of the words say goes before what the program is known for.
  const named = selections.filter(({ name }) => plain(name) !== '')
  const votes = ways.map((way) => named.filter((selection) => fits(way, selection)).length)
  const most = Math.max(...votes, 0)
  const chosen = (votes[0] ?? 0) === most ? ways[0] : ways[votes.indexOf(most)]
  const order = chosen ? [chosen, ...ways.filter((way) => way !== chosen)] : ways
  const words = named.length > 0 ? plain(source) : ''
  const result = { placed: [] as PlacedSelection[], outside: [] as string[], unverified: [] as string[], otherwise: [] as string[] }
  for (const selection of selections) {
    const verified = order.find((way) => fits(way, selection))
    const span = spanOf(selection, (verified ?? order[0])?.toSource ?? (() => null))
    if (span === null) {
      result.outside.push(selection.name)
      continue
    }
    if (verified && verified !== order[0]) result.otherwise.push(selection.name)
    // It carries words of this text, and they are not those at its place.
    if (!verified && plain(selection.name).length >= LONG && words.includes(plain(selection.name))) result.unverified.push(selection.name)
    result.placed.push({ selection, start: text.toText(span.start), end: text.toText(span.end), verified: verified !== undefined })
  }
  return { ...result, counting: chosen?.counting ?? own }
}

/** Names at least this long that occur in the text are taken for words of it. */
const LONG = 12

function spanOf({ start, end }: QdeSelection, toSource: ToSource): Span | null {
  const [from, to] = [start, end].map((written) => (/^\s*\d{1,15}\s*$/.test(written) ? toSource(Number(written)) : null))
  return from === null || from === undefined || to === null || to === undefined || from >= to ? null : { start: from, end: to }
}
