/** Threads of an annotation, proposals for one, and single members coming and going. */
import { describe, expect, test } from 'vitest'
import { updateAnnotation } from '../../../src/core/store/annotations.ts'
import { suggestThreads, threadsOfAnnotation } from '../../../src/core/store/thread-members.ts'
import { rolesIn } from '../../../src/core/store/thread-roles.ts'
import {
  attachAllToThread,
  attachToThread,
  detachFromThread,
  insertThread,
  threadById,
  updateThread,
} from '../../../src/core/store/threads.ts'
import { rowsOf } from '../helpers/prepared.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote } from './library.ts'

function threaded() {
  const library = codedLibrary()
  const ids = step(library, (db, context) => {
    const first = putArticle(db, 'Islamabad wants the camps closed. Kabul will not close any camps.', { published: '2025-10-18' })
    const later = putArticle(db, 'Again Islamabad wants all the camps closed at once. The weather was fine.', { published: '2025-10-29' })
    const pakistan = { speaker: 'Islamabad', targets: ['Kabul'], issues: ['Camps'] }
    return {
      raised: tagQuote(db, context, first, 'Islamabad wants the camps closed', { ...pakistan, intensity: 3 }),
      answer: tagQuote(db, context, first, 'Kabul will not close any camps', {
        tag: 'rejection',
        speaker: 'Kabul',
        targets: ['Islamabad'],
        issues: ['Camps'],
      }),
      again: tagQuote(db, context, later, 'Again Islamabad wants all the camps closed at once', { ...pakistan, intensity: 5 }),
      weather: tagQuote(db, context, later, 'The weather was fine', { tag: 'position', speaker: 'Doha' }),
    }
  })
  const thread = step(library, (db, context) =>
    insertThread(
      db,
      {
        kind: 'demand',
        title: 'Close the camps',
        owner: 'Islamabad',
        addressee: 'Kabul',
        issue: 'Camps',
        members: [{ annotationId: ids.raised, role: 'raised' }],
      },
      context,
    ),
  )
  return { library, thread, ...ids }
}

describe('proposals', () => {
  test('the same demand again, stronger, and the answer to it, each with its reasons and role', () => {
    const { library, thread, again, answer } = threaded()
    const [repeated] = suggestThreads(library.read, again, 5)
    expect(repeated).toMatchObject({ thread: { id: thread }, role: 'hardened' })
    expect(repeated?.reasons).toEqual(expect.arrayContaining(['owner', 'issue', 'addressee', 'words', 'kind']))
    const [answered] = suggestThreads(library.read, answer, 5)
    expect(answered).toMatchObject({ thread: { id: thread }, role: 'rejected' })
    expect(answered?.reasons).toContain('answer')
  })

  test('nothing for what has nothing in common, and never a thread it is in already', () => {
    const { library, weather, raised } = threaded()
    expect(suggestThreads(library.read, weather, 5)).toEqual([])
    expect(suggestThreads(library.read, raised, 5)).toEqual([])
  })

  test('a person speaks for the side it belongs to', () => {
    const { library, thread, again } = threaded()
    step(library, (db, context) => {
      updateAnnotation(db, again, { speaker: 'The minister', issues: [] }, context)
      db.run(`UPDATE party SET parent_id = (SELECT id FROM party WHERE name = 'Islamabad') WHERE name = 'The minister'`)
    })
    expect(suggestThreads(library.read, again, 5)[0]).toMatchObject({ thread: { id: thread }, role: 'hardened' })
  })
})

describe('members', () => {
  test('come with their quotes by date, whatever the order in which they were attached', () => {
    const { library, thread, answer, again, raised } = threaded()
    step(library, (db) => {
      attachToThread(db, thread, again, 'hardened')
      attachToThread(db, thread, answer, 'rejected')
    })
    const [detail] = threadsOfAnnotation(library.read, answer, { asOfDay: 20_420 })
    expect(detail?.members.map(({ role, evidence }) => [evidence.id, role])).toEqual([
      [raised, 'raised'],
      [answer, 'rejected'],
      [again, 'hardened'],
    ])
    expect(detail?.members[2]?.evidence).toMatchObject({ date: '2025-10-29', dateFrom: 'publication' })
  })

  test('change their role in place, leave, and come back by undo', () => {
    const { library, thread, raised, again } = threaded()
    step(library, (db) => attachToThread(db, thread, again, 'repeated'))
    const before = rowsOf(library)
    step(library, (db) => attachToThread(db, thread, again, 'hardened'))
    expect(threadById(library.read, thread).members).toEqual([
      { annotationId: raised, role: 'raised' },
      { annotationId: again, role: 'hardened' },
    ])
    step(library, (db) => detachFromThread(db, thread, again))
    expect(threadsOfAnnotation(library.read, again, { asOfDay: 20_420 })).toEqual([])
    library.undo()
    library.undo()
    expect(rowsOf(library)).toBe(before)
    step(library, (db) => {
      detachFromThread(db, thread, again)
      expect(refusal(() => detachFromThread(db, thread, again)).code).toBe('not-found')
    })
    expect(refusal(() => step(library, (db) => attachToThread(db, thread, 999, 'raised'))).code).toBe('not-found')
    expect(refusal(() => step(library, (db) => attachToThread(db, 999, again, 'raised'))).code).toBe('not-found')
  })

  test('stay when the fields of the thread change', () => {
    const { library, thread, raised } = threaded()
    step(library, (db, context) => updateThread(db, thread, { title: 'Camps', addressee: 'Ankara', issue: null, monitor: 'Doha' }, context))
    expect(threadById(library.read, thread)).toMatchObject({
      title: 'Camps',
      issueId: null,
      monitor: 'Doha',
      kind: 'demand',
      members: [{ annotationId: raised, role: 'raised' }],
    })
    expect(refusal(() => step(library, (db, context) => updateThread(db, 999, { title: 'x' }, context))).code).toBe('not-found')
  })
})

describe('many at once', () => {
  test('they come behind what is there by now; one that is there keeps its place and gets the role', () => {
    const { library, thread, raised, answer, again, weather } = threaded()
    step(library, (db) => attachToThread(db, thread, weather, 'repeated'))
    step(library, (db) =>
      attachAllToThread(db, thread, [
        { annotationId: answer, role: 'rejected' },
        { annotationId: raised, role: 'repeated' },
        { annotationId: again, role: 'hardened' },
      ]),
    )
    expect(threadById(library.read, thread).members).toEqual([
      { annotationId: raised, role: 'repeated' },
      { annotationId: weather, role: 'repeated' },
      { annotationId: answer, role: 'rejected' },
      { annotationId: again, role: 'hardened' },
    ])
    library.undo()
    expect(threadById(library.read, thread).members.map(({ role }) => role)).toEqual(['raised', 'repeated'])
  })

  test('one that is gone refuses all of them', () => {
    const { library, thread, answer } = threaded()
    const members = [answer, 99_999].map((annotationId) => ({ annotationId, role: 'repeated' as const }))
    expect(refusal(() => step(library, (db) => attachAllToThread(db, thread, members)))).toMatchObject({ code: 'not-found' })
    expect(threadById(library.read, thread).members).toHaveLength(1)
  })

  test('each gets the role that it would get by itself, in the order asked for', () => {
    const { library, thread, raised, answer, again, weather } = threaded()
    const roles = rolesIn(library.read, thread, [weather, again, answer, raised, 99_999, again])
    expect(roles).toEqual([
      { annotationId: weather, role: 'repeated' },
      { annotationId: again, role: 'hardened' },
      { annotationId: answer, role: 'rejected' },
      { annotationId: raised, role: 'raised' },
    ])
    for (const { annotationId, role } of roles)
      for (const suggested of suggestThreads(library.read, annotationId, 5)) expect(suggested.role).toBe(role)
  })

  test('in an empty thread the earliest raises it and the next is measured against that', () => {
    const { library, raised, again, weather } = threaded()
    const empty = step(library, (db, context) => insertThread(db, { kind: 'demand', title: 'New', owner: 'Islamabad' }, context))
    expect(rolesIn(library.read, empty, [again, raised]).map(({ role }) => role)).toEqual(['hardened', 'raised'])
    expect(rolesIn(library.read, empty, [weather]).map(({ role }) => role)).toEqual(['raised'])
  })
})
