/** What is kept of the columns: it follows every change of one thing alone, and stays as it is where nothing of it is written. */
import { describe, expect, test } from 'vitest'
import { insertAnnotation, updateAnnotation } from '../../../src/core/store/annotations.ts'
import { updateArticle } from '../../../src/core/store/articles.ts'
import { openLibraryFile } from '../../../src/core/store/library-file.ts'
import { statementColumns } from '../../../src/core/store/statement-columns.ts'
import { closedLater, options } from '../helpers/library.ts'
import { step } from '../repositories/library.ts'
import { ANNOTATION_SETS, ARTICLE_SETS, filled } from './statement-actions.ts'
import { expectedStatements, statementsOf } from './statements.ts'

describe('what is kept', () => {
  test.each([...ANNOTATION_SETS.map((set) => `annotation SET ${set}`), ...ARTICLE_SETS.map((set) => `article SET ${set}`)])(
    'follows a change of one thing alone: %s',
    (change) => {
      const library = filled()
      step(library, (db, context) => {
        updateAnnotation(db, 1, { stated: change.startsWith('article') ? null : '2025-10-01', speaker: 'Other' }, context)
        updateArticle(db, 1, { published: '2025-10', outlet: 'Harbour Post', reliability: 'A', credibility: 2 }, 1)
      })
      library.setCoder('Ben')
      step(library, (db, context) => insertAnnotation(db, { articleId: 1, start: 5, end: 9, tag: 'demand' }, context))
      const before = statementsOf(statementColumns(library.read))
      step(library, (db) => void db.run(`UPDATE ${change} WHERE true`))
      const after = statementsOf(statementColumns(library.read))
      expect(after).toEqual(expectedStatements(library.read))
      expect(after).not.toEqual(before)
      library.undo()
      expect(statementsOf(statementColumns(library.read))).toEqual(before)
    },
  )

  test('stays the same object until something of it is written', () => {
    const library = filled()
    const before = statementColumns(library.read)
    step(library, (db, context) => updateAnnotation(db, 1, { note: 'only words', translation: 'none' }, context))
    step(library, (db) => void db.run("UPDATE article SET title = 'Another title'"))
    expect(statementColumns(library.read)).toBe(before)
    step(library, (db, context) => updateAnnotation(db, 1, { stance: 'opposes' }, context))
    const after = statementColumns(library.read)
    expect(after).not.toBe(before)
    expect(after.id.buffer).toBe(before.id.buffer)
    expect(statementsOf(after)).toEqual(expectedStatements(library.read))
  })

  test('a library that is only read has its columns too', () => {
    const written = filled()
    const expected = expectedStatements(written.read)
    written.close()
    const library = closedLater(openLibraryFile(written.path, { ...options(), readOnly: true }))
    expect(statementsOf(statementColumns(library.read))).toEqual(expected)
  })
})
