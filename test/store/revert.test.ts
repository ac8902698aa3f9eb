/** A step taken back by itself: what others changed elsewhere stays, and what they changed in the same place is explained. */
import { describe, expect, test } from 'vitest'
import { brokenRules } from '../../src/core/store/codebook-rules.ts'
import type { LibraryFile } from '../../src/core/store/library-file.ts'
import { updateAnnotation } from '../../src/core/store/annotations.ts'
import { insertIssue, moveIssue } from '../../src/core/store/issues.ts'
import { insertParty, moveParty, updateParty } from '../../src/core/store/parties.ts'
import { setTagFields, tagFields } from '../../src/core/store/tag-fields.ts'
import { insertTag, moveTag, updateTag } from '../../src/core/store/tags.ts'
import type { WriteDb } from '../../src/core/store/types.ts'
import { ParleyError } from '../../src/shared/rpc/envelope.ts'
import { dump, label } from './helpers/library.ts'
import { prepared, rowsOf } from './helpers/prepared.ts'
import { addAnnotation, addIssue, addParty } from './helpers/rows.ts'
import { codedLibrary, putArticle, step, tagQuote, uid } from './repositories/library.ts'

const conflictOf = (work: () => unknown): ParleyError => {
  try {
    work()
  } catch (error) {
    if (error instanceof ParleyError) return error
    throw error
  }
  throw new Error('it was not refused')
}
const rename = (name: string) => `UPDATE party SET name = '${name}' WHERE id = 1`
const lastSeq = (library: LibraryFile): number => library.historyState().undo?.seq ?? 0

describe('a step taken back by itself', () => {
  test('leaves what came after, is a step of its own, and can be taken back and done again', () => {
    const library = prepared()
    library.write(label('renamed'), (db) => db.run(rename('Kābul')))
    const renamed = lastSeq(library)
    library.write(label('noted'), (db) => db.run(`UPDATE party SET note = 'capital' WHERE id = 1`))
    const before = rowsOf(library)
    expect(library.revert(renamed)).toMatchObject({ seq: renamed, subject: 'renamed' })
    expect(library.read.get('SELECT name, note FROM party WHERE id = 1')).toEqual({ name: 'Kabul', note: 'capital' })
    expect(library.historyState().undo).toMatchObject({ kind: 'history.revert', subject: 'renamed' })
    const reverted = rowsOf(library)
    library.undo()
    expect(rowsOf(library)).toBe(before)
    library.redo()
    expect(rowsOf(library)).toBe(reverted)
    expect(library.check().history).toEqual([])
  })

  test('the last step is simply undone', () => {
    const library = prepared()
    const before = rowsOf(library)
    library.write(label('made'), (db) => addIssue(db, 'Water'))
    library.revert(lastSeq(library))
    expect(rowsOf(library)).toBe(before)
    expect(library.historyState()).toMatchObject({ redo: { subject: 'made' }, undo: null })
  })

  test('when a row was last touched counts for nothing', () => {
    const library = prepared()
    const id = library.write(label('tagged'), (db) => addAnnotation(db, { article: 1, tag: 1, coder: library.coderId() }))
    library.write(label('noted'), (db) => db.run(`UPDATE annotation SET note = 'x', changed_ms = 10 WHERE id = ?`, [id]))
    const noted = lastSeq(library)
    library.write(label('rated'), (db) => db.run('UPDATE annotation SET intensity = 3, changed_ms = 20 WHERE id = ?', [id]))
    library.revert(noted)
    expect(library.read.get('SELECT note, intensity, changed_ms FROM annotation WHERE id = ?', [id])).toEqual({
      note: null,
      intensity: 3,
      changed_ms: 20,
    })
  })

  test('the later step that changed the same is named, and nothing changes', () => {
    const library = prepared()
    library.write(label('first'), (db) => db.run(rename('A')))
    const first = lastSeq(library)
    library.write(label('second'), (db) => db.run(rename('B')))
    library.write(label('third', 'parties.update'), (db) => db.run(rename('C')))
    const before = rowsOf(library)
    expect(conflictOf(() => library.revert(first)).details).toMatchObject({
      reason: 'later',
      what: 'changed',
      laterSeq: lastSeq(library),
      laterKind: 'parties.update',
      laterSubject: 'third',
      laterCoder: 'Ada',
      laterSteps: 2,
    })
    expect(rowsOf(library)).toBe(before)
    library.undo()
    library.undo()
    library.write(label('elsewhere'), (db) => addIssue(db, 'Water'))
    library.revert(first)
    expect(library.read.value('SELECT name FROM party WHERE id = 1')).toBe('Kabul')
  })

  test('a thing that others refer to by now stays, with the reason', () => {
    const library = prepared()
    const id = library.write(label('made'), (db) => addParty(db, 'Doha'))
    const made = lastSeq(library)
    const tagged = library.write(label('tagged'), (db) => addAnnotation(db, { article: 1, tag: 1, coder: library.coderId() }))
    library.write(label('spoken'), (db) => db.run('UPDATE annotation SET speaker_id = ? WHERE id = ?', [id, tagged]))
    const before = rowsOf(library)
    expect(conflictOf(() => library.revert(made)).details).toMatchObject({ what: 'constraint' })
    expect(rowsOf(library)).toBe(before)
  })

  test('what was taken back already, is no step, or is one of undo, is refused', () => {
    const library = prepared()
    library.write(label('made'), (db) => addIssue(db, 'Water'))
    const made = lastSeq(library)
    library.undo()
    const undo = library.steps({ limit: 1 })[0]?.seq ?? 0
    expect(conflictOf(() => library.revert(made)).details).toMatchObject({ what: 'undone' })
    expect(conflictOf(() => library.revert(undo)).details).toMatchObject({ what: 'fixed' })
    expect(conflictOf(() => library.revert(9_999)).code).toBe('not-found')
  })
})

describe('a step taken back by itself keeps the rules of the codebook', () => {
  type Later = (db: WriteDb, made: number) => void
  interface Case {
    /** What is there before; returns what the others need. */
    given: (db: WriteDb) => number
    /** The step to take back. */
    first: Later
    /** What stands in its way afterwards. */
    later: Later
  }
  const tag = (db: WriteDb, name: string, letter: string | null = null): number => insertTag(db, { name, hue: 'sky', letter }, uid)
  /** A chain of three, the last of which is moved to the top; then the second is put beneath it. */
  const tree = (make: (db: WriteDb, name: string, parentId: number | null) => number, move: typeof moveTag): Case => ({
    given: (db) => make(db, 'AA', make(db, 'BB', make(db, 'ZZ', null))),
    first: (db, id) => move(db, { id, parentId: null, before: null }),
    later: (db, id) => move(db, { id: id - 1, parentId: id, before: null }),
  })
  const choices = (db: WriteDb, tagId: number, names: string[]): unknown =>
    setTagFields(db, tagId, [{ id: tagFields(db, tagId)[0]?.id, name: 'Where', type: 'choice', choices: names, renamed: [] }], uid)
  const coded = (db: WriteDb, tagId: number, value: string | number): void => {
    const context = { now: 1, uid, coderId: db.value<number>('SELECT id FROM coder'), label: label() }
    const id = tagQuote(db, context, putArticle(db, 'Close the camps.'), 'Close', { tag: tagId })
    updateAnnotation(db, id, { fields: { Where: value } }, context)
  }

  const cases: [what: string, work: Case][] = [
    ['a loop of issues', tree((db, name, parentId) => insertIssue(db, { name, parentId }, uid), moveIssue)],
    ['a loop of tags', tree((db, name, parentId) => insertTag(db, { name, parentId, hue: 'sky' }, uid), moveTag)],
    ['a loop of parties', tree((db, name, parentId) => insertParty(db, { name, parentId }, uid), moveParty)],
    [
      'two tags with one letter',
      {
        given: (db) => tag(db, 'Rumour', 'Q'),
        first: (db, id) => updateTag(db, id, { letter: 'J' }),
        later: (db) => tag(db, 'Leak', 'Q'),
      },
    ],
    [
      'a tag that comes back with a letter that is taken',
      {
        given: (db) => tag(db, 'Rumour', 'Q'),
        first: (db, id) => updateTag(db, id, { retired: true }),
        later: (db) => tag(db, 'Leak', 'Q'),
      },
    ],
    [
      'two tags with one name',
      {
        given: (db) => tag(db, 'Rumour'),
        first: (db, id) => updateTag(db, id, { name: 'Leak' }),
        later: (db) => tag(db, 'rumour'),
      },
    ],
    [
      'an alias that is the name of another party',
      {
        given: (db) => insertParty(db, { name: 'Kabul', aliases: [{ name: 'The Emirate', language: null }] }, uid),
        first: (db, id) => updateParty(db, id, { aliases: [] }),
        later: (db) => insertParty(db, { name: 'the emirate' }, uid),
      },
    ],
    [
      'a name that is the alias of another party',
      {
        given: (db) => insertParty(db, { name: 'Kabul' }, uid),
        first: (db, id) => updateParty(db, id, { name: 'Cabool' }),
        later: (db) => insertParty(db, { name: 'Doha', aliases: [{ name: 'kabul', language: null }] }, uid),
      },
    ],
    [
      'a party that is the value of a field',
      {
        given: (db) => {
          const id = tag(db, 'Rumour')
          setTagFields(db, id, [{ name: 'Where', type: 'party', choices: [], renamed: [] }], uid)
          return id
        },
        first: (db) => insertParty(db, { name: 'Doha' }, uid),
        later: (db, id) => coded(db, id, 'Doha'),
      },
    ],
    [
      'a value that is no choice any more',
      {
        given: (db) => {
          const id = tag(db, 'Rumour')
          choices(db, id, ['north', 'south'])
          return id
        },
        first: (db, id) => choices(db, id, ['north', 'south', 'east']),
        later: (db, id) => coded(db, id, 'east'),
      },
    ],
    [
      'a value of another type',
      {
        given: (db) => {
          const id = tag(db, 'Rumour')
          setTagFields(db, id, [{ name: 'Where', type: 'number', choices: [], renamed: [] }], uid)
          return id
        },
        first: (db, id) =>
          setTagFields(db, id, [{ id: tagFields(db, id)[0]?.id, name: 'Where', type: 'text', choices: [], renamed: [] }], uid),
        later: (db, id) => coded(db, id, 'by the river'),
      },
    ],
  ]
  test.each(cases)('%s: refused with the step that stands in the way, and nothing changes', (_, { given, first, later }) => {
    const library = codedLibrary()
    const made = step(library, (db) => given(db))
    step(library, (db) => first(db, made))
    const seq = lastSeq(library)
    step(library, (db) => later(db, made))
    const before = dump(library.read)
    expect(brokenRules(library.read)).toEqual([])
    expect(conflictOf(() => library.revert(seq)).details).toMatchObject({ what: 'constraint', reason: 'later', laterSeq: lastSeq(library) })
    expect(dump(library.read)).toBe(before)
    // Without what stands in the way it goes.
    library.undo()
    library.revert(seq)
    expect(brokenRules(library.read)).toEqual([])
  })

  test('a rule that was broken already stops nothing else', () => {
    const library = codedLibrary()
    const id = step(library, (db) => insertIssue(db, { name: 'Water' }, uid))
    step(library, (db) => db.run('UPDATE issue SET parent_id = id WHERE id = ?', [id]))
    expect(brokenRules(library.read)).toEqual([{ problem: `a loop in the tree: issue ${id}`, rows: [{ tbl: 'issue', rowId: id }] }])
    step(library, (db) => insertParty(db, { name: 'Doha' }, uid))
    const seq = lastSeq(library)
    step(library, (db) => insertIssue(db, { name: 'Roads' }, uid))
    library.revert(seq)
    expect(library.read.get("SELECT 1 FROM party WHERE name = 'Doha'")).toBeUndefined()
  })
})
