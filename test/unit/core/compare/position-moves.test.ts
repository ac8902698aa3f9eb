/** How a party moved over time: what each day alone would conclude, from the statements up to it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { positionMoves } from '../../../../src/core/compare/position-moves.ts'
import { add, bearsStance, begin, conclude } from '../../../../src/core/compare/rules.ts'
import { selectStatements } from '../../../../src/core/store/statement-filter.ts'
import { openSample, type SampleLibrary } from '../exporters/sections/sample-context.ts'

let sample: SampleLibrary
beforeAll(async () => {
  sample = await openSample()
})
afterAll(() => sample.close())

test('each day that ends in another position than before is told once, with what it is measured against', () => {
  const parties = sample.db.column<number>('SELECT id FROM party')
  let told = 0
  for (const party of parties) {
    const { columns, rows } = selectStatements(sample.db, { parties: [party] })
    const moves = positionMoves(columns, rows)
    const links = sample.db.all<{ id: number; issue: number }>('SELECT annotation_id AS id, issue_id AS issue FROM annotation_issue')
    for (const issue of new Set(links.map((link) => link.issue))) {
      const own = Array.from(rows).filter(
        (row) => bearsStance(columns, row) && links.some((link) => link.issue === issue && link.id === columns.id[row]),
      )
      // Every day by itself: all up to it taken in anew.
      const days = [...new Set(own.map((row) => columns.day[row] ?? 0))]
      const expected = days.flatMap((day) => {
        const state = begin()
        for (const row of own) if ((columns.day[row] ?? 0) <= day) add(state, columns, row)
        const { trend } = conclude(state, columns)
        if (trend === null || trend.kind === 'repeated' || trend.by.day !== day) return []
        return [{ kind: trend.kind, toId: trend.by.id, fromId: trend.against?.id ?? null, day }]
      })
      expect(moves.get(issue) ?? []).toEqual(expected)
      told += expected.length
    }
  }
  expect(told).toBeGreaterThan(20)
})
