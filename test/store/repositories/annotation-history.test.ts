/** What happened to one annotation, in fields: also its links, its thread, and what is gone by now. */
import { expect, test } from 'vitest'
import { annotationHistory } from '../../../src/core/store/annotation-history.ts'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { updateAnnotation } from '../../../src/core/store/annotations.ts'
import { removeParty, resolveParty } from '../../../src/core/store/parties.ts'
import { setTagFields, tagFields } from '../../../src/core/store/tag-fields.ts'
import { insertThread, setThreadMembers } from '../../../src/core/store/threads.ts'
import { codedLibrary, plansOf, putArticle, step, tagQuote } from './library.ts'

function coded() {
  const library = codedLibrary()
  const id = step(library, (db, context) =>
    tagQuote(db, context, putArticle(db, 'Close the camps now. Another matter.'), 'Close the camps', {
      speaker: 'Pakistan',
      targets: ['Kabul'],
      intensity: 2,
    }),
  )
  const other = step(library, (db, context) => tagQuote(db, context, 1, 'Another matter', { speaker: 'Qatar', note: 'elsewhere' }))
  return { library, id, other }
}
const changesOf = (library: ReturnType<typeof coded>['library'], id: number) =>
  annotationHistory(library.read, id).map((entry) => entry.changes)

test('each step says which fields it changed from what to what, newest first', () => {
  const { library, id } = coded()
  step(library, (db, context) =>
    updateAnnotation(
      db,
      id,
      { speaker: 'Kabul', targets: ['Qatar'], intensity: 4, reportedBy: ['Dawn', 'officials'], tag: 'threat' },
      context,
    ),
  )
  const [changed, made] = changesOf(library, id)
  expect(made).toEqual([
    { field: 'tag', name: null, before: null, after: 'Demand' },
    { field: 'speaker', name: null, before: null, after: 'Pakistan' },
    { field: 'intensity', name: null, before: null, after: '2' },
    { field: 'targets', name: null, before: null, after: 'Kabul' },
  ])
  expect(changed).toEqual(
    expect.arrayContaining([
      { field: 'tag', name: null, before: 'Demand', after: 'Threat' },
      { field: 'speaker', name: null, before: 'Pakistan', after: 'Kabul' },
      { field: 'intensity', name: null, before: '2', after: '4' },
      { field: 'reportedBy', name: null, before: null, after: 'Dawn ← officials' },
      { field: 'targets', name: null, before: 'Kabul', after: null },
      { field: 'targets', name: null, before: null, after: 'Qatar' },
    ]),
  )
  expect(changed).toHaveLength(6)
})

test('moved edges show the passage; what is taken back is marked and stays', () => {
  const { library, id } = coded()
  step(library, (db, context) => updateAnnotation(db, id, { start: 0, end: 19 }, context))
  library.undo()
  const steps = annotationHistory(library.read, id)
  expect(steps.map(({ kind, state }) => [kind, state])).toEqual([
    ['history.undo', 'fixed'],
    ['test.step', 'undone'],
    ['test.step', 'done'],
  ])
  expect(steps[1]?.changes).toEqual([{ field: 'passage', name: null, before: 'Close the camps', after: 'Close the camps now' }])
  expect(steps[0]?.changes).toEqual([{ field: 'passage', name: null, before: 'Close the camps now', after: 'Close the camps' }])
})

test('a party that was removed is called what it was called, a place in a thread is told', () => {
  const { library, id } = coded()
  step(library, (db, context) =>
    insertThread(db, { kind: 'demand', title: 'Camps', members: [{ annotationId: id, role: 'raised' }] }, context),
  )
  step(library, (db, context) => removeParty(db, resolveParty(db, 'Pakistan', context.uid)))
  const [removed, threaded] = changesOf(library, id)
  expect(removed).toEqual([{ field: 'speaker', name: null, before: 'Pakistan', after: null }])
  expect(threaded).toEqual([{ field: 'thread', name: 'Camps', before: null, after: 'raised' }])
})

test('an annotation that is gone has its history still; one that never was has none', () => {
  const { library, id } = coded()
  step(library, (db) => removeAnnotations(db, [id]))
  expect(annotationHistory(library.read, id)).toHaveLength(2)
  expect(annotationHistory(library.read, 9_999)).toEqual([])
})

test('rows are found by the index of changes, never by looking through the history', () => {
  const { library, id } = coded()
  const plans = plansOf(library.read, (db) => annotationHistory(db, id))
  expect(plans.filter((plan) => /^SCAN change\b/.test(plan))).toEqual([])
  expect(plans.some((plan) => plan.includes('ix_change_row'))).toBe(true)
})

test('fields of the tag read by their type as it was: parties by name, also one that is gone; yes and no are marked as such', () => {
  const { library, id } = coded()
  const fields = step(library, (db, { uid }) => {
    const tagId = db.value<number>('SELECT tag_id FROM annotation WHERE id = ?', [id])
    const plain = { choices: [], renamed: [] }
    setTagFields(
      db,
      tagId,
      [
        { name: 'Who', type: 'party', ...plain },
        { name: 'Signed', type: 'yes-no', ...plain },
      ],
      uid,
    )
    return tagFields(db, tagId)
  })
  let now = 1
  const [who, signed] = fields.map((field) => String(field.id))
  const set = (values: Record<string, string | boolean>): void =>
    step(library, (db, context) => updateAnnotation(db, id, { fields: values }, { ...context, now: (now += 1) }))
  set({ [who ?? '']: 'Kabul', [signed ?? '']: true })
  set({ [who ?? '']: 'Doha', [signed ?? '']: false })
  step(library, (db) =>
    removeParty(
      db,
      resolveParty(db, 'Doha', () => 'none'),
    ),
  )
  const [gone, second, first] = changesOf(library, id)
  const [party, yesNo] = [
    { field: 'custom', name: 'Who', type: 'party' },
    { field: 'custom', name: 'Signed', type: 'yes-no' },
  ]
  expect(first).toEqual([
    { ...party, before: null, after: 'Kabul' },
    { ...yesNo, before: null, after: 'yes' },
  ])
  expect(second).toEqual([
    { ...party, before: 'Kabul', after: 'Doha' },
    { ...yesNo, before: 'yes', after: 'no' },
  ])
  expect(gone).toEqual([{ ...party, before: 'Doha', after: null }])
})

test('a changed role is told with its thread', () => {
  const { library, id } = coded()
  const threadId = step(library, (db, context) =>
    insertThread(db, { title: 'Camps', kind: 'demand', members: [{ annotationId: id, role: 'raised' }] }, context),
  )
  step(library, (db) => setThreadMembers(db, threadId, [{ annotationId: id, role: 'repeated' }]))
  expect(changesOf(library, id)[0]).toEqual([{ field: 'thread', name: 'Camps', before: 'raised', after: 'repeated' }])
})
