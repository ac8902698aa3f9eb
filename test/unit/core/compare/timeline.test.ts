/** The timeline against a plain loop over all statements: lanes, marks with their precision, threads, and bins that lose nothing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ATTRIBUTIONS, STANCES, UNDATED, type StatementColumns } from '../../../../src/core/compare/statements.ts'
import { buildTimeline } from '../../../../src/core/compare/timeline.ts'
import type { Evidence } from '../../../../src/shared/domain/compare.ts'
import type { PartyRole } from '../../../../src/shared/domain/party.ts'
import { timelineSchema } from '../../../../src/shared/domain/timeline.ts'
import { columnOf, oldestFirst } from './oracle.ts'
import { statement, worldArbitrary, type Node } from './world.ts'

/** Days since 1970 of a calendar day, by the engine's own calendar. */
const dayOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000)
const firstDay = (date: string): number => dayOf(date.slice(0, 10) + '0000-01-01'.slice(date.slice(0, 10).length))
function lastDay(date: string): number {
  if (date.length === 4) return dayOf(`${date}-12-31`)
  if (date.length > 7) return firstDay(date)
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  return dayOf(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`) - 1
}

/** The same statements as the store hands them over. */
function columnsOf(evidence: readonly Evidence[]): StatementColumns {
  const sorted = oldestFirst(evidence)
  const ints = (value: (one: Evidence) => number): Int32Array => Int32Array.from(sorted, value)
  const bytes = (value: (one: Evidence) => number): Uint8Array => Uint8Array.from(sorted, value)
  const none = (): Int32Array => new Int32Array(sorted.length + 1)
  return {
    count: sorted.length,
    id: ints((one) => one.id),
    articleId: ints((one) => one.articleId),
    speakerId: ints((one) => one.speakerId ?? 0),
    tagId: ints((one) => one.tagId),
    stance: bytes((one) => STANCES.indexOf(one.stance)),
    intensity: bytes((one) => one.intensity ?? 0),
    attribution: bytes((one) => ATTRIBUTIONS.indexOf(one.attribution)),
    day: ints((one) => (one.date === null ? UNDATED : firstDay(one.date))),
    time: none(),
    publishedDay: none(),
    isStated: bytes((one) => (one.dateFrom === 'statement' ? 1 : 0)),
    createdMs: new Float64Array(sorted.length),
    outletId: none(),
    storyId: none(),
    reliability: bytes(() => 0),
    credibility: bytes(() => 0),
    coderId: none(),
    status: bytes(() => 0),
    confidence: bytes(() => 0),
    important: bytes((one) => (one.important ? 1 : 0)),
    issueStart: Int32Array.from([
      0,
      ...sorted.map((_, row) => sorted.slice(0, row + 1).reduce((sum, one) => sum + one.issueIds.length, 0)),
    ]),
    issueId: Int32Array.from(sorted.flatMap((one) => one.issueIds)),
    targetStart: none(),
    targetId: none(),
  }
}

const ROLES: readonly PartyRole[] = ['principal', 'mediator', 'observer', 'none']
const withRoles = <T extends Node>(parties: readonly T[], shift: number) =>
  parties.map((party, index) => ({ ...party, role: ROLES[(index + shift) % 4] ?? 'none' }))

const roomArbitrary = fc
  .tuple(worldArbitrary, fc.nat(3), fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 3 }))
  .map(([world, shift, pairs]) => {
    const evidence = world.evidence.map((one, index) =>
      statement({
        ...one,
        dateFrom: one.date === null ? 'none' : index % 2 === 0 ? 'statement' : 'publication',
        intensity: index % 6 === 0 ? null : index % 6,
        important: index % 5 === 0,
      }),
    )
    const threads = pairs.map((picks, index) => ({
      id: index + 1,
      kind: 'demand' as const,
      title: `Thread ${index + 1}`,
      members: [...new Set(picks.flatMap((pick) => evidence[pick]?.id ?? []))].map((annotationId) => ({
        annotationId,
        role: 'repeated' as const,
      })),
    }))
    return { evidence, parties: withRoles(world.parties, shift), threads }
  })

const contextOf = (evidence: readonly Evidence[], limit: number) => ({
  wideDates: (ids: readonly number[]) =>
    new Map(
      evidence.flatMap((one) => (one.date !== null && one.date.length < 10 && ids.includes(one.id) ? [[one.id, one.date] as const] : [])),
    ),
  limit,
})

describe.each(['speaker', 'side'] as const)('level %s', (level) => {
  test('every lane, mark and thread is what a plain loop finds', () => {
    fc.assert(
      fc.property(roomArbitrary, ({ evidence, parties, threads }) => {
        const columns = columnsOf(evidence)
        const rows = Int32Array.from(columns.id, (_, row) => row)
        const timeline = buildTimeline(columns, rows, { parties, level, threads, ...contextOf(evidence, 1_000) })
        expect(timelineSchema.safeParse({ ...timeline, today: 0 }).error).toBeUndefined()
        const of = (partyId: number | null): Evidence[] => evidence.filter((one) => columnOf(one, level, parties) === partyId)
        const ofRole = (role: (role: PartyRole) => boolean) => parties.filter((party) => role(party.role)).map(({ id }) => id)
        const order = [
          ...ofRole((role) => role === 'principal').map((id) => [id, 'principal'] as const),
          ...ofRole((role) => role === 'observer' || role === 'none').map((id) => [id, 'other'] as const),
          ...ofRole((role) => role === 'mediator').map((id) => [id, 'mediator'] as const),
          [null, 'unnamed'] as const,
        ]
        expect(timeline.lanes).toEqual(
          order
            .map(([partyId, group]) => ({
              partyId,
              group,
              statements: of(partyId).length,
              undated: of(partyId).filter((one) => one.date === null).length,
            }))
            .filter((lane) => lane.statements > 0),
        )
        const dated = oldestFirst(evidence).filter((one) => one.date !== null)
        expect(timeline.marks).toEqual(
          dated.map((one) => ({
            id: one.id,
            lane: timeline.lanes.findIndex(({ partyId }) => partyId === columnOf(one, level, parties)),
            first: firstDay(one.date ?? ''),
            last: lastDay(one.date ?? ''),
            precision: one.date?.length === 4 ? 'year' : one.date?.length === 7 ? 'month' : 'day',
            dateFrom: one.dateFrom,
            tagId: one.tagId,
            issueIds: one.issueIds,
            stance: one.stance,
            intensity: one.intensity,
            important: one.important,
            threadIds: threads.filter(({ members }) => members.some(({ annotationId }) => annotationId === one.id)).map(({ id }) => id),
          })),
        )
        for (const thread of timeline.threads) {
          const said = threads.find(({ id }) => id === thread.id)?.members.map(({ annotationId }) => annotationId) ?? []
          expect(thread.members.map(({ id }) => id)).toEqual(dated.map(({ id }) => id).filter((id) => said.includes(id)))
        }
        expect(timeline.threads.map(({ id }) => id)).toEqual(
          threads
            .filter(({ members }) => members.some(({ annotationId }) => dated.some(({ id }) => id === annotationId)))
            .map(({ id }) => id),
        )
        expect([timeline.first, timeline.last]).toEqual(
          dated.length === 0
            ? [null, null]
            : [Math.min(...dated.map(({ date }) => firstDay(date ?? ''))), Math.max(...dated.map(({ date }) => lastDay(date ?? '')))],
        )
        expect([timeline.statements, timeline.undated]).toEqual([evidence.length, evidence.length - dated.length])
      }),
    )
  })

  test('bins count every dated statement once, in its lane, under its tag, in a span that holds its day', () => {
    fc.assert(
      fc.property(roomArbitrary, ({ evidence, parties, threads }) => {
        const columns = columnsOf(evidence)
        const rows = Int32Array.from(columns.id, (_, row) => row)
        const timeline = buildTimeline(columns, rows, { parties, level, threads, ...contextOf(evidence, 0) })
        const dated = evidence.filter((one) => one.date !== null)
        expect(timeline.bins === null).toBe(dated.length === 0)
        expect([timeline.marks, timeline.threads]).toEqual([[], []])
        for (const bin of timeline.bins?.bins ?? []) {
          const inside = dated.filter(
            (one) =>
              columnOf(one, level, parties) === timeline.lanes[bin.lane]?.partyId &&
              firstDay(one.date ?? '') >= bin.first &&
              firstDay(one.date ?? '') <= bin.last,
          )
          expect(bin.statements).toBe(inside.length)
          for (const { tagId, statements } of bin.tags) expect(inside.filter((one) => one.tagId === tagId)).toHaveLength(statements)
          expect(bin.tags.reduce((sum, { statements }) => sum + statements, 0)).toBe(bin.statements)
        }
        expect(timeline.bins?.bins.reduce((sum, { statements }) => sum + statements, 0) ?? 0).toBe(dated.length)
      }),
    )
  })
})

test('bins are as fine as the span allows: days, then weeks that begin on Monday, then months', () => {
  const unitOf = (last: string) => {
    const evidence = ['1900-01-03', last].map((date, index) => statement({ id: index + 1, date, dateFrom: 'statement' }))
    const columns = columnsOf(evidence)
    return buildTimeline(columns, Int32Array.of(0, 1), { parties: [], level: 'side', threads: [], ...contextOf(evidence, 0) }).bins
  }
  expect(unitOf('1904-01-01')).toMatchObject({ unit: 'day', bins: [{ first: dayOf('1900-01-03'), last: dayOf('1900-01-03') }, {}] })
  expect(unitOf('1920-01-01')).toMatchObject({ unit: 'week', bins: [{ first: dayOf('1900-01-01'), last: dayOf('1900-01-07') }, {}] })
  expect(unitOf('2025-10-29')).toMatchObject({ unit: 'month', bins: [{ first: dayOf('1900-01-01'), last: dayOf('1900-01-31') }, {}] })
})
