/** G3: whatever is tagged, corrected, split, merged, duplicated and removed, one by one or many at once, goes back and forth exactly. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAnchors } from '../../../src/core/store/anchor-check.ts'
import { insertAnnotations, updateAnnotations } from '../../../src/core/store/annotation-bulk.ts'
import { duplicateAnnotation, mergeAnnotations, splitAnnotation } from '../../../src/core/store/annotation-operations.ts'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { annotationById, insertAnnotation, updateAnnotation } from '../../../src/core/store/annotations.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import type { WriteContext } from '../../../src/core/session.ts'
import type { WriteDb } from '../../../src/core/store/types.ts'
import { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, putArticle, step } from './library.ts'

const TEXT = 'They demand that the crossing opens 👨‍👩‍👧‍👦 وہ مطالبہ کرتے ہیں 外交部要求停火。 They reject it, and they leave the talks. '.repeat(
  4,
)

const nat = fc.nat({ max: 1_000 })
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('tag' as const), at: nat, long: nat, note: fc.constantFrom('a', 'b') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), pick: nat, at: nat, note: fc.option(fc.constantFrom('c', 'd')) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('split' as const), pick: nat, at: nat }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('merge' as const), pick: nat, other: nat, third: nat }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('duplicate' as const), pick: nat }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('many' as const), pick: nat, party: fc.constantFrom('Kabul', 'Doha', 'TTP') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tagMany' as const), at: nat }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), pick: nat }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

function perform(db: WriteDb, context: WriteContext, articleId: number, next: Action): void {
  const ids = db.column<number>('SELECT id FROM annotation ORDER BY id')
  const pick = (n: number): number => ids[n % Math.max(1, ids.length)] ?? 0
  switch (next.do) {
    case 'tag': {
      const start = next.at % TEXT.length
      const coding = { note: next.note, speaker: 'Kabul', issues: ['Border'] }
      return void insertAnnotation(db, { articleId, start, end: start + 1 + (next.long % 60), tag: 'demand', ...coding }, context)
    }
    case 'edit': {
      const { start } = annotationById(db, pick(next.pick))
      return updateAnnotation(db, pick(next.pick), { end: start + 1 + (next.at % 80), note: next.note }, context)
    }
    case 'split': {
      const { start, end } = annotationById(db, pick(next.pick))
      return void splitAnnotation(db, pick(next.pick), [start + (next.at % (end - start + 1))], context)
    }
    case 'merge':
      return void mergeAnnotations(db, [pick(next.pick), pick(next.other), pick(next.third)], [], context)
    case 'duplicate':
      return void duplicateAnnotation(db, pick(next.pick), 'threat', context)
    case 'many': {
      const from = ids.indexOf(pick(next.pick))
      const some = ids.slice(from, from + 8)
      return void updateAnnotations(db, some, { speaker: next.party, targets: { add: [next.party] } }, context)
    }
    case 'tagMany': {
      const passages = [0, 5, 9].map((by) => ({ articleId, start: (next.at + by) % 300, end: ((next.at + by) % 300) + 12, tag: 'offer' }))
      return void insertAnnotations(db, passages, context)
    }
    case 'remove':
      return void removeAnnotations(db, [pick(next.pick)])
    case 'undo':
    case 'redo':
  }
}

/** Whether the action was taken; what does not fit is refused with a reason, and changes nothing. */
function take(library: LibraryFile, articleId: number, next: Action): void {
  if (next.do === 'redo') return void library.redo()
  // The article itself stays.
  if (next.do === 'undo') return void (library.historyState().depth > 1 && library.undo())
  const before = library.read.value<number>('SELECT count(*) FROM annotation')
  try {
    step(library, (db, context) => perform(db, context, articleId, next))
  } catch (error) {
    if (!(error instanceof ParleyError) || !['range-invalid', 'invalid-input', 'not-found'].includes(error.code)) throw error
    expect(library.read.value('SELECT count(*) FROM annotation')).toBe(before)
  }
}

function start(): { library: LibraryFile; articleId: number; empty: string } {
  const library = codedLibrary()
  const articleId = step(library, (db) => putArticle(db, TEXT))
  return { library, articleId, empty: dump(library.read) }
}

function backAndForth(library: LibraryFile, empty: string): void {
  expect(checkAnchors(library.read)).toEqual([])
  const end = dump(library.read)
  const { depth } = library.historyState()
  while (library.historyState().depth > 1) library.undo()
  // Coders and texts are outside the history, and have not changed here.
  expect(dump(library.read)).toBe(empty)
  while (library.historyState().depth < depth) library.redo()
  expect(dump(library.read)).toBe(end)
}

test('G3 random splits, merges, duplicates and bulk changes', () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 30, maxLength: 80 }), (actions) => {
      const { library, articleId, empty } = start()
      actions.forEach((next) => take(library, articleId, next))
      backAndForth(library, empty)
      const report = library.check()
      library.close()
      expect(report).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
    }),
    { numRuns: 30 },
  )
}, 180_000)

test('G3 8,000 of them in one library, all taken back, all done again', () => {
  const { library, articleId, empty } = start()
  const actions = fc.sample(action, { numRuns: 8_000, seed: 20251029 })
  library.bulk(() => {
    actions.forEach((next) => take(library, articleId, next))
    expect(library.historyState().depth).toBeGreaterThan(3_000)
    backAndForth(library, empty)
  })
}, 300_000)
