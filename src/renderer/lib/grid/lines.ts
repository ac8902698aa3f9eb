/** A table as lines: rows by their ids, and where it is grouped a line above each group, which folds what is beneath it. Pure. */

/** A group of a table that is grouped: its value, its name where that is another, and how many rows it has. */
export interface LineGroup {
  value: string
  label: string | null
  count: number
}

export type Line = { kind: 'row'; id: number } | { kind: 'group'; group: LineGroup; isOpen: boolean }

export interface Lines {
  count: number
  /** Undefined outside the table. */
  at(index: number): Line | undefined
  /** Index of the line of a row; -1 where it is not shown. */
  indexOf(id: number): number
  /** Rows from one line to another, both included, in either order. */
  between(one: number, other: number): number[]
  /** Place among the ids of what stands in a line; of a group, of its first. */
  placeOf(index: number): number
  /** Index of the line of the group that a line belongs to; -1 where there are no groups. */
  groupOf(index: number): number
}

export function linesOf(ids: readonly number[], groups: readonly LineGroup[] | null, folded: ReadonlySet<string>): Lines {
  if (groups === null) {
    return {
      count: ids.length,
      at: (index) => {
        const id = ids[index]
        return id === undefined ? undefined : { kind: 'row', id }
      },
      indexOf: (id) => ids.indexOf(id),
      between: (one, other) => ids.slice(Math.min(one, other), Math.max(one, other) + 1),
      placeOf: (index) => index,
      groupOf: () => -1,
    }
  }
  // Where each group begins, among the lines and among the ids.
  let line = 0
  let place = 0
  const parts = groups.map((group) => {
    const part = { group, line, place, isOpen: !folded.has(group.value) }
    line += 1 + (part.isOpen ? group.count : 0)
    place += group.count
    return part
  })
  const partAt = (index: number): (typeof parts)[number] | undefined => {
    let low = 0
    let high = parts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((parts[middle]?.line ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return index >= 0 && index < line ? parts[low] : undefined
  }
  const at = (index: number): Line | undefined => {
    const part = partAt(index)
    if (!part) return undefined
    if (part.line === index) return { kind: 'group', group: part.group, isOpen: part.isOpen }
    const id = ids[part.place + index - part.line - 1]
    return id === undefined ? undefined : { kind: 'row', id }
  }
  return {
    count: line,
    at,
    indexOf(id) {
      const found = ids.indexOf(id)
      const part = parts.find((each) => found >= each.place && found < each.place + each.group.count)
      return found < 0 || !part?.isOpen ? -1 : part.line + 1 + found - part.place
    },
    between(one, other) {
      const found: number[] = []
      for (let index = Math.min(one, other); index <= Math.max(one, other); index++) {
        const entry = at(index)
        if (entry?.kind === 'row') found.push(entry.id)
      }
      return found
    },
    placeOf(index) {
      const part = partAt(index)
      return part ? part.place + Math.max(index - part.line - 1, 0) : 0
    },
    groupOf: (index) => partAt(index)?.line ?? -1,
  }
}
