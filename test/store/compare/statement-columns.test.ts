/**
 * The columns kept in memory say at every moment what the database says, whatever is written, refused, undone, done again or taken back
 * in between, and a filter chooses from them the very statements that it chooses in SQL, in order of time.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byDate } from '../../../src/core/compare/order.ts'
import { evidenceByIds, filteredIds } from '../../../src/core/store/filtered.ts'
import { openLibraryFile } from '../../../src/core/store/library-file.ts'
import { statementColumns } from '../../../src/core/store/statement-columns.ts'
import { selectStatements } from '../../../src/core/store/statement-filter.ts'
import { filterSchema, type Filter } from '../../../src/shared/domain/filter.ts'
import { closedLater, options } from '../helpers/library.ts'
import { action, filled, tried } from './statement-actions.ts'
import { areExact, expectedStatements, statementsOf } from './statements.ts'

const ids = (max: number) => fc.uniqueArray(fc.integer({ min: 1, max }), { maxLength: 3 })
const day = fc.constantFrom('2024-01-01', '2024-12-31', '2025-01-01', '2025-10-01', '2025-10-29')
const fields = {
  from: day,
  to: day,
  articles: ids(6),
  tags: ids(4),
  parties: ids(6),
  issues: ids(6),
  outlets: fc.uniqueArray(fc.constantFrom('HARBOUR post', 'Strait Daily', '海峡日报', '%'), { maxLength: 2 }),
  collections: ids(4),
  coders: ids(3),
  statuses: fc.uniqueArray(fc.constantFrom('draft', 'reviewed', 'disputed'), { maxLength: 2 }),
  confidences: fc.uniqueArray(fc.constantFrom('low', 'medium', 'high'), { maxLength: 2 }),
  attributions: fc.uniqueArray(fc.constantFrom('direct', 'anonymous', 'denied', 'outlet'), { maxLength: 2 }),
  importantOnly: fc.boolean(),
  storyOnce: fc.boolean(),
}
/** Up to three fields: with more hardly anything passes. */
const filterArbitrary: fc.Arbitrary<Filter> = fc
  .tuple(fc.record(fields), fc.subarray(Object.keys(fields), { maxLength: 3 }))
  .map(([all, names]) => filterSchema.parse(Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))))

test('the columns kept are those of the database after any writing, undoing and refusing', () => {
  fc.assert(
    fc.property(
      fc.array(action, { minLength: 5, maxLength: 30 }),
      fc.array(filterArbitrary, { minLength: 6, maxLength: 6 }),
      (actions, filters) => {
        let library = filled()
        const look = (): void => {
          const columns = statementColumns(library.read)
          expect(statementsOf(columns)).toEqual(expectedStatements(library.read))
          expect(areExact(columns)).toBe(true)
        }
        look()
        for (const next of actions) {
          if (next.do === 'look') look()
          else if (next.do === 'reopen') {
            library.close()
            library = closedLater(openLibraryFile(library.path, options()))
          } else tried(library, next)
        }
        look()
        for (const filter of filters) {
          const { columns, rows } = selectStatements(library.read, filter)
          const passing = filteredIds(library.read, filter, -1)
          const inOrder = evidenceByIds(library.read, passing).toSorted(byDate)
          expect(Array.from(rows, (row) => columns.id[row])).toEqual(inOrder.map(({ id }) => id))
          expect(rows.every((row, index) => index === 0 || row > (rows[index - 1] ?? 0))).toBe(true)
        }
        library.close()
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)
