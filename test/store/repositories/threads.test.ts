/** Threads: members in the order given, each once; what they refer to may go and come back. */
import { describe, expect, test } from 'vitest'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { removeArticles } from '../../../src/core/store/articles.ts'
import { insertThread, listThreads, removeThread, setThreadMembers, threadById } from '../../../src/core/store/threads.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote } from './library.ts'

/** A library with three annotations and a thread of the first two. */
function threaded(): { library: LibraryFile; thread: number; a: number; b: number; c: number } {
  const library = codedLibrary()
  const made = step(library, (db, context) => {
    const article = putArticle(db, 'One said it. Two repeated it. Three denied it.')
    const [a, b, c] = ['One', 'Two', 'Three'].map((quote) => tagQuote(db, context, article, quote))
    return { a: a ?? 0, b: b ?? 0, c: c ?? 0 }
  })
  const thread = step(library, (db, context) =>
    insertThread(
      db,
      {
        kind: 'demand',
        title: 'Open the crossing',
        owner: 'Kabul',
        addressee: 'Islamabad',
        issue: 'Border › Crossings',
        criterion: 'lorries pass',
        deadline: '2025-11',
        monitor: 'Doha',
        note: 'see annex',
        members: [
          { annotationId: made.b, role: 'raised' },
          { annotationId: made.a, role: 'repeated' },
        ],
      },
      context,
    ),
  )
  return { library, thread, ...made }
}

describe('members', () => {
  test('stand in the order given and change role and place without losing their rows', () => {
    const { library, thread, a, b, c } = threaded()
    expect(threadById(library.read, thread)).toMatchObject({
      kind: 'demand',
      title: 'Open the crossing',
      criterion: 'lorries pass',
      deadline: '2025-11',
      monitor: 'Doha',
      note: 'see annex',
      members: [
        { annotationId: b, role: 'raised' },
        { annotationId: a, role: 'repeated' },
      ],
    })
    const rows = library.read.all('SELECT id, annotation_id FROM thread_member ORDER BY id')
    const before = dump(library.read)
    const members = [
      { annotationId: a, role: 'raised' as const },
      { annotationId: c, role: 'denied' as const },
      { annotationId: b, role: 'hardened' as const },
    ]
    step(library, (db) => setThreadMembers(db, thread, members))
    expect(threadById(library.read, thread).members).toEqual(members)
    expect(library.read.all('SELECT id, annotation_id FROM thread_member WHERE annotation_id <> ? ORDER BY id', [c])).toEqual(rows)
    library.undo()
    expect(dump(library.read)).toBe(before)
    library.redo()
    expect(threadById(library.read, thread).members).toEqual(members)
    step(library, (db) => setThreadMembers(db, thread, []))
    expect(threadById(library.read, thread).members).toEqual([])
  })

  test('named twice is a member once, in its last role', () => {
    const { library, thread, a } = threaded()
    step(library, (db) =>
      setThreadMembers(db, thread, [
        { annotationId: a, role: 'raised' },
        { annotationId: a, role: 'withdrawn' },
      ]),
    )
    expect(threadById(library.read, thread).members).toEqual([{ annotationId: a, role: 'withdrawn' }])
  })

  test('that are not there refuse the whole, and so does a thread that is not', () => {
    const { library, thread, a } = threaded()
    const before = dump(library.read)
    const members = [
      { annotationId: a, role: 'raised' as const },
      { annotationId: 4_711, role: 'denied' as const },
    ]
    expect(refusal(() => step(library, (db) => setThreadMembers(db, thread, members)))).toMatchObject({
      code: 'not-found',
      details: { what: 'annotation', id: 4_711 },
    })
    expect(
      refusal(() =>
        step(library, (db, context) => insertThread(db, { kind: 'threat', title: 'New', owner: 'Newcomer', members }, context)),
      ),
    ).toMatchObject({ code: 'not-found' })
    for (const work of [setThreadMembers, removeThread])
      expect(refusal(() => step(library, (db) => work(db, 4_711, [])))).toMatchObject({
        code: 'not-found',
        details: { what: 'thread', id: 4_711 },
      })
    expect(dump(library.read)).toBe(before)
  })
})

test('C19 what a thread refers to goes without it, and undo puts every member back in its place', () => {
  const { library, thread, a, b } = threaded()
  const before = dump(library.read)
  step(library, (db) => removeAnnotations(db, [b]))
  expect(threadById(library.read, thread).members).toEqual([{ annotationId: a, role: 'repeated' }])
  step(library, (db) => removeArticles(db, [1]))
  expect(threadById(library.read, thread).members).toEqual([])
  expect(library.check()).toMatchObject({ foreignKeys: [], history: [] })
  library.undo()
  library.undo()
  expect(dump(library.read)).toBe(before)
})

test('a thread goes without its annotations, and undo brings it back', () => {
  const { library, thread } = threaded()
  const before = dump(library.read)
  step(library, (db) => removeThread(db, thread))
  expect(listThreads(library.read)).toEqual([])
  expect(library.read.value('SELECT count(*) FROM annotation')).toBe(3)
  library.undo()
  expect(dump(library.read)).toBe(before)
})
