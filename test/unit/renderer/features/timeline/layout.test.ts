/** Where marks, bars, events and ticks stand: true days, nothing on top of another, nothing lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitted, kept, lengthOf, moved, scaleOf, ticksOf, withDays, zoomed } from '../../../../../src/renderer/features/timeline/axis.ts'
import { CELL, layoutLane, MOST_ROWS } from '../../../../../src/renderer/features/timeline/layout.ts'
import { densityOf } from '../../../../../src/renderer/features/timeline/density.ts'
import { placeTitles } from '../../../../../src/renderer/features/timeline/thread-lines.tsx'
import { inSpan, layoutChart, neighbour, placesIn } from '../../../../../src/renderer/features/timeline/layout-chart.ts'
import { layoutEvents } from '../../../../../src/renderer/features/timeline/layout-events.ts'
import { marksInBar } from '../../../../../src/renderer/features/timeline/layout-spans.ts'
import type { LibraryEvent } from '../../../../../src/shared/domain/event.ts'
import { dayRange, dayToIso } from '../../../../../src/shared/domain/partial-date.ts'
import type { Mark } from '../../../../../src/shared/domain/timeline.ts'

const day = (iso: string): number => dayRange(iso).first
const mark = (id: number, date: string, more: Partial<Mark> = {}): Mark => ({
  id,
  lane: 0,
  ...dayRange(date),
  precision: date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day',
  dateFrom: 'statement',
  tagId: 1,
  issueIds: [],
  stance: null,
  intensity: null,
  important: false,
  threadIds: [],
  ...more,
})

const laneArbitrary = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 60 }) }, { weight: 1, arbitrary: fc.integer({ min: -14, max: -1 }) }), {
    maxLength: 90,
  })
  .map((picks) =>
    picks
      .map((pick, index) =>
        pick < -12
          ? mark(index + 1, '2025')
          : pick < 0
            ? mark(index + 1, `2025-${String(-pick).padStart(2, '0')}`)
            : mark(index + 1, dayToIso(day('2025-10-01') + pick)),
      )
      .toSorted((a, b) => a.first - b.first),
  )
const zooms = fc.constantFrom(0.2, 3, 12, 21, 22, 40, 44, 60, 150, 400)

describe('a lane', () => {
  test('shows every mark once, on its own day, and none touches another', () => {
    fc.assert(
      fc.property(laneArbitrary, zooms, (marks, perDay) => {
        const lane = layoutLane(marks, perDay)
        const seen = [
          ...lane.placed.map((one) => one.mark),
          ...lane.counted.flatMap((one) => one.marks),
          ...lane.bars.flatMap((one) => one.marks),
        ]
        expect(seen.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(marks.map(({ id }) => id).toSorted((a, b) => a - b))
        for (const { mark: one, x } of lane.placed) {
          if (perDay < 2 * CELL) expect(x).toBeCloseTo((one.first + 0.5) * perDay)
          else expect(Math.abs(x - (one.first + 0.5) * perDay)).toBeLessThanOrEqual((perDay - CELL) / 2 + 1e-6)
        }
        for (const [index, a] of lane.placed.entries())
          for (const b of lane.placed.slice(index + 1))
            expect(Math.abs(a.x - b.x) > CELL - 1e-6 || Math.abs(a.row - b.row) >= 1 - 1e-6, `${a.mark.id} and ${b.mark.id}`).toBe(true)
        for (const { row } of lane.placed) {
          expect(Math.abs(row)).toBeLessThanOrEqual((MOST_ROWS - 1) / 2)
          expect(lane.middle + (row - 0.5) * CELL).toBeGreaterThanOrEqual(0)
          expect(lane.middle + (row + 0.5) * CELL).toBeLessThanOrEqual(lane.height)
        }
      }),
    )
  })

  test('months and years are bars over all their days, each span one bar, in rows that do not touch', () => {
    fc.assert(
      fc.property(laneArbitrary, zooms, (marks, perDay) => {
        const { bars } = layoutLane(marks, perDay)
        expect(bars.flatMap((bar) => bar.marks.map((one) => [one.first, one.last, one.precision]))).toEqual(
          bars.flatMap((bar) => bar.marks.map(() => [bar.first, bar.last, bar.precision])),
        )
        expect(new Set(bars.map(({ first, last }) => `${first} ${last}`)).size).toBe(bars.length)
        for (const [index, a] of bars.entries())
          for (const b of bars.slice(index + 1)) expect(a.row !== b.row || a.last < b.first || b.last < a.first).toBe(true)
      }),
    )
    const { bars } = layoutLane([mark(1, '2025-11'), mark(2, '2025'), mark(3, '2025-11')], 10)
    expect(bars).toMatchObject([
      { precision: 'year', first: day('2025-01-01'), last: day('2025-12-31'), row: 0 },
      { precision: 'month', first: day('2025-11-01'), last: day('2025-11-30'), row: 1, marks: [{ id: 1 }, { id: 3 }] },
    ])
  })

  test('thirty statements of one day are stacked to the limit, and the rest are counted beneath', () => {
    const marks = Array.from({ length: 30 }, (_, index) => mark(index + 1, '2025-10-29'))
    const narrow = layoutLane(marks, 10)
    expect([narrow.placed.length, narrow.counted.map((one) => one.marks.length)]).toEqual([MOST_ROWS, [30 - MOST_ROWS]])
    expect(layoutLane(marks, 150)).toMatchObject({ counted: [] })
  })

  test('the marks of a bar stand within it, and what finds no room is counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 900 }), (count, width) => {
        const { xs, rest, restAt } = marksInBar(count, 100, 100 + width)
        expect(xs.length + rest).toBe(count)
        expect(xs.length).toBeGreaterThan(0)
        if (width >= 3 * CELL) for (const x of rest > 0 ? [...xs, restAt] : xs) expect(x >= 100 && x <= 100 + width).toBe(true)
      }),
    )
  })
})

describe('all lanes', () => {
  const marks = [mark(1, '2025-10-01'), mark(2, '2025-10-05', { lane: 2 }), mark(3, '2025-10-09'), mark(4, '2025-10-20', { lane: 2 })]
  const lanes = [1, 2, 3].map((partyId) => ({ partyId, group: 'principal' as const, statements: 2, undated: partyId === 2 ? 2 : 0 }))
  const chart = layoutChart({ lanes, marks, bins: null }, 10)

  test('keys walk in order of time along a lane, and to the nearest in time in the lane above or beneath', () => {
    const go = (id: number | null, way: Parameters<typeof neighbour>[2]) =>
      neighbour(
        chart,
        marks.find((one) => one.id === id),
        way,
      )?.id
    expect([go(null, 'next'), go(1, 'next'), go(3, 'next'), go(3, 'previous'), go(1, 'previous')]).toEqual([1, 3, undefined, 1, undefined])
    expect([go(1, 'down'), go(3, 'down'), go(4, 'up'), go(1, 'up'), go(1, 'last'), go(4, 'first')]).toEqual([2, 2, 3, undefined, 3, 2])
  })

  test('every mark has a place in its lane, those of a month in the part of their bar that is seen', () => {
    const month = [...marks, mark(5, '2025-11')]
    const span = { start: day('2025-11-20'), end: day('2025-12-10') }
    const place = placesIn(layoutChart({ lanes, marks: month, bins: null }, 10), span, 200)(5)
    expect(place?.x).toBeCloseTo((11 * 10) / 2)
    for (const one of marks) {
      const lane = chart.lanes[one.lane]
      const place = placesIn(chart, { start: 0, end: 1 }, 10)(one.id)
      expect(place?.x).toBeCloseTo((one.first + 0.5) * 10)
      expect(place?.y).toBeGreaterThanOrEqual(lane?.top ?? NaN)
      expect(place?.y).toBeLessThanOrEqual((lane?.top ?? NaN) + (lane?.height ?? NaN))
    }
    expect(inSpan(marks, ({ first }) => first, { start: day('2025-10-05'), end: day('2025-10-20') }).map(({ id }) => id)).toEqual([2, 3])
  })
})

describe('the axis', () => {
  const spans = fc
    .tuple(fc.integer({ min: -5_000, max: 40_000 }), fc.integer({ min: 1, max: 30_000 }))
    .map(([start, days]) => ({ start, end: start + days }))

  test('ticks reach over the window without a gap, minor ones with room for their words', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 200, max: 2_400 }), (span, width) => {
        for (const tier of Object.values(ticksOf(span, width))) {
          expect(tier[0]?.from).toBeLessThanOrEqual(span.start)
          expect(tier.at(-1)?.to).toBeGreaterThanOrEqual(span.end)
          for (const [index, tick] of tier.slice(1).entries()) expect(tick.from).toBe(tier[index]?.to)
        }
        const { minor } = ticksOf(span, width)
        for (const { from, to, unit } of minor)
          if (unit !== 'century') expect(scaleOf(span, width)(to) - scaleOf(span, width)(from)).toBeGreaterThan(16)
      }),
    )
    const month = ticksOf({ start: day('2025-10-11'), end: day('2025-11-08') }, 900)
    expect(month.minor.map(({ unit }) => unit)).toEqual(Array.from({ length: 28 }, () => 'day'))
    expect(month).toMatchObject({
      major: [{ unit: 'month', from: day('2025-10-01') }, { to: day('2025-12-01') }],
    })
    expect(ticksOf({ start: day('1990-03-01'), end: day('2020-01-01') }, 900).major[0]).toMatchObject({
      from: day('1900-01-01'),
      unit: 'century',
    })
  })

  test('zooming keeps the day at the pointer where it is, and moving back gives the same window', () => {
    fc.assert(
      fc.property(
        spans,
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, factor, share) => {
          const span = { start: whole.start + lengthOf(whole) * 0.25, end: whole.end - lengthOf(whole) * 0.25 }
          const at = span.start + share * lengthOf(span)
          const near = zoomed(span, factor, at, whole)
          expect(lengthOf(near)).toBeGreaterThanOrEqual(Math.min(2, lengthOf(span)))
          const wished = lengthOf(span) / factor
          const from = at - share * wished
          const isWithin = from >= whole.start && from + wished <= whole.end
          if (wished > 2 && isWithin) expect(scaleOf(near, 1)(at)).toBeCloseTo(share, 5)
          const days = lengthOf(span) / 4
          if (lengthOf(span) > 2) expect(moved(moved(span, days, whole), -days, whole).start).toBeCloseTo(span.start, 5)
        },
      ),
    )
  })

  test('the window stays by what there is to see', () => {
    const whole = fitted(day('2025-10-01'), day('2025-10-31'))
    const wide = kept({ start: -1e6, end: 1e6 }, whole)
    expect(lengthOf(wide)).toBeLessThan(lengthOf(whole) * 1.2)
    expect(wide.start <= whole.start && wide.end >= whole.end).toBe(true)
    const far = kept({ start: day('2030-01-01'), end: day('2030-01-11') }, whole)
    expect(far.end).toBeGreaterThanOrEqual(whole.end)
    expect(far.end).toBeLessThan(whole.end + 1)
    expect(lengthOf(far)).toBeCloseTo(10)
    const near = withDays({ start: day('2025-10-01'), end: day('2025-10-08') }, day('2025-10-20'), day('2025-10-20'), whole)
    expect(near.start <= day('2025-10-20') && near.end >= day('2025-10-21')).toBe(true)
    expect(lengthOf(near)).toBeCloseTo(7)
  })
})

test('titles of events stand in rows that do not touch, and stay in the window', () => {
  const event = (id: number, title: string, starts: string, ends: string | null = null): LibraryEvent => ({
    id,
    uid: `u${id}`,
    title,
    kind: 'round',
    starts,
    ends,
    place: '',
    note: '',
  })
  const events = [
    event(1, 'Doha round', '2025-10-18', '2025-10-19'),
    event(2, 'Agreed', '2025-10-19'),
    event(3, 'Ceasefire', '2025-10-19', '2025-11'),
    event(4, 'Last century', '1999'),
  ]
  const boxes = layoutEvents(events, { start: day('2025-10-10'), end: day('2025-11-10') }, 600)
  expect(boxes.map(({ event: { id } }) => id)).toEqual([1, 2, 3])
  for (const [index, a] of boxes.entries()) {
    expect([a.from, a.to]).toEqual([Math.min(a.x, a.nameAt), Math.max(a.x + a.width, a.nameAt + a.nameWidth)])
    expect(a.nameAt).toBeGreaterThanOrEqual(0)
    for (const b of boxes.slice(index + 1)) expect(a.row !== b.row || b.from >= a.to || a.from >= b.to).toBe(true)
  }
  // A bar is as wide as its days are, however long its name; the name stands after it.
  expect(boxes[1]?.width).toBeCloseTo(600 / 31, 3)
  expect(boxes[1]?.nameAt).toBeGreaterThanOrEqual((boxes[1]?.x ?? NaN) + (boxes[1]?.width ?? NaN))
  expect(boxes[2]?.last).toBe(day('2025-11-30'))
  expect(boxes[2]?.x).toBeCloseTo((9 / 31) * 600, 3)
  expect(boxes[2]?.width).toBeCloseTo((22 / 31) * 600, 3)
  // It lasted into November, nobody knows how far.
  expect(boxes[2]?.sure?.width).toBeCloseTo((14 / 31) * 600, 3)
  const wide = layoutEvents(
    [event(5, 'Some day', '2025-11'), event(6, 'At the end', '2025-11-09')],
    { start: day('2025-10-10'), end: day('2025-11-10') },
    600,
  )
  expect(wide[0]?.sure).toBeNull()
  expect((wide[1]?.nameAt ?? NaN) + (wide[1]?.nameWidth ?? NaN)).toBeLessThanOrEqual(wide[1]?.x ?? NaN)
})

test('what names only a month counts in all of its days, and nothing is counted twice', () => {
  const whole = { start: day('2025-10-01'), end: day('2025-12-01') }
  const columns = densityOf({ marks: [mark(1, '2025-10-13'), mark(2, '2025-11'), mark(3, '2025-11')], bins: null }, whole, 610)
  const of = (from: number, to: number): number =>
    columns.reduce((sum, one) => (one.at >= from && one.at < to ? sum + one.statements : sum), 0)
  expect(of(0, 308)).toBeCloseTo(1)
  expect(of(308, 610)).toBeCloseTo(2)
  expect(columns.filter(({ at }) => at >= 308).every(({ statements }) => statements < 0.1)).toBe(true)
})

test('titles of threads stand beside their last mark in sight, none on top of another', () => {
  const titles = placeTitles(
    [
      { id: 1, title: 'First demand', members: [{ id: 1, role: 'repeated' }] },
      { id: 2, title: 'Second demand', members: [{ id: 2, role: 'repeated' }] },
      { id: 3, title: 'Third demand', members: [{ id: 3, role: 'repeated' }] },
    ],
    (id) => (id === 3 ? { x: 590, y: 100 } : { x: 100, y: 50 + id }),
    600,
  )
  expect(titles.map(({ id }) => id)).toEqual([1, 3])
  expect(titles[0]?.x).toBeGreaterThan(100)
  expect(titles[1]?.x).toBeLessThan(590)
})
