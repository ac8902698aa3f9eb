/** Checks of threads: recorded, changed and removed as steps; what they refer to may go, be merged and come back. */
import { describe, expect, test } from 'vitest'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { mergeAnnotations } from '../../../src/core/store/annotation-operations.ts'
import { mergeParty } from '../../../src/core/store/party-changes.ts'
import { removeParty, resolveParty } from '../../../src/core/store/parties.ts'
import { checkById, checksOfThread, insertCheck, removeCheck, updateCheck } from '../../../src/core/store/thread-checks.ts'
import { threadDetailById } from '../../../src/core/store/thread-members.ts'
import { insertThread, removeThread } from '../../../src/core/store/threads.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { rowsOf } from '../helpers/prepared.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote, uid } from './library.ts'

function checked() {
  const library = codedLibrary()
  const quotes = step(library, (db, context) => {
    const article = putArticle(db, 'Kabul promises rules. No rules were seen. Rules were seen.', { published: '2025-10-20' })
    return ['Kabul promises rules', 'No rules were seen', 'Rules were seen'].map((quote) => tagQuote(db, context, article, quote))
  })
  const [promise = 0, none = 0, seen = 0] = quotes
  const thread = step(library, (db, context) =>
    insertThread(
      db,
      { kind: 'commitment', title: 'Rules', owner: 'Kabul', members: [{ annotationId: promise, role: 'raised' }], deadline: '2025-11-06' },
      context,
    ),
  )
  const later = step(library, (db, context) =>
    insertCheck(
      db,
      { threadId: thread, checked: '2025-11-07', result: 'met', by: 'Doha', note: 'seen', annotationIds: [seen, none, seen] },
      context,
    ),
  )
  const earlier = step(library, (db, context) => insertCheck(db, { threadId: thread, checked: '2025-10', result: 'unclear' }, context))
  return { library, thread, later, earlier, promise, none, seen }
}

/** Taken back and done again, every row is as it was. */
function isStep(library: LibraryFile, work: () => void): void {
  const before = rowsOf(library)
  work()
  const after = rowsOf(library)
  expect(after).not.toBe(before)
  library.undo()
  expect(rowsOf(library)).toBe(before)
  library.redo()
  expect(rowsOf(library)).toBe(after)
}

describe('checks', () => {
  test('stand by date with who held them and their evidence in order, each statement once', () => {
    const { library, thread, later, earlier, none, seen } = checked()
    expect(checksOfThread(library.read, thread)).toMatchObject([
      { id: earlier, threadId: thread, checked: '2025-10', result: 'unclear', byId: null, note: '', annotationIds: [] },
      { id: later, checked: '2025-11-07', result: 'met', note: 'seen', annotationIds: [seen, none] },
    ])
    const detail = threadDetailById(library.read, thread, { asOfDay: 20_500 })
    expect(detail).toMatchObject({ status: 'fulfilled', derived: { because: { checkId: later, result: 'met' } } })
    expect(detail.checks.map(({ evidence }) => evidence.map(({ id }) => id))).toEqual([[], [seen, none]])
    expect(detail.history.map(({ status }) => status)).toEqual(['open', 'overdue', 'fulfilled'])
  })

  test('are added, changed and removed as steps that undo takes back to the row', () => {
    const { library, thread, later, none } = checked()
    isStep(library, () =>
      step(library, (db, context) => insertCheck(db, { threadId: thread, checked: '2025', result: 'unclear', by: 'Oslo' }, context)),
    )
    isStep(library, () =>
      step(library, (db, context) =>
        updateCheck(db, later, { result: 'not-met', by: null, checked: '2025-11-08', annotationIds: [none] }, context),
      ),
    )
    expect(checkById(library.read, later)).toMatchObject({
      result: 'not-met',
      byId: null,
      checked: '2025-11-08',
      note: 'seen',
      annotationIds: [none],
    })
    isStep(library, () => step(library, (db) => removeCheck(db, later)))
    expect(refusal(() => checkById(library.read, later)).code).toBe('not-found')
  })

  test('are refused for a thread or a statement that is not there, and nothing of them stays', () => {
    const { library, thread, later } = checked()
    const before = rowsOf(library)
    const input = { checked: '2025', result: 'met' as const }
    expect(refusal(() => step(library, (db, context) => insertCheck(db, { ...input, threadId: 999 }, context))).details.what).toBe('thread')
    const gone = { ...input, threadId: thread, annotationIds: [999] }
    expect(refusal(() => step(library, (db, context) => insertCheck(db, gone, context))).details.what).toBe('annotation')
    expect(refusal(() => step(library, (db, context) => updateCheck(db, 999, {}, context))).code).toBe('not-found')
    expect(refusal(() => step(library, (db) => removeCheck(db, 999))).code).toBe('not-found')
    expect(rowsOf(library)).toBe(before)
    expect(checkById(library.read, later).result).toBe('met')
  })

  test('keep their evidence when statements are made one', () => {
    const { library, later, promise, none, seen } = checked()
    isStep(library, () => step(library, (db, context) => mergeAnnotations(db, [none, promise], [], context)))
    expect(checkById(library.read, later).annotationIds).toEqual([seen, none])
    isStep(library, () => step(library, (db, context) => mergeAnnotations(db, [none, seen], [], context)))
    expect(checkById(library.read, later).annotationIds).toEqual([none])
  })

  test('outlive the party that held them and their evidence, follow a merged party, and go with their thread', () => {
    const { library, thread, later, seen, none } = checked()
    const doha = checkById(library.read, later).byId ?? 0
    const oslo = step(library, (db) => resolveParty(db, 'Oslo', uid))
    isStep(library, () => step(library, (db) => mergeParty(db, doha, oslo)))
    expect(checkById(library.read, later).byId).toBe(oslo)
    isStep(library, () => step(library, (db) => removeAnnotations(db, [seen])))
    expect(checkById(library.read, later).annotationIds).toEqual([none])
    isStep(library, () => step(library, (db) => removeParty(db, oslo)))
    expect(checkById(library.read, later).byId).toBeNull()
    isStep(library, () => step(library, (db) => removeThread(db, thread)))
    expect(library.read.value('SELECT count(*) FROM thread_check')).toBe(0)
  })
})
