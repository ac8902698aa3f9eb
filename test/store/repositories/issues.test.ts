/** Issues: paths make what is missing, siblings differ in name, and a removal that undo takes back whole. */
import { describe, expect, test } from 'vitest'
import { annotationById } from '../../../src/core/store/annotations.ts'
import { insertIssue, issueById, listIssues, removeIssue, resolveIssue, updateIssue } from '../../../src/core/store/issues.ts'
import { insertThread, threadById } from '../../../src/core/store/threads.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote, uid } from './library.ts'

const paths = (library: LibraryFile): string[] => listIssues(library.read).map((issue) => issue.path.join('/'))

describe('a path', () => {
  test('makes the levels that are missing, once, in whatever spelling they come back', () => {
    const library = codedLibrary()
    const ids = step(library, (db) =>
      ['Border › Crossings › Torkham', 'border > CROSSINGS › Tórkham', ['Border', 'Crossings', 'Torkham'], 'Torkham'].map((ref) =>
        resolveIssue(db, ref, uid),
      ),
    )
    expect(new Set(ids).size).toBe(1)
    expect(paths(library)).toEqual(['Border', 'Border/Crossings', 'Border/Crossings/Torkham'])
  })

  test('may hold the separator in a name when it comes as a list', () => {
    const library = codedLibrary()
    step(library, (db) => resolveIssue(db, ['A › B', '24/7'], uid))
    expect(listIssues(library.read).map((issue) => issue.path)).toEqual([['A › B'], ['A › B', '24/7']])
  })

  test('of separators only is refused', () => {
    const library = codedLibrary()
    expect(refusal(() => step(library, (db) => resolveIssue(db, ' › ', uid)))).toMatchObject({ code: 'invalid-input' })
  })
})

describe('a single name', () => {
  test('means the one issue that has it anywhere in the tree', () => {
    const library = codedLibrary()
    step(library, (db) => {
      const deep = resolveIssue(db, 'Border › Crossings', uid)
      expect(resolveIssue(db, 'crossings', uid)).toBe(deep)
      expect(resolveIssue(db, ['Crossings'], uid)).toBe(deep)
    })
    expect(paths(library)).toEqual(['Border', 'Border/Crossings'])
  })

  test('that several have means the one at the top, made where there is none', () => {
    const library = codedLibrary()
    step(library, (db) => {
      resolveIssue(db, 'Border › Talks', uid)
      resolveIssue(db, 'Refugees › Talks', uid)
      const top = resolveIssue(db, 'Talks', uid)
      expect(issueById(db, top).path).toEqual(['Talks'])
      expect(resolveIssue(db, 'talks', uid)).toBe(top)
    })
  })

  test('by id must be there', () => {
    const library = codedLibrary()
    expect(refusal(() => step(library, (db) => resolveIssue(db, 4_711, uid)))).toMatchObject({
      code: 'not-found',
      details: { what: 'issue', id: 4_711 },
    })
  })
})

test('a name is taken among siblings only', () => {
  const library = codedLibrary()
  const [border, refugees] = step(library, (db) => {
    const border = insertIssue(db, { name: 'Border' }, uid)
    insertIssue(db, { name: 'Talks', parentId: border }, uid)
    return [border, insertIssue(db, { name: 'Refugees' }, uid)] as const
  })
  const before = dump(library.read)
  const refused = { code: 'name-taken', details: { holder: 'Talks' } }
  expect(refusal(() => step(library, (db) => insertIssue(db, { name: 'TALKS', parentId: border }, uid)))).toMatchObject(refused)
  expect(dump(library.read)).toBe(before)
  const second = step(library, (db) => insertIssue(db, { name: 'Talks', parentId: refugees }, uid))
  expect(refusal(() => step(library, (db) => updateIssue(db, second, { parentId: border })))).toMatchObject(refused)
  step(library, (db) => updateIssue(db, second, { name: 'talks' }))
  step(library, (db) => updateIssue(db, second, { parentId: border, name: 'Rounds' }))
  expect(paths(library)).toEqual(['Border', 'Border/Talks', 'Border/Rounds', 'Refugees'])
})

test('a loop is refused at any depth, and so is a parent that is not there', () => {
  const library = codedLibrary()
  const low = step(library, (db) => resolveIssue(db, 'A › B › C', uid))
  const [top] = listIssues(library.read)
  for (const issue of listIssues(library.read))
    expect(refusal(() => step(library, (db) => updateIssue(db, top?.id ?? 0, { parentId: issue.id })))).toMatchObject({ code: 'tree-loop' })
  const missing = { code: 'not-found', details: { what: 'issue', id: 4_711 } }
  expect(refusal(() => step(library, (db) => updateIssue(db, low, { parentId: 4_711 })))).toMatchObject(missing)
  expect(refusal(() => step(library, (db) => insertIssue(db, { name: 'D', parentId: 4_711 }, uid)))).toMatchObject(missing)
  expect(paths(library)).toEqual(['A', 'A/B', 'A/B/C'])
})

describe('a removal', () => {
  test('C19 moves what is beneath up, leaves the annotations without it, and undo restores every row', () => {
    const library = codedLibrary()
    const made = step(library, (db, context) => {
      const gone = resolveIssue(db, 'Border › Crossings', uid)
      const below = resolveIssue(db, 'Border › Crossings › Torkham', uid)
      const article = putArticle(db, 'They demand that the crossing opens.')
      const both = tagQuote(db, context, article, 'They demand', { issues: ['Refugees', gone, below] })
      const only = tagQuote(db, context, article, 'opens', { issues: [gone] })
      return { gone, below, both, only, thread: insertThread(db, { kind: 'demand', title: 'Crossing', issue: gone }, context) }
    })
    const before = dump(library.read)
    expect(issueById(library.read, made.gone).annotations).toBe(2)
    expect(step(library, (db) => removeIssue(db, made.gone))).toBe(2)
    expect(paths(library)).toEqual(['Border', 'Border/Torkham', 'Refugees'])
    expect(annotationById(library.read, made.both).issueIds).toHaveLength(2)
    expect(annotationById(library.read, made.only).issueIds).toEqual([])
    expect(threadById(library.read, made.thread).issueId).toBeNull()
    expect(library.check()).toMatchObject({ foreignKeys: [], history: [] })
    library.undo()
    expect(dump(library.read)).toBe(before)
    expect(issueById(library.read, made.below).path).toEqual(['Border', 'Crossings', 'Torkham'])
  })

  test('is refused where an issue beneath would meet a namesake, and nothing is written', () => {
    const library = codedLibrary()
    const gone = step(library, (db) => {
      resolveIssue(db, 'Border › Talks', uid)
      resolveIssue(db, ['Border', 'Crossings', 'Talks'], uid)
      return resolveIssue(db, 'Border › Crossings', uid)
    })
    const before = dump(library.read)
    expect(refusal(() => step(library, (db) => removeIssue(db, gone)))).toMatchObject({
      code: 'name-taken',
      details: { name: 'Talks', holder: 'Talks' },
    })
    expect(dump(library.read)).toBe(before)
  })

  test('lets an issue beneath take the place of its namesake, and undo brings both back', () => {
    const library = codedLibrary()
    const [gone, below] = step(library, (db) => {
      const gone = insertIssue(db, { name: 'Talks' }, uid)
      return [gone, insertIssue(db, { name: 'talks', parentId: gone }, uid)] as const
    })
    const before = dump(library.read)
    step(library, (db) => removeIssue(db, gone))
    expect(listIssues(library.read).map((issue) => [issue.id, issue.path])).toEqual([[below, ['talks']]])
    library.undo()
    expect(dump(library.read)).toBe(before)
    library.redo()
    expect(paths(library)).toEqual(['talks'])
    expect(library.check().history).toEqual([])
  })
})
