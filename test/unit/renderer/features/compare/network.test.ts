/** The network on the screen: which links are shown and drawn, that the same network gives the same picture, and what a picture says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInertSvg } from '../../../../../src/core/exporters/inert-svg.ts'
import { drawingOf, type DrawingParts } from '../../../../../src/renderer/features/compare/network-drawing.ts'
import { fitted, layoutOf, offScreen, onScreen, stretched, zoomedAt } from '../../../../../src/renderer/features/compare/network-layout.ts'
import {
  drawnOf,
  linksOf,
  MOST_DRAWN_LINKS,
  MOST_DRAWN_PARTIES,
  pairKey,
} from '../../../../../src/renderer/features/compare/network-model.ts'
import { networkPicture } from '../../../../../src/renderer/features/compare/network-picture.ts'
import { networkTable } from '../../../../../src/renderer/features/compare/network-table.ts'
import { inSight } from '../../../../../src/renderer/features/compare/use-windowed.ts'
import type { PictureColours } from '../../../../../src/renderer/features/compare/matrix-colours.ts'
import type { Network } from '../../../../../src/shared/domain/network.ts'

/** Any network: some parties, some of all pairs linked. */
const networkArbitrary = (most: number): fc.Arbitrary<Network> =>
  fc.integer({ min: 1, max: most }).chain((count) =>
    fc
      .record({
        statements: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: count, maxLength: count }),
        links: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 })), {
          maxLength: 4 * count,
        }),
      })
      .map(({ statements, links }) => {
        const edges = new Map(
          links.flatMap(([one, other, agreed, opposed, by]) => {
            const [a, b] = [Math.min(one, other) + 1, Math.max(one, other) + 1]
            if (a === b || agreed + opposed === 0) return []
            return [[pairKey(a, b), { a, b, agreed, opposed, congruence: agreed / by, conflict: opposed / by }] as const]
          }),
        )
        return {
          nodes: statements.map((said, index) => ({ partyId: index + 1, statements: said, supports: said, opposes: 0, positions: said })),
          edges: [...edges.values()],
          left: 0,
          beyond: 0,
        }
      }),
  )

const partsOf = (network: Network, size = { width: 640, height: 420 }): DrawingParts => {
  const drawn = drawnOf(network.nodes, linksOf(network, {}))
  const places = stretched(
    layoutOf(
      drawn.nodes.map(({ partyId }) => partyId),
      network.edges,
    ),
    size,
  )
  return {
    drawn,
    places,
    zoom: fitted(places.values(), size),
    size,
    nameOf: (id) => `Party <${id}> & “friends” ]]>`,
    isMediator: (id) => id % 5 === 0,
    numberOf: String,
    measure: (text, points) => text.length * points * 0.6,
  }
}

describe('links', () => {
  test('are those over enough issues of the kinds asked for, the strongest first', () => {
    fc.assert(
      fc.property(
        networkArbitrary(12),
        fc.constantFrom(undefined, 'agreement' as const, 'conflict' as const),
        fc.integer({ min: 1, max: 6 }),
        (network, show, least) => {
          const links = linksOf(network, { show, least })
          for (const [index, link] of links.entries()) expect(link.value).toBeLessThanOrEqual(links[index - 1]?.value ?? Infinity)
          const found = new Map(links.map((link) => [link.key, link]))
          expect(found.size).toBe(links.length)
          for (const { a, b, agreed, opposed, congruence, conflict } of network.edges)
            for (const [kind, issues, value] of [
              ['agreement', agreed, congruence],
              ['conflict', opposed, conflict],
            ] as const) {
              const isShown = issues >= least && (show === undefined || show === kind)
              const link = found.get(`${pairKey(a, b)} ${kind}`)
              expect(link && [link.issues, link.value]).toEqual(isShown ? [issues, value] : undefined)
            }
        },
      ),
    )
  })

  test('too much to draw: the strongest links and whom they join, never more than there is room for', () => {
    fc.assert(
      fc.property(networkArbitrary(140), (network) => {
        const links = linksOf(network, {})
        const drawn = drawnOf(network.nodes, links)
        expect(drawn.nodes.length).toBeLessThanOrEqual(MOST_DRAWN_PARTIES)
        expect(drawn.links.length).toBeLessThanOrEqual(MOST_DRAWN_LINKS)
        const there = new Set(drawn.nodes.map(({ partyId }) => partyId))
        for (const { a, b } of drawn.links) expect(there.has(a) && there.has(b)).toBe(true)
        expect(drawn.isPart).toBe(network.nodes.length > MOST_DRAWN_PARTIES || links.length > MOST_DRAWN_LINKS)
        if (!drawn.isPart) expect([drawn.nodes, drawn.links]).toEqual([network.nodes, links])
        else expect(drawn.links[0]).toEqual(links[0])
      }),
      { numRuns: 40 },
    )
  })
})

describe('places', () => {
  test('the same network stands at the same places, all within the sheet', () => {
    fc.assert(
      fc.property(
        networkArbitrary(40),
        fc.integer({ min: 320, max: 1600 }),
        fc.integer({ min: 260, max: 900 }),
        (network, width, height) => {
          const one = partsOf(network, { width, height })
          const other = partsOf(structuredClone(network), { width, height })
          expect(one.places).toEqual(other.places)
          for (const at of one.places.values()) {
            const { x, y } = onScreen(at, one.zoom)
            expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  test('who agrees stands nearer than who is in conflict', () => {
    const edge = (a: number, b: number, agreed: number, opposed: number) => ({
      a,
      b,
      agreed,
      opposed,
      congruence: agreed,
      conflict: opposed,
    })
    const places = layoutOf([1, 2, 3], [edge(1, 2, 5, 0), edge(1, 3, 0, 5), edge(2, 3, 0, 5)])
    const far = (a: number, b: number): number => {
      const [one, other] = [places.get(a), places.get(b)]
      return Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))
    }
    expect(far(1, 2)).toBeLessThan(far(1, 3))
    expect(far(1, 2)).toBeLessThan(far(2, 3))
  })

  test('what is under the pointer stays there as one zooms, and the way to the screen leads back', () => {
    const coordinate = fc.double({ min: -900, max: 900, noNaN: true })
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, fc.double({ min: 0.5, max: 2, noNaN: true }), (x, y, px, py, factor) => {
        const before = { k: 1, x, y }
        const after = zoomedAt(before, { x: px, y: py }, factor)
        const held = offScreen({ x: px, y: py }, before)
        expect(onScreen(held, after).x).toBeCloseTo(px, 6)
        expect(onScreen(held, after).y).toBeCloseTo(py, 6)
      }),
    )
  })
})

test('in a crowd no name that is always there covers a circle, another name or leaves the sheet', () => {
  fc.assert(
    fc.property(networkArbitrary(50), (network) => {
      const parts = partsOf(network, { width: 900, height: 600 })
      const { parties } = drawingOf(parts)
      if (parties.length <= 12) return
      const boxes = parties.flatMap(({ id, name }) =>
        name.isFree ? [{ id, left: name.x, right: name.x + parts.measure(name.text, 12, true), top: name.y - 12, bottom: name.y + 4 }] : [],
      )
      for (const box of boxes) {
        expect(box.left >= 0 && box.right <= 900 && box.top >= 0 && box.bottom <= 600).toBe(true)
        for (const other of boxes)
          if (other !== box)
            expect(box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom).toBe(false)
        for (const { x, y, r } of parties)
          expect(x + r > box.left && x - r < box.right && y + r > box.top && y - r < box.bottom).toBe(false)
      }
    }),
    { numRuns: 40 },
  )
})

const colours: PictureColours = {
  of: {
    surface: 'rgb(251, 250, 247)',
    'surface-sunken': 'white',
    text: 'black',
    'text-muted': 'gray',
    line: 'gray',
    'line-soft': 'silver',
    'line-strong': 'gray',
    warning: 'brown',
    'accent-ink': 'navy',
  },
  stance: {
    supports: { strong: 'rgb(1, 2, 200)', soft: 'white' },
    opposes: { strong: 'rgb(200, 60, 0)', soft: 'white' },
    conditional: { strong: 'gray', soft: 'white' },
    neutral: { strong: 'gray', soft: 'white' },
    declined: { strong: 'gray', soft: 'none' },
  },
}

test('the picture does nothing but be looked at, has a line for every link, and bears literal colours', () => {
  fc.assert(
    fc.property(networkArbitrary(20), fc.string({ unit: 'binary', maxLength: 30 }), (network, said) => {
      const parts = { ...partsOf(network), nameOf: (id: number) => `${said}<script>${id}` }
      const drawing = drawingOf(parts)
      const svg = networkPicture({
        drawing,
        size: parts.size,
        colours,
        font: 'sans-serif',
        legend: { agreement: 'Agreement', conflict: 'Conflict', size: 'Size' },
        kinds: ['agreement', 'conflict'],
        description: said,
      })
      expect(isInertSvg(svg)).toBe(true)
      expect(svg.match(/<line /g)).toHaveLength(drawing.links.length + 2)
      expect(svg).not.toMatch(/var\(|light-dark|currentColor/)
    }),
    { numRuns: 60 },
  )
})

test('the table has a line for every pair that is linked, the strongest agreement first', () => {
  const network = {
    edges: [
      { a: 1, b: 2, agreed: 0, opposed: 2, congruence: 0, conflict: 0.5 },
      { a: 1, b: 3, agreed: 3, opposed: 1, congruence: 0.75, conflict: 0.25 },
    ],
  }
  const words = { say: (id: string) => id, party: (id: number) => `P${id}`, number: (value: number) => value.toFixed(2) }
  expect(networkTable(network, words).rows).toEqual([
    ['P1', 'P3', '0.75', '3', '0.25', '1'],
    ['P1', 'P2', '0.00', '0', '0.50', '2'],
  ])
})

test('what is in sight is drawn, and where one is, wherever that is', () => {
  fc.assert(
    fc.property(
      fc.nat(40_000),
      fc.nat(2_000),
      fc.integer({ min: 20, max: 100 }),
      fc.integer({ min: 1, max: 500 }),
      fc.nat(499),
      (from, room, size, count, at) => {
        const keep = at % count
        const shown = inSight({ from, room, size, count, keep })
        expect(shown).toContain(keep)
        expect(shown).toEqual([...new Set(shown)].toSorted((a, b) => a - b))
        for (let index = 0; index < count; index++)
          if ((index + 1) * size > from && index * size < from + room) expect(shown).toContain(index)
        expect(shown.length).toBeLessThanOrEqual(Math.ceil(room / size) + 10)
      },
    ),
  )
})
