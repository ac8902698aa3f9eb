/** What changed between two moments, against plain loops over random libraries and by cases that an analyst would check by hand. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellChanges, type CellMove, type Recorded, type Span } from '../../../../src/core/compare/changes.ts'
import type { Evidence, PartyLevel } from '../../../../src/shared/domain/compare.ts'
import { dayRange } from '../../../../src/shared/domain/partial-date.ts'
import { allRows, columnsOf } from './columns-of.ts'
import { columnOf, move, oldestFirst, reading } from './oracle.ts'
import { LEVELS, statement, worldArbitrary, type Node, type World } from './world.ts'

const DAY_MS = 86_400_000
const DAYS = ['2025-01-01', '2025-09-30', '2025-10-01', '2025-10-18', '2025-10-19', '2025-10-28', '2025-12-31', '2026-01-01']
const dayOf = (date: string): number => dayRange(date).first

const spanArbitrary: fc.Arbitrary<Span> = fc
  .record({
    basis: fc.constantFrom('said' as const, 'coded' as const),
    days: fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS)),
    moments: fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })),
  })
  .map(({ basis, days, moments }) => {
    const [first = 0, second = 0] = days.map(dayOf).toSorted((a, b) => a - b)
    const [early = 0, late = 0] = moments.map((moment) => moment * DAY_MS).toSorted((a, b) => a - b)
    return { basis, then: { day: first, ms: early }, now: { day: second, ms: late } }
  })

function changesOf(
  evidence: readonly Evidence[],
  context: { parties: readonly Node[]; issues: readonly Node[]; level: PartyLevel },
  span: Span,
  coded?: World['coded'],
): CellMove[] {
  const columns = columnsOf(evidence, coded)
  const when = (ms: number): Recorded => (ms <= span.then.ms ? 'before' : ms <= span.now.ms ? 'since' : 'later')
  return cellChanges(columns, allRows(columns), context, span, (id) => when(coded?.get(id) ?? 0))
}

/** The same by asking every statement, for every party and issue. */
function plainChanges(world: World, level: PartyLevel, { basis, then, now }: Span): CellMove[] {
  const found: CellMove[] = []
  const firstDay = (one: Evidence): number => (one.date === null ? Number.NEGATIVE_INFINITY : dayOf(one.date))
  for (const issue of world.issues)
    for (const party of world.parties) {
      const there = oldestFirst(
        world.evidence.filter((one) => columnOf(one, level, world.parties) === party.id && one.issueIds.includes(issue.id)),
      )
      const by = ({ day, ms }: Span['then']): Evidence[] =>
        there.filter((one) => (basis === 'said' ? one.date !== null && firstDay(one) <= day : (world.coded.get(one.id) ?? 0) <= ms))
      const [early, late] = [by(then), by(now)]
      const at = { issueId: issue.id, partyId: party.id, statements: late.filter((one) => !early.includes(one)).length }
      const [was, is] = [reading(early), reading(late)]
      const position = is.positions.at(-1)
      if (is.current && !was.current) found.push({ ...at, kind: 'new', fromId: null, toId: (position ?? is.current).id })
      else if (position && was.positions.length === 0) {
        if (was.current?.stance === 'declined') found.push({ ...at, kind: 'new', fromId: was.current.id, toId: position.id })
      } else if (position) {
        const shift = move([...was.positions, position])
        if (shift && shift.kind !== 'repeated' && shift.kind !== 'new')
          found.push({ ...at, kind: shift.kind, fromId: shift.against?.id ?? null, toId: position.id })
      }
      const refuses = is.current?.stance === 'declined' && was.current?.stance !== 'declined'
      if (refuses && was.current) found.push({ ...at, kind: 'declined', fromId: was.current.id, toId: is.current?.id ?? null })
      if (refuses && !was.current && position) found.push({ ...at, kind: 'declined', fromId: position.id, toId: is.current?.id ?? null })
      const heard = late.filter((one) => one.attribution !== 'denied' && one.date !== null)
      const before = heard.filter((one) => firstDay(one) <= then.day && firstDay(one) > then.day - (now.day - then.day))
      const after = heard.filter((one) => firstDay(one) > then.day && firstDay(one) <= now.day)
      const last = before.at(-1)
      if (last && after.length === 0) found.push({ ...at, kind: 'silent', fromId: last.id, toId: null })
    }
  const kinds = ['reversed', 'hardened', 'softened', 'new', 'declined', 'silent']
  return kinds.flatMap((kind) => found.filter((one) => one.kind === kind))
}

test.each(LEVELS)('level %s: every change is what a plain loop over all statements finds', (level) => {
  fc.assert(
    fc.property(worldArbitrary, spanArbitrary, (world, span) => {
      expect(changesOf(world.evidence, { ...world, level }, span, world.coded)).toEqual(plainChanges(world, level, span))
    }),
    { numRuns: 400 },
  )
})

const tree = { parties: [{ id: 1, parentId: null }], issues: [{ id: 10, parentId: null }], level: 'side' as const }
const between = (then: string, now: string): Span => ({
  basis: 'said',
  then: { day: dayOf(then), ms: 0 },
  now: { day: dayOf(now), ms: 0 },
})
const said = (id: number, date: string | null, stance: Evidence['stance'], more: Partial<Evidence> = {}): Evidence =>
  statement({ id, speakerId: 1, issueIds: [10], date, stance, ...more })

test('from Doha to Istanbul: state against state, so that what went there and back is no change', () => {
  const round = between('2025-10-19', '2025-10-30')
  const kinds = (...evidence: Evidence[]): unknown => changesOf(evidence, tree, round).map(({ kind, fromId, toId }) => [kind, fromId, toId])
  const doha = said(1, '2025-10-18', 'conditional')
  expect(kinds(doha, said(2, '2025-10-27', 'opposes'))).toEqual([['hardened', 1, 2]])
  expect(kinds(doha, said(2, '2025-10-27', 'opposes'), said(3, '2025-10-29', 'conditional'))).toEqual([])
  expect(kinds(said(2, '2025-10-27', 'opposes'))).toEqual([['new', null, 2]])
  expect(kinds(doha)).toEqual([['silent', 1, null]])
  expect(kinds(said(1, '2025-10-01', 'opposes'))).toEqual([])
  expect(kinds(said(1, '2025-10-01', 'opposes'), said(2, '2025-10-27', 'supports'))).toEqual([['reversed', 1, 2]])
  expect(kinds(said(1, '2025-10-01', 'opposes'), said(2, '2025-10-27', 'declined'))).toEqual([['declined', 1, 2]])
  expect(kinds(said(1, '2025-10-19', 'opposes'), said(2, '2025-10-30', 'neutral'), said(3, '2025-10-31', 'supports'))).toEqual([
    ['softened', 1, 2],
  ])
  expect(kinds(said(1, null, 'opposes'), said(2, '2025-10-27', 'supports'))).toEqual([['new', null, 2]])
})

test('since a report: what was coded after it counts, however long ago it was said', () => {
  const evidence = [said(1, '2025-10-18', 'supports'), said(2, '2025-10-25', 'opposes'), said(3, '2024', 'supports')]
  const coded = new Map([
    [1, 1_000],
    [2, 3_000],
    [3, 3_000],
  ])
  const day = dayOf('2025-11-01')
  const since = (ms: number): Span => ({ basis: 'coded', then: { day, ms }, now: { day, ms: 9_000 } })
  expect(changesOf(evidence, tree, since(2_000), coded)).toEqual([
    { kind: 'reversed', issueId: 10, partyId: 1, fromId: 1, toId: 2, statements: 2 },
  ])
  expect(changesOf(evidence, tree, since(3_000), coded)).toEqual([])
})
