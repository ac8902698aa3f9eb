/** G3: whatever is done, undone and done again, the rows are those of the model at that point; and nothing is guessed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenRules } from '../../src/core/store/codebook-rules.ts'
import { openLibraryFile } from '../../src/core/store/library-file.ts'
import { isBeneath } from '../../src/core/store/tree.ts'
import type { WriteDb } from '../../src/core/store/types.ts'
import type { LibraryFile } from '../../src/core/store/library-file.ts'
import { ParleyError } from '../../src/shared/rpc/envelope.ts'
import { closedLater, label, options } from './helpers/library.ts'
import { prepared, rowsOf } from './helpers/prepared.ts'
import { addAnnotation, addArticle } from './helpers/rows.ts'

type Work =
  | { do: 'annotate'; article: number; tag: number; speaker: number | null; note: string }
  | { do: 'edit'; pick: number; note: string | null; intensity: number | null; important: boolean }
  | { do: 'code'; pick: number; issue: number; party: number }
  | { do: 'remove'; pick: number }
  | { do: 'merge'; from: number; into: number }
  | { do: 'recode'; tag: number }
  | { do: 'nest'; table: 'issue' | 'party'; pick: number; under: number | null }
  | { do: 'name'; pick: number; name: string; alias: boolean }
  | { do: 'article'; title: string }
  | { do: 'drop'; pick: number }
type Action = Work | { do: 'undo'; times: number } | { do: 'redo'; times: number } | { do: 'revert'; pick: number } | { do: 'reopen' }

const text = fc.string({ unit: 'binary', maxLength: 12 }).map((s) => s.replaceAll('\0', ''))
const small = fc.nat({ max: 5 })
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('annotate' as const), article: small, tag: small, speaker: fc.option(small), note: text }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      pick: small,
      note: fc.option(text),
      intensity: fc.option(fc.integer({ min: 1, max: 5 })),
      important: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('code' as const), pick: small, issue: small, party: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), pick: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), from: small, into: small }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('nest' as const),
      table: fc.constantFrom('issue' as const, 'party' as const),
      pick: small,
      under: fc.option(small),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('name' as const), pick: small, name: fc.constantFrom('doha', 'riyadh'), alias: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('recode' as const), tag: small }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('article' as const), title: text.map((t) => `t${t}`) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const), pick: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), times: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo' as const), times: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('revert' as const), pick: small }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
)

/** Whether the step could be taken back by itself; a conflict is an answer too. */
function isReverted(library: LibraryFile, seq: number): boolean {
  try {
    library.revert(seq)
    return true
  } catch (error) {
    if (error instanceof ParleyError && error.code === 'undo-conflict') return false
    throw error
  }
}

describe('G3 random work', () => {
  test('G3 undo and redo give back exactly the rows of each moment, across restarts', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 5, maxLength: 45 }), (actions) => {
        let library = prepared()
        // The model: the rows after each step that counts, and where in that list the library stands.
        let moments = [rowsOf(library)]
        let at = 0
        for (const next of actions) {
          if (next.do === 'reopen') {
            library.close()
            library = closedLater(openLibraryFile(library.path, options()))
          } else if (next.do === 'undo' || next.do === 'redo') {
            for (let i = 0; i < next.times; i++) {
              const to = next.do === 'undo' ? at - 1 : at + 1
              const moved = library[next.do]()
              expect(moved !== null).toBe(to >= 0 && to < moments.length)
              if (moved) at = to
            }
          } else if (next.do === 'revert') {
            const { undo, depth } = library.historyState()
            const done = library.steps({ limit: 1_000 }).filter((step) => step.state === 'done')
            const chosen = done[next.pick % Math.max(1, done.length)]
            if (!chosen || !isReverted(library, chosen.seq)) {
              expect(rowsOf(library)).toBe(moments[at])
            } else if (chosen.seq === undo?.seq) at--
            else if (library.historyState().depth > depth) {
              moments = [...moments.slice(0, at + 1), rowsOf(library)]
              at++
            }
          } else {
            const depth = library.historyState().depth
            library.write(label(), (db) => perform(db, next, library.coderId()))
            if (library.historyState().depth > depth) {
              moments = [...moments.slice(0, at + 1), rowsOf(library)]
              at++
            }
          }
          expect(rowsOf(library)).toBe(moments[at])
          expect(library.historyState().depth).toBe(at)
          expect(brokenRules(library.read)).toEqual([])
        }
        while (library.undo()) at--
        expect(rowsOf(library)).toBe(moments[0])
        while (library.redo()) at++
        expect(rowsOf(library)).toBe(moments.at(-1))
        const report = library.check()
        library.close()
        expect(report).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
      }),
      { numRuns: 40 },
    )
  }, 180_000)

  test('G3 10,000 small edits go back to the start and forth to the end', () => {
    const library = prepared()
    const start = rowsOf(library)
    library.bulk(() => {
      for (let i = 0; i < 10_000; i++) {
        const kind: Work =
          i % 3 === 0
            ? { do: 'annotate', article: 0, tag: i % 3, speaker: null, note: `n${i}` }
            : i % 3 === 1
              ? { do: 'edit', pick: i, note: `e${i}`, intensity: 1 + (i % 5), important: i % 2 === 0 }
              : { do: 'remove', pick: i }
        library.write(label(), (db) => perform(db, kind, library.coderId()))
      }
      const end = rowsOf(library)
      const { depth } = library.historyState()
      expect(depth).toBeGreaterThan(9_900)
      while (library.undo());
      expect(rowsOf(library)).toBe(start)
      while (library.redo());
      expect(rowsOf(library)).toBe(end)
      expect(library.historyState()).toMatchObject({ depth, redo: null })
    })
  }, 180_000)
})

function pick(db: WriteDb, table: string, n: number): number | null {
  const count = db.value<number>(`SELECT count(*) FROM ${table}`)
  return count === 0 ? null : db.value<number>(`SELECT id FROM ${table} ORDER BY id LIMIT 1 OFFSET ?`, [n % count])
}

function perform(db: WriteDb, next: Work, coder: number): void {
  if (next.do === 'article') return void addArticle(db, next.title)
  if (next.do === 'recode')
    return void db.run('UPDATE annotation SET tag_id = ?, changed_ms = changed_ms + 1 WHERE tag_id <> ?', [
      pick(db, 'tag', next.tag),
      pick(db, 'tag', next.tag),
    ])
  if (next.do === 'annotate') {
    const article = pick(db, 'article', next.article)
    const tag = pick(db, 'tag', next.tag)
    const speaker = next.speaker === null ? null : pick(db, 'party', next.speaker)
    if (article && tag) addAnnotation(db, { article, tag, coder, note: next.note, ...(speaker ? { speaker } : {}) })
    return
  }
  if (next.do === 'merge') {
    const [from, into] = [pick(db, 'party', next.from), pick(db, 'party', next.into)]
    if (!from || !into || from === into) return
    db.run('UPDATE annotation SET speaker_id = ? WHERE speaker_id = ?', [into, from])
    db.run('UPDATE OR IGNORE annotation_target SET party_id = ? WHERE party_id = ?', [into, from])
    db.run('DELETE FROM annotation_target WHERE party_id = ?', [from])
    db.run('UPDATE party SET parent_id = NULL WHERE parent_id = ?', [from])
    db.run('DELETE FROM party_alias WHERE party_id = ?', [from])
    return void db.run('DELETE FROM party WHERE id = ?', [from])
  }
  if (next.do === 'nest') {
    const [id, under] = [pick(db, next.table, next.pick), next.under === null ? null : pick(db, next.table, next.under)]
    if (id === null || id === under || (under !== null && isBeneath(db, next.table, under, id))) return
    return void db.run(`UPDATE ${next.table} SET parent_id = ? WHERE id = ?`, [under, id])
  }
  if (next.do === 'name') {
    const id = pick(db, 'party', next.pick)
    if (id === null || db.run('DELETE FROM party_alias WHERE party_id = ? AND name = ?', [id, next.name]).changes > 0) return
    const taken = db.get('SELECT 1 FROM party WHERE name_fold = @name UNION SELECT 1 FROM party_alias WHERE name_fold = @name', {
      name: next.name,
    })
    if (taken) return
    if (next.alias) db.run('INSERT INTO party_alias(party_id, name, name_fold, position) VALUES (?, ?, ?, 1)', [id, next.name, next.name])
    else db.run('UPDATE party SET name = ?, name_fold = ? WHERE id = ?', [next.name, next.name, id])
    return
  }
  if (next.do === 'drop') {
    const article = pick(db, 'article', next.pick)
    for (const id of db.column<number>('SELECT id FROM annotation WHERE article_id = ?', [article])) removeAnnotation(db, id)
    return void db.run('DELETE FROM article WHERE id = ?', [article])
  }
  const id = pick(db, 'annotation', next.pick)
  if (id === null) return
  if (next.do === 'remove') return removeAnnotation(db, id)
  if (next.do === 'edit')
    return void db.run('UPDATE annotation SET note = ?, intensity = ?, important = ? WHERE id = ?', [
      next.note,
      next.intensity,
      next.important ? 1 : 0,
      id,
    ])
  const [issue, party] = [pick(db, 'issue', next.issue), pick(db, 'party', next.party)]
  if (issue) db.run('INSERT OR REPLACE INTO annotation_issue(annotation_id, issue_id, position) VALUES (?, ?, 2)', [id, issue])
  if (party) db.run('INSERT OR IGNORE INTO annotation_target(annotation_id, party_id, position) VALUES (?, ?, 1)', [id, party])
}

function removeAnnotation(db: WriteDb, id: number): void {
  for (const table of ['annotation_issue', 'annotation_target', 'annotation_field'])
    db.run(`DELETE FROM ${table} WHERE annotation_id = ?`, [id])
  db.run('DELETE FROM annotation WHERE id = ?', [id])
}
