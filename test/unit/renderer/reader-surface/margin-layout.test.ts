/** Labels and bars of one paragraph: nothing lies on anything, nothing is lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutBars, layoutLabels, type Anchor } from '../../../../src/renderer/lib/reader-surface/margin-layout.ts'

const PITCH = 22
/** Names of different widths. */
const nameWidth = (id: number): number => 60 + (id % 5) * 15
const LINE = 30

/** Anchors on lines of a paragraph, in the order of the text. */
const anchorsOn = (lines: number): fc.Arbitrary<Anchor[]> =>
  fc
    .array(fc.nat(lines - 1), { maxLength: 60 })
    .map((chosen) => chosen.sort((a, b) => a - b).map((line, index) => ({ id: index + 1, y: line * LINE + LINE / 2 })))

const paragraph = fc.integer({ min: 1, max: 12 }).chain((lines) =>
  fc.record({
    anchors: anchorsOn(lines),
    height: fc.constant(lines * LINE + 15),
    lettersPerRow: fc.integer({ min: 1, max: 7 }),
    wide: fc.boolean(),
    width: fc.integer({ min: 84, max: 400 }),
    keep: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
  }),
)

describe('labels of a paragraph', () => {
  it('have rows that never overlap, and hold every mark once', () => {
    fc.assert(
      fc.property(paragraph, ({ anchors, ...space }) => {
        const rows = layoutLabels(anchors, { ...space, nameWidth, pitch: PITCH })
        for (const [index, row] of rows.entries()) {
          if (index > 0) expect(row.y - rows[index - 1]!.y).toBeGreaterThanOrEqual(PITCH - 1e-9)
          if (row.compact) expect(row.ids.length + (row.hidden.length > 0 ? 1 : 0)).toBeLessThanOrEqual(Math.max(1, space.lettersPerRow))
          else if (row.ids.length > 1) expect(row.ids.reduce((sum, id) => sum + nameWidth(id), 0)).toBeLessThanOrEqual(space.width)
          if (!space.wide) expect(row.compact).toBe(true)
        }
        const all = rows.flatMap(({ ids, hidden }) => [...ids, ...hidden])
        expect(all.toSorted((a, b) => a - b)).toEqual(anchors.map(({ id }) => id))
      }),
    )
  })

  it('stay within their paragraph when whole', () => {
    fc.assert(
      fc.property(paragraph, ({ anchors, ...space }) => {
        fc.pre(space.wide && anchors.length > 0 && anchors.length * PITCH <= space.height)
        const rows = layoutLabels(anchors, { ...space, nameWidth, pitch: PITCH })
        expect(rows[0]!.y).toBeGreaterThanOrEqual(0)
        expect(rows[rows.length - 1]!.y + PITCH).toBeLessThanOrEqual(space.height + 1e-9)
        expect(rows.every(({ compact }) => !compact)).toBe(true)
      }),
    )
  })

  it('stand beside their line where there is room', () => {
    const anchors = [15, 75, 135].map((y, index) => ({ id: index, y }))
    const rows = layoutLabels(anchors, { height: 165, pitch: PITCH, lettersPerRow: 5, wide: true, width: 120, nameWidth, keep: null })
    expect(rows.map(({ y }) => y + PITCH / 2)).toEqual([15, 75, 135])
  })

  it('are pushed down by those above, and up at the end', () => {
    const anchors = [
      { id: 1, y: 75 },
      { id: 2, y: 75 },
      { id: 3, y: 105 },
    ]
    const rows = layoutLabels(anchors, { height: 120, pitch: PITCH, lettersPerRow: 5, wide: true, width: 120, nameWidth, keep: null })
    expect(rows.map(({ y }) => y)).toEqual([54, 76, 98])
  })

  it('stand side by side as names where a line has more of them than rows', () => {
    const anchors = [1, 2, 3, 4].map((id) => ({ id, y: 15 }))
    const space = { pitch: PITCH, lettersPerRow: 5, wide: true, nameWidth: () => 90, keep: null }
    expect(layoutLabels(anchors, { ...space, height: 45, width: 200 })).toMatchObject([
      { ids: [1, 2], compact: false },
      { ids: [3, 4], compact: false },
    ])
    expect(layoutLabels(anchors, { ...space, height: 30, width: 200 })).toMatchObject([{ ids: [1, 2, 3, 4], compact: true }])
  })

  it('never hide the one that must be kept', () => {
    fc.assert(
      fc.property(paragraph, ({ anchors, ...space }) => {
        fc.pre(space.keep !== null && space.lettersPerRow > 1 && anchors.some(({ id }) => id === space.keep))
        const rows = layoutLabels(anchors, { ...space, nameWidth, pitch: PITCH })
        expect(rows.some(({ ids }) => ids.includes(space.keep!))).toBe(true)
      }),
    )
  })
})

describe('bars of a paragraph', () => {
  const extent = fc.record({ top: fc.nat(300), height: fc.integer({ min: 1, max: 200 }), lane: fc.nat(3) })

  it('share a lane only where all lanes are taken', () => {
    fc.assert(
      fc.property(fc.array(extent, { maxLength: 30 }), (extents) => {
        const lanes = layoutBars(extents, 4)
        for (const [index, bar] of extents.entries()) {
          const touching = extents
            .map((other, at) => ({ ...other, drawn: lanes[at]! }))
            .slice(0, index)
            .filter((other) => other.top < bar.top + bar.height && other.top + other.height > bar.top)
          if (touching.some(({ drawn }) => drawn === lanes[index])) expect(new Set(touching.map(({ drawn }) => drawn)).size).toBe(4)
        }
      }),
    )
  })

  it('keep the lane of the text where it is free', () => {
    expect(layoutBars([{ top: 0, height: 10, lane: 2 }], 4)).toEqual([2])
    expect(
      layoutBars(
        [
          { top: 0, height: 60, lane: 0 },
          { top: 30, height: 60, lane: 0 },
        ],
        4,
      ),
    ).toEqual([0, 1])
  })
})
