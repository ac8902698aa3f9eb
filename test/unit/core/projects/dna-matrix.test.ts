/** The matrix of an imported DNA database against the counts that its own statements give, made apart from Parley. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildMatrix } from '../../../../src/core/compare/matrix.ts'
import { comparisonOf } from '../../../../src/core/store/comparison.ts'
import { listIssues } from '../../../../src/core/store/issues.ts'
import { listParties } from '../../../../src/core/store/parties.ts'
import type { MatrixCell } from '../../../../src/shared/domain/compare.ts'
import { corpus } from '../../shared/text/corpus.ts'
import { projectLibrary, readProject } from './helpers.ts'

interface Count {
  organization: string
  concept: string
  agreement: boolean
  n: number
}

const file = (name: string): Buffer => readFileSync(join(corpus ?? '', 'dna', name))

describe.skipIf(!corpus)('DNA 3 sample as a matrix', () => {
  test.each(['side', 'organisation'] as const)('counts per organisation, concept and agreement, level %s', async (level) => {
    const { bring, db } = projectLibrary()
    await bring(await readProject(file('sample-v3.dna')))
    const { columns, rows, context } = comparisonOf(db, {}, level)
    const { cells } = buildMatrix(columns, rows, context)
    const expected = JSON.parse(file('expected_org_concept_matrix.json').toString()) as Count[]
    const parties = new Map(listParties(db).map(({ id, name }) => [id, name]))
    const issues = new Map(listIssues(db).map(({ id, name }) => [id, name]))
    const key = ({ organization, concept }: Pick<Count, 'organization' | 'concept'>): string => `${organization} ${concept}`
    const found = new Map(
      cells.map((cell) => [key({ organization: parties.get(cell.partyId) ?? '', concept: issues.get(cell.issueId ?? 0) ?? '' }), cell]),
    )
    const count = (cell: MatrixCell | undefined, agreement: boolean): number =>
      cell?.byStance.find(({ stance }) => stance === (agreement ? 'supports' : 'opposes'))?.statements ?? 0

    for (const { n, agreement, ...where } of expected)
      expect([where, agreement, count(found.get(key(where)), agreement)]).toEqual([where, agreement, n])
    const stances = cells.flatMap((cell) => cell.byStance)
    expect(stances.reduce((sum, { statements }) => sum + statements, 0)).toBe(expected.reduce((sum, { n }) => sum + n, 0))
    expect(stances).toHaveLength(expected.length)

    const both = [...found].filter(([name]) => expected.filter((one) => key(one) === name).length === 2)
    expect(both.length).toBeGreaterThan(0)
    for (const [, cell] of both) {
      expect(cell.stances.toSorted()).toEqual(['opposes', 'supports'])
      expect(cell.stance).toBe(cell.stances[0])
    }
  })
})
