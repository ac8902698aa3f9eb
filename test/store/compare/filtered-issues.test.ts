/** A filter by issue: only rows of the issues that were chosen. A row of another issue would tell a part, and look like the whole. */
import { expect, test } from 'vitest'
import { buildMatrix } from '../../../src/core/compare/matrix.ts'
import { comparisonOf } from '../../../src/core/store/comparison.ts'
import { resolveIssue } from '../../../src/core/store/issues.ts'
import { codedLibrary, putArticle, step, tagQuote, uid } from '../repositories/library.ts'

test('a statement on two issues stands in the row that was chosen, with those beneath it, and nowhere else', () => {
  const library = codedLibrary()
  const [border, trade, strikes] = step(library, (db, context) => {
    const article = putArticle(db, 'Open the crossings. Stop the strikes.')
    const issues = [['Border'], ['Border', 'Trade'], ['Strikes']] as const
    const ids = issues.map((path) => resolveIssue(db, [...path], uid))
    tagQuote(db, context, article, 'Open', { speaker: 'Kabul', issues: [['Border', 'Trade'], ['Strikes']], stance: 'supports' })
    tagQuote(db, context, article, 'Stop', { speaker: 'Kabul', issues: [['Strikes']], stance: 'opposes' })
    return ids
  })
  const rows = (chosen: (number | undefined)[]) => {
    const { columns, rows: passing, context } = comparisonOf(library.read, { issues: chosen.map((id) => id ?? 0) }, 'side')
    const matrix = buildMatrix(columns, passing, context)
    return matrix.rows.map((row) => [row.issueId, row.depth, row.statements])
  }
  expect(rows([])).toEqual([
    [border, 0, 1],
    [trade, 1, 1],
    [strikes, 0, 2],
  ])
  expect(rows([border])).toEqual([
    [border, 0, 1],
    [trade, 1, 1],
  ])
  expect(rows([trade])).toEqual([[trade, 0, 1]])
})
