/** Charts of whatever data: well-formed, inert, every datum drawn or counted, hostile and right-to-left names as words. */
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { axisOf, ticksOf, unitFor } from '../../../../../src/core/exporters/charts/axis.ts'
import { monthsSvg, scaleTo } from '../../../../../src/core/exporters/charts/months.ts'
import type { ChartTag } from '../../../../../src/core/exporters/charts/signs.ts'
import { stancesSvg } from '../../../../../src/core/exporters/charts/stances.ts'
import { statementsSvg } from '../../../../../src/core/exporters/charts/statements.ts'
import { fitted, lines, widthOf } from '../../../../../src/core/exporters/charts/svg.ts'
import { placed, type TimelineMark } from '../../../../../src/core/exporters/charts/timeline-lanes.ts'
import { timelineSvg } from '../../../../../src/core/exporters/charts/timeline.ts'
import { isInertSvg } from '../../../../../src/core/exporters/inert-svg.ts'
import { stanceSchema } from '../../../../../src/shared/domain/annotation.ts'
import { hueSchema } from '../../../../../src/shared/domain/codebook.ts'
import { dayRange } from '../../../../../src/shared/domain/partial-date.ts'

const HOSTILE = [
  '</text><script>alert(1)</script>',
  '"onload="x',
  'url(https://evil.example/x)',
  ']]>',
  '\u202ePakistan',
  'وزارت امور خارجه',
  '外交部发言人',
  '\u0000\ufffe',
  '&amp;&#x3c;',
  'a'.repeat(400),
  '',
]
const nameArb = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 60 }))
const tagsArb = fc
  .array(
    fc.record({ name: nameArb, letter: fc.constantFrom('D', 'T', 'Ж', '', '<'), hue: fc.constantFrom(...hueSchema.options, 'none') }),
    { minLength: 1, maxLength: 12 },
  )
  .map((tags) => tags.map((tag, index): ChartTag => ({ ...tag, id: index + 1 })))
const countsArb = (tags: readonly ChartTag[]) => fc.array(fc.nat({ max: 3_000 }), { minLength: tags.length, maxLength: tags.length })
const words = { title: '<Title> & "more"', description: ']]>' }

/** Text of all elements of a name, as a reader of XML has it. */
function textsIn(svg: string, element: string): string[] {
  const found: string[] = []
  let depth = 0
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    if (name !== element) return
    depth++
    found.push('')
  })
  parser.on('closetag', ({ name }) => void (name === element && depth--))
  parser.on('text', (text) => {
    if (depth > 0) found[found.length - 1] += text
  })
  parser.write(svg).close()
  return found
}
/** What the titles of parts of bars count, which is all that is drawn of them. */
const counted = (svg: string): number =>
  textsIn(svg, 'title')
    .slice(1)
    .reduce((sum, title) => sum + Number(/(\d+)$/.exec(title)?.[1] ?? 0), 0)
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

describe('bars', () => {
  it('by party draw every statement, and nothing that a name says is more than a word', () => {
    fc.assert(
      fc.property(
        tagsArb.chain((tags) =>
          fc.record({ tags: fc.constant(tags), rows: fc.array(fc.record({ name: nameArb, counts: countsArb(tags) }), { maxLength: 8 }) }),
        ),
        (bars) => {
          const { svg, width } = statementsSvg('c', words, bars)
          expect(isInertSvg(svg)).toBe(true)
          expect(width).toBe(660)
          expect(counted(svg)).toBe(sum(bars.rows.flatMap(({ counts }) => counts)))
          for (const [index, { counts }] of bars.rows.entries())
            if (index === 0) expect(textsIn(svg, 'text').join('')).toContain(String(sum(counts)))
        },
      ),
    )
  })

  it('by time draw every statement', () => {
    fc.assert(
      fc.property(
        tagsArb.chain((tags) =>
          fc.record({
            tags: fc.constant(tags),
            columns: fc.array(fc.record({ label: nameArb, group: fc.constantFrom('2025', '2026', ''), counts: countsArb(tags) }), {
              maxLength: 30,
            }),
          }),
        ),
        (months) => {
          const { svg } = monthsSvg('c', words, months)
          expect(isInertSvg(svg)).toBe(true)
          expect(counted(svg)).toBe(sum(months.columns.flatMap(({ counts }) => counts)))
        },
      ),
    )
  })

  it('have a scale of round steps that reaches over the most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (most) => {
        const scale = scaleTo(most)
        expect(scale.most).toBeGreaterThanOrEqual(most)
        expect(scale.most / scale.step).toBeLessThanOrEqual(6)
        expect(/^[125]0*$/.test(String(scale.step))).toBe(true)
      }),
    )
  })
})

describe('stances', () => {
  it('have a sign in every cell', () => {
    const cellArb = fc.option(
      fc.record({
        stance: fc.option(fc.constantFrom(...stanceSchema.options)),
        statements: fc.integer({ min: 1, max: 900 }),
        isOwn: fc.boolean(),
      }),
      { nil: undefined },
    )
    fc.assert(
      fc.property(
        fc.array(nameArb, { minLength: 1, maxLength: 7 }).chain((parties) =>
          fc.record({
            parties: fc.constant(parties),
            rows: fc.array(
              fc.record({
                issue: nameArb,
                depth: fc.nat({ max: 9 }),
                cells: fc.array(cellArb, { minLength: parties.length, maxLength: parties.length }),
              }),
              { maxLength: 12 },
            ),
            legend: fc.constant([]),
          }),
        ),
        (grid) => {
          const { svg } = stancesSvg('c', words, grid)
          expect(isInertSvg(svg)).toBe(true)
          const cells = grid.rows.flatMap((row) => row.cells)
          expect((svg.match(/<g transform/g) ?? []).length).toBe(cells.filter((cell) => cell && cell.stance !== null).length)
          expect((svg.match(/<circle/g) ?? []).length).toBe(cells.filter((cell) => !cell).length)
        },
      ),
    )
  })
})

const markArb = (tags: readonly ChartTag[], lanes: number) =>
  fc.record({
    lane: fc.nat({ max: lanes - 1 }),
    date: fc.oneof(
      fc.integer({ min: 20_300, max: 20_420 }).map((day) => ({ first: day, last: day })),
      fc.constantFrom('2025-10', '2025', '2025-12').map((date) => dayRange(date)),
    ),
    tag: fc.constantFrom(...tags),
    intensity: fc.option(fc.integer({ min: 1, max: 5 })),
    important: fc.boolean(),
    isPublished: fc.boolean(),
  })
const marksArb = tagsArb.chain((tags) =>
  fc.record({
    tags: fc.constant(tags),
    marks: fc
      .array(markArb(tags, 3), { maxLength: 90 })
      .map((marks) => marks.map(({ date, ...mark }): TimelineMark => ({ ...mark, ...date }))),
  }),
)

describe('the timeline', () => {
  it('places every mark or counts it, and no two in one place', () => {
    fc.assert(
      fc.property(marksArb, ({ marks }) => {
        const { x } = axisOf(20_300, 20_420, 146, 660)
        const found = placed(marks, x)
        expect(sum(found.marks.map(({ count }) => count))).toBe(marks.length)
        for (const of of Map.groupBy(found.marks, ({ row }) => row).values()) {
          const inOrder = of.toSorted((a, b) => a.from - b.from)
          inOrder.forEach((mark, index) => {
            const before = inOrder[index - 1]
            if (before) expect(mark.from).toBeGreaterThanOrEqual(before.to)
          })
        }
      }),
    )
  })

  it('is inert and names its lanes and events, whatever they are called', () => {
    const legend = { size: 's', published: 'p', wide: 'w', important: 'i', count: 'c' }
    const eventArb = fc.record({
      title: nameArb,
      kind: fc.constantFrom('round', 'ceasefire', 'x'),
      first: fc.integer({ min: 20_200, max: 20_400 }),
      length: fc.nat({ max: 90 }),
      isSure: fc.boolean(),
    })
    fc.assert(
      fc.property(
        marksArb,
        fc.array(nameArb, { minLength: 3, maxLength: 3 }),
        fc.array(eventArb, { maxLength: 6 }),
        ({ tags, marks }, names, events) => {
          const { svg } = timelineSvg('c', words, {
            first: 20_300,
            last: 20_420,
            tags,
            lanes: names.map((name) => ({ name, about: name })),
            marks,
            bins: null,
            events: events.map(({ length, isSure, ...event }) => ({
              ...event,
              last: event.first + length,
              sure: isSure ? { first: event.first, last: event.first + length } : null,
            })),
            month: String,
            legend,
          })
          expect(isInertSvg(svg)).toBe(true)
          expect(svg).not.toContain('NaN')
          const [first = ''] = lines(names[0] ?? '', 11, 134, 2)
          const visible = first.replaceAll(/[\u0000-\u001f\ufffe\uffff]/g, '').trim()
          expect(textsIn(svg, 'text').join('\n')).toContain(visible)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('has columns in place of marks where there are too many', () => {
    const tags: ChartTag[] = [
      { id: 1, name: 'Demand', letter: 'D', hue: 'amber' },
      { id: 2, name: 'Threat', letter: 'T', hue: 'vermilion' },
    ]
    const { svg } = timelineSvg('c', words, {
      first: 20_000,
      last: 20_100,
      tags,
      lanes: [{ name: 'Pakistan', about: '' }],
      marks: [],
      bins: [
        { lane: 0, first: 20_000, last: 20_000, counts: [700, 20] },
        { lane: 0, first: 20_050, last: 20_050, counts: [0, 5] },
      ],
      events: [],
      month: String,
      legend: { size: '', published: '', wide: '', important: '', count: '' },
    })
    expect(isInertSvg(svg)).toBe(true)
    expect(counted(svg)).toBe(725)
  })
})

describe('the axis', () => {
  it('has ticks without gaps, each from the first of its unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 60_000 }),
        fc.nat({ max: 2_000 }),
        fc.constantFrom('week', 'month', 'quarter', 'year' as const),
        (first, length, unit) => {
          const axis = axisOf(first, first + length, 0, 500)
          const ticks = ticksOf(axis, unit)
          ticks.forEach((tick, index) => {
            const after = ticks[index + 1]
            if (after) expect(tick.to).toBe(after.from)
            const date = new Date(tick.from * 86_400_000)
            expect([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]).toEqual([tick.year, tick.month, tick.day])
            if (unit === 'week') expect(date.getUTCDay()).toBe(1)
            else expect(tick.day).toBe(1)
          })
          expect(ticks[0]?.from ?? Infinity).toBeLessThanOrEqual(axis.start)
          expect(ticks.at(-1)?.to ?? -Infinity).toBeGreaterThanOrEqual(axis.end)
        },
      ),
    )
    expect([unitFor(300, 14), unitFor(900, 14), unitFor(9_000, 14)]).toEqual(['month', 'quarter', 'year'])
  })
})

describe('words', () => {
  it('fit in their width, never with half a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 20, max: 200 }), (name, width) => {
        const short = fitted(name, 11, width)
        expect(widthOf(short, 11)).toBeLessThanOrEqual(width)
        const kept = short === name ? name : short.slice(0, -1)
        expect(name.startsWith(kept.trimEnd())).toBe(true)
        for (const line of lines(name, 11, width, 2)) expect(widthOf(line, 11)).toBeLessThanOrEqual(width)
        expect(lines(name, 11, width, 2).length).toBeLessThanOrEqual(2)
      }),
    )
  })
})
