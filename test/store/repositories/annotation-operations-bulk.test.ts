/** Many annotations in one step: what is set is set in all, what is left out stays in each, one undo takes everything back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { insertAnnotations, updateAnnotations } from '../../../src/core/store/annotation-bulk.ts'
import { annotationById, annotationsByIds, updateAnnotation } from '../../../src/core/store/annotations.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { bulkPatchSchema, type BulkPatch, type ListChange } from '../../../src/shared/domain/annotation-operations.ts'
import type { Annotation } from '../../../src/shared/domain/annotation.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, putArticle, refusal, step } from './library.ts'

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six']

function six(library: LibraryFile): number[] {
  return step(library, (db, context) => {
    const articleId = putArticle(db, WORDS.join(' '))
    let start = 0
    return insertAnnotations(
      db,
      WORDS.map((word, index) => {
        const passage = { articleId, start, end: start + word.length }
        start = passage.end + 1
        return {
          ...passage,
          tag: index % 2 === 0 ? 'demand' : 'threat',
          note: word,
          ...(index < 3 && { speaker: 'Kabul', targets: ['Pakistan', 'TTP'], reportedBy: ['Dawn'] }),
        }
      }),
      context,
    )
  })
}

const change = (library: LibraryFile, ids: readonly number[], patch: BulkPatch): number =>
  step(library, (db, context) => updateAnnotations(db, ids, bulkPatchSchema.parse(patch), context))
const all = (library: LibraryFile, ids: readonly number[]): Annotation[] => annotationsByIds(library.read, ids)
const partyNames = (library: LibraryFile, ids: readonly number[]): string[] =>
  ids.map((id) => library.read.value<string>('SELECT name FROM party WHERE id = ?', [id]))

describe('one patch for many', () => {
  test.each<['sources' | 'targets' | 'issues', (names: string[]) => BulkPatch, number]>([
    ['sources', (names) => ({ reportedBy: { add: names } }), 20],
    ['targets', (names) => ({ targets: { add: names } }), 50],
    ['issues', (names) => ({ issues: { add: names.map((name) => [name]) } }), 50],
  ])('more %s than one can hold are refused, and none is left out in silence', (what, patch, limit) => {
    const library = codedLibrary()
    const ids = six(library).slice(3)
    change(library, [ids[0] ?? 0], patch(Array.from({ length: limit }, (_, n) => `Name ${n}`)))
    const whole = dump(library.read)
    expect(refusal(() => change(library, ids, patch(['One more'])))).toMatchObject({
      code: 'invalid-input',
      details: { reason: `too-many-${what}`, count: limit + 1, limit },
    })
    expect(dump(library.read)).toBe(whole)
    // One that is there already is none more.
    expect(change(library, ids, patch(['Name 0']))).toBe(2)
  })

  test('sets what is given, in these alone; parties and issues are made once; one step', () => {
    const library = codedLibrary()
    const ids = six(library)
    const before = dump(library.read)
    const depth = library.historyState().depth
    const changed = change(library, ids.slice(1, 5), {
      tag: 'offer',
      speaker: 'Doha',
      intensity: 3,
      important: true,
      status: 'reviewed',
      stated: '2025-10',
      condition: '  ',
      issues: { add: ['Border › Crossings'] },
    })
    expect(changed).toBe(4)
    expect(library.historyState().depth).toBe(depth + 1)
    const offer = library.read.value<number>(`SELECT id FROM tag WHERE code = 'offer'`)
    all(library, ids).forEach((annotation, index) => {
      const isIn = index >= 1 && index < 5
      expect(annotation.note).toBe(WORDS[index])
      expect(annotation.tagId === offer).toBe(isIn)
      expect(annotation.issueIds.length).toBe(isIn ? 1 : 0)
      expect([annotation.intensity, annotation.important, annotation.status, annotation.stated, annotation.condition]).toEqual(
        isIn ? [3, true, 'reviewed', '2025-10', null] : [null, false, 'draft', null, null],
      )
    })
    expect(library.read.value(`SELECT count(*) FROM party WHERE name = 'Doha'`)).toBe(1)
    library.undo()
    expect(dump(library.read)).toBe(before)
  })

  test('lists: what is added goes behind, what is removed goes, what is set is the whole list in this order', () => {
    const library = codedLibrary()
    const ids = six(library)
    const lists = (): string[][] => all(library, ids).map(({ targetIds }) => partyNames(library, targetIds))
    const pakistan = library.read.value<number>(`SELECT id FROM party WHERE name = 'Pakistan'`)
    change(library, ids, { targets: { add: ['Doha', 'TTP'], remove: [pakistan] }, reportedBy: { add: ['AFP'] } })
    expect(lists()).toEqual(ids.map((_, index) => (index < 3 ? ['TTP', 'Doha'] : ['Doha', 'TTP'])))
    expect(all(library, ids).map(({ reportedBy }) => reportedBy.join())).toEqual([
      ...Array<string>(3).fill('Dawn,AFP'),
      ...Array<string>(3).fill('AFP'),
    ])
    change(library, ids, { targets: { set: ['TTP', 'Kabul'] }, reportedBy: { set: [] } })
    expect(lists()).toEqual(ids.map(() => ['TTP', 'Kabul']))
    expect(all(library, ids).every(({ reportedBy }) => reportedBy.length === 0)).toBe(true)
  })

  test('what is the same already is not touched, and not counted', () => {
    const library = codedLibrary()
    const ids = six(library)
    expect(change(library, ids, { speaker: 'Kabul', targets: { add: ['TTP'] } })).toBe(3)
    const before = dump(library.read)
    const { depth } = library.historyState()
    expect(change(library, ids, { speaker: 'kabul', targets: { add: ['TTP'] } })).toBe(0)
    expect(dump(library.read)).toBe(before)
    expect(library.historyState().depth).toBe(depth)
  })

  test('an annotation that is not there, or a list that is both set and added to, changes nothing', () => {
    const library = codedLibrary()
    const ids = six(library)
    const before = dump(library.read)
    expect(refusal(() => change(library, [...ids, 99], { important: true }))).toMatchObject({ code: 'not-found', details: { id: 99 } })
    expect(bulkPatchSchema.safeParse({ targets: { set: [1], add: [2] } }).success).toBe(false)
    expect(dump(library.read)).toBe(before)
  })

  test('gives what the same change made one by one gives', () => {
    const party = fc.constantFrom('Kabul', 'Pakistan', 'TTP', 'Doha')
    const listOf = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<ListChange<T>> =>
      fc.oneof(
        fc.record({ set: fc.uniqueArray(item, { maxLength: 3 }) }),
        fc.record({ add: fc.uniqueArray(item, { maxLength: 2 }), remove: fc.uniqueArray(item, { maxLength: 2 }) }),
      )
    const patches = fc.record(
      {
        tag: fc.constantFrom('demand', 'offer'),
        speaker: fc.option(party),
        note: fc.option(fc.constantFrom('', 'n', 'm')),
        stance: fc.option(fc.constantFrom('supports' as const, 'opposes' as const)),
        targets: listOf(party),
        issues: listOf(fc.constantFrom('Border', 'Border › Crossings', 'Trade')),
        reportedBy: listOf(fc.constantFrom('Dawn', 'AFP')),
      },
      { requiredKeys: [] },
    )
    const library = codedLibrary()
    const ids = six(library)
    const idOf = (table: 'party' | 'issue', name: string): number =>
      library.read.value<number>(`SELECT id FROM ${table} WHERE name = ?`, [name.split(' › ').at(-1) ?? ''])
    step(library, (db, context) =>
      updateAnnotation(
        db,
        ids[0] ?? 0,
        { targets: ['Kabul', 'Pakistan', 'TTP', 'Doha'], issues: ['Border › Crossings', 'Trade'] },
        context,
      ),
    )
    const byId = (table: 'party' | 'issue', { remove, ...change }: ListChange<string>): ListChange<string, number> => ({
      ...change,
      ...(remove && { remove: remove.map((name) => idOf(table, name)) }),
    })
    const after = <T>(now: readonly T[], { set, add = [], remove = [] }: ListChange<T>): T[] =>
      set ?? [...new Set([...now.filter((item) => !remove.includes(item)), ...add])]
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), patches, (some, patch) => {
        const { targets: wantedTargets, issues: wantedIssues, ...others } = patch
        const { depth } = library.historyState()
        change(library, some, {
          ...others,
          ...(wantedTargets && { targets: byId('party', wantedTargets) }),
          ...(wantedIssues && { issues: byId('issue', wantedIssues) }),
        })
        const bulk = all(library, ids).map((annotation) => ({ ...annotation, changedAt: '' }))
        // What changes nothing is no step.
        if (library.historyState().depth > depth) library.undo()
        step(library, (db, context) => {
          for (const id of some) {
            const now = annotationById(db, id)
            const { targets, issues, reportedBy, ...plain } = patch
            const idsIn = (table: 'party' | 'issue', { set, add, remove }: ListChange<string>): ListChange<number> => ({
              ...(set && { set: set.map((name) => idOf(table, name)) }),
              ...(add && { add: add.map((name) => idOf(table, name)) }),
              ...(remove && { remove: remove.map((name) => idOf(table, name)) }),
            })
            const lists = {
              ...(targets && { targets: after(now.targetIds, idsIn('party', targets)) }),
              ...(issues && { issues: after(now.issueIds, idsIn('issue', issues)) }),
              ...(reportedBy && { reportedBy: after(now.reportedBy, reportedBy) }),
            }
            updateAnnotation(db, id, { ...plain, ...lists }, context)
          }
        })
        expect(bulk).toEqual(all(library, ids).map((annotation) => ({ ...annotation, changedAt: '' })))
      }),
      { numRuns: 80 },
    )
  })
})

test('G3 10,000 annotations are made in one step and changed in one, and both go back and forth exactly', () => {
  const library = codedLibrary()
  const articleId = step(library, (db) => putArticle(db, 'word '.repeat(10_000)))
  const empty = dump(library.read)
  const ids = step(library, (db, context) =>
    insertAnnotations(
      db,
      Array.from({ length: 10_000 }, (_, index) => ({
        articleId,
        start: index * 5,
        end: index * 5 + 4,
        tag: 'demand',
        targets: ['Kabul'],
      })),
      context,
    ),
  )
  const made = dump(library.read)
  expect(change(library, ids, { tag: 'threat', speaker: 'Pakistan', targets: { add: ['TTP'] }, status: 'reviewed' })).toBe(10_000)
  const changed = dump(library.read)
  expect(library.read.value(`SELECT count(*) FROM annotation WHERE speaker_id IS NOT NULL AND status = 'reviewed'`)).toBe(10_000)
  const { depth } = library.historyState()
  library.undo()
  expect(dump(library.read)).toBe(made)
  library.undo()
  expect(dump(library.read)).toBe(empty)
  library.redo()
  library.redo()
  expect(dump(library.read)).toBe(changed)
  expect(library.historyState().depth).toBe(depth)
}, 120_000)

test('one passage that does not fit, and none is tagged', () => {
  const library = codedLibrary()
  const articleId = step(library, (db) => putArticle(db, 'one two'))
  const before = dump(library.read)
  const passages = [
    { articleId, start: 0, end: 3, tag: 'demand' },
    { articleId, start: 4, end: 40, tag: 'demand' },
  ]
  expect(refusal(() => step(library, (db, context) => insertAnnotations(db, passages, context)))).toMatchObject({ code: 'range-invalid' })
  expect(dump(library.read)).toBe(before)
})
