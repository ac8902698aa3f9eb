/** Steps: what is recorded, in which words, and what is refused. */
import { describe, expect, test } from 'vitest'
import { dump, label, newLibrary } from './helpers/library.ts'
import { addParty } from './helpers/rows.ts'

describe('a step', () => {
  test('is one entry with who, when, what, however many rows it changes', () => {
    const library = newLibrary({ clock: () => Date.UTC(2026, 10, 22, 8) })
    library.write(label('two parties', 'parties.create'), (db) => [addParty(db, 'Kabul'), addParty(db, 'Islamabad')])
    expect(library.steps({ limit: 10 })).toEqual([
      { seq: 1, kind: 'parties.create', subject: 'two parties', count: 1, coder: 'Ada', at: '2026-11-22T08:00:00.000Z', state: 'done' },
    ])
    expect(library.read.value('SELECT count(*) FROM change')).toBe(2)
  })

  test('without changes leaves no trace, also where a value was set to what it was', () => {
    const library = newLibrary()
    library.write(label(), (db) => addParty(db, 'Kabul'))
    library.write(label(), (db) => db.run(`UPDATE party SET name = 'Kabul'`))
    library.write(label(), (db) => db.get('SELECT 1'))
    expect(library.historyState()).toMatchObject({ depth: 1, redo: null })
    expect(library.steps({ limit: 10 })).toHaveLength(1)
  })

  test('keeps writes outside the history, which undo leaves alone', () => {
    const library = newLibrary()
    library.write(label(), (db) => db.run(`INSERT INTO meta(k, v) VALUES ('fold', '1')`))
    expect(library.read.value(`SELECT v FROM meta WHERE k = 'fold'`)).toBe('1')
    expect(library.undo()).toBeNull()
  })

  test('takes its label from what the work found out', () => {
    const library = newLibrary()
    const named = label()
    library.write(named, (db) => {
      addParty(db, 'Kabul')
      named.subject = 'Kabul'
      named.count = 3
    })
    expect(library.historyState().undo).toMatchObject({ subject: 'Kabul', count: 3 })
  })

  test('cuts a long subject without splitting a character', () => {
    const library = newLibrary()
    library.write(label(`${'a'.repeat(199)}😀 and more`), (db) => addParty(db, 'Kabul'))
    expect(library.historyState().undo?.subject).toBe('a'.repeat(199))
    library.write(label(`${'a'.repeat(198)}😀 and more`), (db) => addParty(db, 'Islamabad'))
    expect(library.historyState().undo?.subject).toBe(`${'a'.repeat(198)}😀`)
  })

  test('that fails leaves nothing, and the next one works', () => {
    const library = newLibrary()
    const before = dump(library.read)
    expect(() =>
      library.write(label(), (db) => {
        addParty(db, 'Kabul')
        throw new Error('changed my mind')
      }),
    ).toThrow('changed my mind')
    expect(dump(library.read)).toBe(before)
    expect(library.steps({ limit: 10 })).toEqual([])
    library.write(label(), (db) => addParty(db, 'Kabul'))
    expect(library.check().history).toEqual([])
  })

  test('cannot wait, cannot hold another, and nothing is written outside one', async () => {
    const library = newLibrary()
    expect(() => library.write(label(), async (db) => addParty(db, 'Kabul'))).toThrow('cannot wait')
    expect(() => library.write(label(), () => library.write(label(), (db) => addParty(db, 'Kabul')))).toThrow('inside a step')
    let kept: Parameters<Parameters<typeof library.write>[1]>[0] | null = null
    library.write(label(), (db) => void (kept = db))
    expect(() => kept && addParty(kept, 'Kabul')).toThrow('needs a step')
    expect(() => library.read.all(`DELETE FROM meta RETURNING k`)).toThrow('needs a step')
    expect(library.read.value('SELECT count(*) FROM party')).toBe(0)
  })

  test('names the coder of the moment', () => {
    const library = newLibrary()
    library.write(label(), (db) => addParty(db, 'Kabul'))
    const ada = library.coderId()
    library.setCoder('  Grace ')
    library.write(label(), (db) => addParty(db, 'Islamabad'))
    expect(library.coderId()).not.toBe(ada)
    expect(library.steps({ limit: 2 }).map((step) => step.coder)).toEqual(['Grace', 'Ada'])
    expect(() => library.setCoder(' ')).toThrow('invalid-input')
  })

  test('C20 steps keep their order where the clock goes backwards', () => {
    let now = Date.UTC(2026, 10, 22)
    const library = newLibrary({ clock: () => now })
    library.write(label('first'), (db) => addParty(db, 'Kabul'))
    now -= 366 * 86_400_000
    library.write(label('second'), (db) => addParty(db, 'Islamabad'))
    expect(library.steps({ limit: 10 }).map((step) => step.subject)).toEqual(['second', 'first'])
    expect(library.undo()?.subject).toBe('second')
    expect(library.undo()?.subject).toBe('first')
    expect(library.check().history).toEqual([])
  })

  test('lists newest first, from any point', () => {
    const library = newLibrary()
    for (const name of ['a', 'b', 'c', 'd']) library.write(label(name), (db) => addParty(db, name))
    expect(library.steps({ before: 4, limit: 2 }).map((step) => step.subject)).toEqual(['c', 'b'])
  })

  test('whole numbers arrive as whole numbers', () => {
    const library = newLibrary()
    expect(library.read.get('SELECT typeof(?) AS a, typeof(?) AS b, 7 / ? AS c, json_array(?) AS d', [5, 1.5, 2, 5])).toEqual({
      a: 'integer',
      b: 'real',
      c: 3,
      d: '[5]',
    })
  })
})
