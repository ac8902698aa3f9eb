/**
 * What the map beside the scroll bar shows: the text cut into rows of equal length, and for each row which tags are there and how
 * often. Thousands of annotations become a few hundred rows, so drawing does not depend on how many there are. Offsets are UTF-16.
 */
import type { Span } from '../../../shared/text/span.ts'

export interface MapMark extends Span {
  /** What is counted together, in the order in which they stand beside each other. */
  group: number
}

export interface MapRow {
  /** Marks that touch the row, by group, least group first. */
  groups: { group: number; count: number }[]
  hits: number
}

/** The row of an offset; -1 where there are no rows. */
export const rowOf = (offset: number, length: number, rows: number): number =>
  Math.min(rows - 1, Math.max(0, Math.floor((offset * rows) / Math.max(1, length))))

/** Rows of a text of `length` units. A mark is in every row that it touches; a hit in the row where it begins. */
export function mapRows(marks: readonly MapMark[], hits: readonly Span[], length: number, rows: number): MapRow[] {
  if (rows === 0) return []
  const counts = Array.from({ length: rows }, () => new Map<number, number>())
  const found = new Uint32Array(rows)
  for (const { start, end, group } of marks) {
    const last = rowOf(Math.max(start, end - 1), length, rows)
    for (let row = rowOf(start, length, rows); row <= last; row++) {
      const here = counts[row]!
      here.set(group, (here.get(group) ?? 0) + 1)
    }
  }
  for (const { start } of hits) found[rowOf(start, length, rows)]!++
  return counts.map((groups, row) => ({
    groups: [...groups].map(([group, count]) => ({ group, count })).toSorted((a, b) => a.group - b.group),
    hits: found[row]!,
  }))
}

/** Marks and hits that touch the stretch [from, to) of the text, for saying what is there. */
export function mapStretch(
  marks: readonly MapMark[],
  hits: readonly Span[],
  from: number,
  to: number,
): { groups: Map<number, number>; hits: number } {
  const groups = new Map<number, number>()
  for (const { start, end, group } of marks) if (start < to && end > from) groups.set(group, (groups.get(group) ?? 0) + 1)
  return { groups, hits: hits.filter(({ start }) => start >= from && start < to).length }
}
