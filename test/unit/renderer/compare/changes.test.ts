/** Spans to ask about, groups of changes, and a table drawn as a picture. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInertSvg } from '../../../../src/core/exporters/inert-svg.ts'
import { CHANGE_KINDS, groupChanges, lineKey, partyOf } from '../../../../src/renderer/features/compare/changes-groups.ts'
import { proposedSpans } from '../../../../src/renderer/lib/changes-span.ts'
import { tablePicture } from '../../../../src/renderer/features/compare/table-picture.ts'
import { cellChangeKindSchema, threadChangeKindSchema, type CellChange, type ThreadChange } from '../../../../src/shared/domain/changes.ts'
import type { LibraryEvent } from '../../../../src/shared/domain/event.ts'
import { dayRange } from '../../../../src/shared/domain/partial-date.ts'

const event = (title: string, starts: string, ends: string | null, kind: LibraryEvent['kind'] = 'round'): LibraryEvent => ({
  id: 1,
  uid: '00000000-0000-4000-8000-000000000000',
  title,
  kind,
  starts,
  ends,
  place: '',
  note: '',
})
const today = dayRange('2025-11-22').first

describe('spans', () => {
  test('from the end of a round to the end of the next, the newest first; then the last days', () => {
    const events = [
      event('Istanbul', '2025-10-25', '2025-10-30'),
      event('Doha', '2025-10-18', '2025-10-19'),
      event('Ceasefire', '2025-10-19', null, 'ceasefire'),
      event('Kabul', '2025-11-06', null),
      event('Riyadh', '2025-12', null),
    ]
    const spans = proposedSpans(events, today)
    expect(spans.slice(0, 2)).toEqual([
      { kind: { rounds: ['Istanbul', 'Kabul'] }, then: '2025-10-30', now: '2025-11-06' },
      { kind: { rounds: ['Doha', 'Istanbul'] }, then: '2025-10-19', now: '2025-10-30' },
    ])
    expect(spans[2]).toEqual({ kind: { days: 7 }, then: '2025-11-15', now: '2025-11-22' })
    expect(spans).toHaveLength(5)
  })

  test('a round that goes on ends today', () => {
    const [span] = proposedSpans([event('One', '2025-11-01', null), event('Two', '2025-11-20', '2025-11-30')], today)
    expect(span).toMatchObject({ then: '2025-11-01', now: '2025-11-22' })
  })
})

const base = { fromId: null, from: null, toId: null, to: null }
const cells = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...cellChangeKindSchema.options),
    issueId: fc.integer({ min: 1, max: 4 }),
    partyId: fc.integer({ min: 1, max: 4 }),
  }),
  { selector: ({ issueId, partyId }) => `${issueId} ${partyId}` },
)
const threads = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...threadChangeKindSchema.options),
    threadId: fc.integer({ min: 1, max: 9 }),
    ownerId: fc.option(fc.integer({ min: 1, max: 4 })),
    issueId: fc.option(fc.integer({ min: 1, max: 4 })),
  }),
  { selector: ({ threadId }) => threadId },
)
const codebook = { parties: [3, 1, 2].map((id) => ({ id })), issues: [2, 1].map((id) => ({ id })) } as unknown as Parameters<
  typeof groupChanges
>[3] // only the ids count

test('every change stands in one group, groups stand in order, and a choice of kinds leaves only those', () => {
  fc.assert(
    fc.property(cells, threads, fc.constantFrom('kind', 'party', 'issue'), fc.subarray([...CHANGE_KINDS]), (some, others, by, kinds) => {
      const changes = {
        cells: some.map((one): CellChange => ({ ...base, statements: 1, ...one })),
        threads: others.map((one): ThreadChange => ({
          ...base,
          threadKind: 'demand',
          title: 'T',
          addresseeId: null,
          deadline: null,
          was: null,
          is: 'open',
          ...one,
        })),
      }
      const groups = groupChanges(changes, by, new Set(kinds), codebook)
      const lines = groups.flatMap((group) => group.lines)
      const wanted = [...some, ...others].filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
      expect(lines).toHaveLength(wanted.length)
      expect(new Set(lines.map(lineKey)).size).toBe(lines.length)
      for (const { key, lines: those } of groups)
        for (const line of those) expect(by === 'kind' ? line.change.kind : by === 'party' ? partyOf(line) : line.change.issueId).toBe(key)
      const order: readonly unknown[] = by === 'kind' ? CHANGE_KINDS : by === 'party' ? [3, 1, 2] : [2, 1]
      const places = groups.map(({ key }) => order.indexOf(key)).map((place) => (place < 0 ? 99 : place))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }),
  )
})

test('a picture of a table is inert whatever its cells hold', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', '<', '>', '&', '"', "'", '\n', '\u0000', '\ud800', 'ط', '停', '😀') })
  fc.assert(
    fc.property(cell, cell, fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (title, head, rows) => {
      const svg = tablePicture({
        title,
        head: [head, 'b'],
        rows,
        widths: [80, 90],
        font: 'serif',
        measure: (text, size) => text.length * size * 0.6,
      })
      expect(isInertSvg(svg)).toBe(true)
    }),
  )
})
