/**
 * Where the labels of one paragraph stand in its margin. Paragraphs are laid out each for itself, so scrolling never moves a
 * label. A label stands beside the first line of its mark; where several begin close together they are pushed down, and up
 * again at the end of the paragraph, so that none lies on another and none leaves its paragraph. Where there is no room for
 * that, those of a line stand side by side as names. Where there is none for that either (or no width), labels shrink to letters,
 * side by side at their line; what is left over goes behind one "+3" button.
 */

export interface Anchor {
  id: number
  /** Middle of the first line of the mark, in px from the top of the paragraph. */
  y: number
}

export interface LabelRow {
  /** Upper edge, in px from the top of the paragraph. */
  y: number
  ids: number[]
  /** Ids behind the button at the end of the row. */
  hidden: number[]
  /** Letters only. */
  compact: boolean
}

export interface LabelSpace {
  /** Height of the paragraph and of the gap behind it, px. */
  height: number
  /** Height of a row, px. */
  pitch: number
  /** Letters that fit beside each other; at least 1. */
  lettersPerRow: number
  /** True if there is width for whole labels. */
  wide: boolean
  /** Width of a row, px. */
  width: number
  /** Width of the label of a mark with its name, px. */
  nameWidth: (id: number) => number
  /** An id that must not be hidden, such as the selected one. */
  keep: number | null
}

/** Lays out the labels of a paragraph; `anchors` are in the order of the text. */
export function layoutLabels(anchors: readonly Anchor[], space: LabelSpace): LabelRow[] {
  const { height, pitch, wide } = space
  if (wide && anchors.length * pitch <= height) return spread(anchors, height, pitch)
  const lines = bands(anchors, pitch)
  return (wide ? flow(lines, space) : null) ?? lines.map((band) => fit(band, space))
}

/** Names side by side: each line has as many rows as it needs. Null where they are too many for the height. */
function flow(lines: readonly Band[], space: LabelSpace): LabelRow[] | null {
  const rows = lines.flatMap((band) => wrap(band, space).map((ids): LabelRow => ({ y: band.y, ids, hidden: [], compact: false })))
  return rows.length * space.pitch <= space.height ? settle(rows, space) : null
}

/** Breaks a line into rows that hold names; one that is too wide for any has a row to itself. */
function wrap({ ids }: Band, { width, nameWidth }: LabelSpace): number[][] {
  const rows: number[][] = []
  let left = 0
  for (const id of ids) {
    const needed = nameWidth(id)
    const last = rows.at(-1)
    if (last !== undefined && needed <= left) last.push(id)
    else rows.push([id])
    left = (last !== undefined && needed <= left ? left : width) - needed
  }
  return rows
}

/** One label a row, each at its line. */
function spread(anchors: readonly Anchor[], height: number, pitch: number): LabelRow[] {
  return settle(
    anchors.map(({ id, y }) => ({ y: y - pitch / 2, ids: [id], hidden: [], compact: false })),
    { height, pitch },
  )
}

/** Moves rows down where they would lie on the one before, and the last ones up to stay within `height`. */
function settle(rows: LabelRow[], { height, pitch }: Pick<LabelSpace, 'height' | 'pitch'>): LabelRow[] {
  let least = 0
  for (const row of rows) {
    row.y = Math.max(least, row.y)
    least = row.y + pitch
  }
  let most = height - pitch
  for (const row of rows.toReversed()) {
    row.y = Math.min(row.y, most)
    most = row.y - pitch
  }
  return rows
}

interface Band {
  y: number
  ids: number[]
}

/** Anchors whose rows would overlap share one row. */
function bands(anchors: readonly Anchor[], pitch: number): Band[] {
  const found: Band[] = []
  for (const { id, y } of anchors) {
    const top = Math.max(0, y - pitch / 2)
    const last = found[found.length - 1]
    if (last !== undefined && top - last.y < pitch) last.ids.push(id)
    else found.push({ y: top, ids: [id] })
  }
  return found
}

/** Cuts a band to what fits in a row; the button for the rest takes one place. */
function fit(band: Band, space: LabelSpace): LabelRow {
  const { y, ids } = band
  const { lettersPerRow, keep, wide } = space
  if (wide && wrap(band, space).length === 1) return { y, ids, hidden: [], compact: false }
  if (ids.length <= lettersPerRow) return { y, ids, hidden: [], compact: true }
  const shown = ids.slice(0, Math.max(0, lettersPerRow - 1))
  const hidden = ids.slice(shown.length)
  const kept = keep === null ? -1 : hidden.indexOf(keep)
  if (kept >= 0 && shown.length > 0) {
    const [out] = shown.splice(-1, 1, hidden[kept]!)
    hidden[kept] = out!
  }
  return { y, ids: shown, hidden, compact: true }
}

/** Vertical extent of a bar, px, and the lane its mark has in the text. */
export interface Extent {
  top: number
  height: number
  lane: number
}

/**
 * Lanes of the bars of a paragraph: that of the text where it is free, else the first free one. Marks that do not overlap can
 * still share a line, and their bars must not hide each other. With all lanes taken the one of the text is shared.
 */
export function layoutBars(extents: readonly Extent[], lanes: number): number[] {
  const taken: { lane: number; bottom: number; top: number }[] = []
  return extents.map(({ top, height, lane }) => {
    const isFree = (candidate: number): boolean =>
      !taken.some((other) => other.lane === candidate && other.top < top + height && other.bottom > top)
    const choices = [lane, ...Array.from({ length: lanes }, (_, index) => index)]
    const found = choices.find(isFree) ?? lane
    taken.push({ lane: found, top, bottom: top + height })
    return found
  })
}
