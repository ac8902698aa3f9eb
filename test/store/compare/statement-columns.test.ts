/**
 * The columns kept in memory say at every moment what the database says, whatever is written, refused, undone, done again or taken back
 * in between, and a filter chooses from them the very statements that it chooses in SQL, in order of time.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byDate } from '../../../src/core/compare/order.ts'
import type { WriteContext } from '../../../src/core/session.ts'
import { updateAnnotations } from '../../../src/core/store/annotation-bulk.ts'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { insertAnnotation, updateAnnotation } from '../../../src/core/store/annotations.ts'
import { removeArticles, updateArticle } from '../../../src/core/store/articles.ts'
import { insertCollection, setArticleCollections } from '../../../src/core/store/collections.ts'
import { evidenceByIds, filteredIds } from '../../../src/core/store/filtered.ts'
import { mergeIssue } from '../../../src/core/store/issue-changes.ts'
import { openLibraryFile, type LibraryFile } from '../../../src/core/store/library-file.ts'
import { mergeParty } from '../../../src/core/store/party-changes.ts'
import { statementColumns, statementsReady } from '../../../src/core/store/statement-columns.ts'
import { selectStatements } from '../../../src/core/store/statement-filter.ts'
import { linkStory, unlinkStory } from '../../../src/core/store/stories.ts'
import type { WriteDb } from '../../../src/core/store/types.ts'
import { filterSchema, type Filter } from '../../../src/shared/domain/filter.ts'
import { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import { closedLater, options } from '../helpers/library.ts'
import { codedLibrary, putArticle, step, uid } from '../repositories/library.ts'
import { areExact, expectedStatements, statementsOf } from './statements.ts'

const DATES = [
  null,
  '2024',
  '2025',
  '2025-01-01',
  '2025-10',
  '2025-10-01',
  '2025-10-01T09:00',
  '2025-10-01T14:30',
  '2025-10-01T14:30Z',
  '2025-10-01T14:30+05:00',
  '2025-10-01T14:30+04:30',
  '2025-10-01T14:30-03:00',
  '2025-10-29',
]
const OUTLETS = [null, 'Harbour Post', 'Strait Daily', '海峡日报']
const PARTIES = ['Side', 'Ministry', 'Minister', 'Other']
const ISSUES = ['Border', 'Border › Crossings', 'Border › Crossings › Torkham', 'Refugees']
const COLLECTIONS = ['Press', 'Wires', 'Night desk']

/** Changes of one thing at a time. */
const ANNOTATION_SETS = [
  "stated = '2024-02-03', stated_day = 19756",
  'stated = NULL, stated_day = NULL',
  'tag_id = 2',
  'speaker_id = 1',
  "stance = 'neutral'",
  'intensity = 2',
  "attribution = 'outlet'",
  "confidence = 'medium'",
  'important = 1 - important',
  "status = 'disputed'",
  'coder_id = 1',
]
const ARTICLE_SETS = [
  "published = '2024-02-03', published_day = 19756",
  'published = NULL, published_day = NULL',
  'outlet_id = 2',
  'outlet_id = NULL',
  "reliability = 'C'",
  'credibility = 6',
]
const small = fc.nat({ max: 7 })
const coding = fc.record(
  {
    speaker: fc.constantFrom(null, ...PARTIES),
    issues: fc.uniqueArray(fc.constantFrom(...ISSUES), { maxLength: 3 }),
    targets: fc.uniqueArray(fc.constantFrom(...PARTIES), { maxLength: 3 }),
    stance: fc.constantFrom(null, 'supports' as const, 'opposes' as const, 'conditional' as const, 'neutral' as const, 'declined' as const),
    intensity: fc.constantFrom(null, 1, 3, 5),
    attribution: fc.constantFrom(null, 'direct' as const, 'anonymous' as const, 'denied' as const),
    stated: fc.constantFrom(...DATES),
    confidence: fc.constantFrom(null, 'low' as const, 'high' as const),
    important: fc.boolean(),
    status: fc.constantFrom('draft' as const, 'reviewed' as const, 'disputed' as const),
    note: fc.constantFrom(null, 'a note'),
    tag: fc.constantFrom('demand', 'threat'),
  },
  { requiredKeys: [] },
)

type Place = fc.Arbitrary<{ do: string; pick: number; other: number }>
const place = (name: string): Place => fc.record({ do: fc.constant(name), pick: small, other: small })
const action = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('annotate' as const), pick: small, coding, coder: fc.constantFrom('Ada', 'Ben') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), pick: small, coding }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('editAll' as const), coding }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('article' as const),
      pick: small,
      published: fc.constantFrom(...DATES),
      outlet: fc.constantFrom(...OUTLETS),
      reliability: fc.constantFrom(null, 'A' as const, 'F' as const),
    }),
  },
  ...['remove', 'drop', 'mergeParty', 'mergeIssue', 'link', 'unlink', 'collect', 'turn', 'many', 'fail', 'inside', 'take back'].map(
    (name) => ({ weight: 1, arbitrary: place(name) }),
  ),
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      pick: small,
      change: fc.oneof(
        fc.constantFrom(...ANNOTATION_SETS).map((set) => `UPDATE annotation SET ${set}`),
        fc.constantFrom(...ARTICLE_SETS).map((set) => `UPDATE article SET ${set}`),
      ),
    }),
  },
  ...['undo', 'redo'].map((name) => ({ weight: 2, arbitrary: place(name) })),
  { weight: 6, arbitrary: place('look') },
  { weight: 1, arbitrary: place('reopen') },
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

const ids = (max: number) => fc.uniqueArray(fc.integer({ min: 1, max }), { maxLength: 3 })
const day = fc.constantFrom('2024-01-01', '2024-12-31', '2025-01-01', '2025-10-01', '2025-10-29')
const fields = {
  from: day,
  to: day,
  articles: ids(6),
  tags: ids(4),
  parties: ids(6),
  issues: ids(6),
  outlets: fc.uniqueArray(fc.constantFrom('HARBOUR post', 'Strait Daily', '海峡日报', '%'), { maxLength: 2 }),
  collections: ids(4),
  coders: ids(3),
  statuses: fc.uniqueArray(fc.constantFrom('draft', 'reviewed', 'disputed'), { maxLength: 2 }),
  confidences: fc.uniqueArray(fc.constantFrom('low', 'medium', 'high'), { maxLength: 2 }),
  attributions: fc.uniqueArray(fc.constantFrom('direct', 'anonymous', 'denied', 'outlet'), { maxLength: 2 }),
  importantOnly: fc.boolean(),
  storyOnce: fc.boolean(),
}
/** Up to three fields: with more hardly anything passes. */
const filterArbitrary: fc.Arbitrary<Filter> = fc
  .tuple(fc.record(fields), fc.subarray(Object.keys(fields), { maxLength: 3 }))
  .map(([all, names]) => filterSchema.parse(Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))))

/** Five articles, trees of parties, issues and collections, and a first statement. */
function filled(): LibraryFile {
  const library = codedLibrary()
  step(library, (db, context) => {
    DATES.slice(0, 5).forEach((published, index) =>
      putArticle(db, `Text ${index}: ${'they demand it. '.repeat(4)}`, {
        title: `A${index}`,
        published,
        outlet: OUTLETS[index % 4] ?? null,
      }),
    )
    const first = insertAnnotation(db, { articleId: 1, start: 0, end: 4, tag: 'demand' }, context)
    updateAnnotation(db, first, { targets: PARTIES, issues: ISSUES }, context)
    db.run("UPDATE party SET parent_id = (SELECT id FROM party WHERE name = 'Side') WHERE name = 'Ministry'")
    db.run("UPDATE party SET parent_id = (SELECT id FROM party WHERE name = 'Ministry') WHERE name = 'Minister'")
    let parentId: number | null = null
    for (const name of COLLECTIONS) parentId = insertCollection(db, { name, parentId }, uid)
  })
  return library
}

function nth(db: { column<T extends number>(sql: string): T[] }, table: string, n: number): number {
  const all = db.column<number>(`SELECT id FROM ${table} ORDER BY id`)
  return all[n % Math.max(1, all.length)] ?? 0
}

function perform(db: WriteDb, context: WriteContext, next: Action): void {
  if ('coding' in next && next.do === 'annotate') {
    const articleId = nth(db, 'article', next.pick)
    if (articleId > 0) insertAnnotation(db, { tag: 'demand', ...next.coding, articleId, start: next.pick, end: next.pick + 4 }, context)
    return
  }
  const all = db.column<number>('SELECT id FROM annotation')
  if (next.do === 'editAll' && 'coding' in next) {
    const { speaker, stance, stated, issues } = next.coding
    return void updateAnnotations(
      db,
      all,
      { ...(speaker !== undefined && { speaker }), stance, stated, ...(issues && { addIssues: issues }) },
      context,
    )
  }
  if (!('pick' in next)) return
  const [id, other] = [nth(db, 'annotation', next.pick), 'other' in next ? next.other : 0]
  const articles = [nth(db, 'article', next.pick), nth(db, 'article', other)]
  const [article = 0] = articles
  if ('change' in next) db.run(`${next.change} WHERE id = ?`, [next.change.includes('UPDATE annotation') ? id : article])
  else if ('published' in next) {
    const { published, outlet, reliability } = next
    if (article > 0) updateArticle(db, article, { published, outlet, reliability, credibility: published === null ? null : 2 }, context.now)
  } else if ('coding' in next) {
    if (id > 0) updateAnnotation(db, id, next.coding, context)
  } else if (next.do === 'remove') removeAnnotations(db, [id, other + 1])
  else if (next.do === 'drop') removeArticles(db, [article])
  else if (next.do === 'mergeParty' || next.do === 'mergeIssue') {
    const table = next.do === 'mergeParty' ? 'party' : 'issue'
    const [from, into] = [nth(db, table, next.pick), nth(db, table, other)]
    if (from !== into && from > 0) (table === 'party' ? mergeParty : mergeIssue)(db, from, into)
  } else if (next.do === 'link') {
    if (articles[0] !== articles[1]) linkStory(db, articles, uid)
  } else if (next.do === 'unlink') unlinkStory(db, [article])
  else if (next.do === 'collect') setArticleCollections(db, { articleIds: articles, add: [nth(db, 'collection', other)], remove: [] })
  else if (next.do === 'turn') db.run('UPDATE annotation_issue SET position = 9 - position')
  else if (next.do === 'many' && article > 0)
    for (let n = 0; n < 120; n++) insertAnnotation(db, { articleId: article, start: 0, end: 4, tag: 'threat' }, context)
}

function act(library: LibraryFile, next: Action): void {
  if (next.do === 'undo') library.undo()
  else if (next.do === 'redo') library.redo()
  else if (next.do === 'take back') {
    const done = library.steps({ limit: 100 }).filter((one) => one.state === 'done')
    const chosen = done['pick' in next ? next.pick % Math.max(1, done.length) : 0]
    if (chosen) library.revert(chosen.seq)
  } else {
    if ('coder' in next) library.setCoder(next.coder)
    step(library, (db, context) => {
      if (next.do === 'fail' || next.do === 'inside') {
        db.run("UPDATE annotation SET stance = 'declined', stated = '2025-07-07', stated_day = 20276 WHERE id % 2 = 0")
        // What is written and not yet done is seen from within, and is not what is kept.
        expect(statementsOf(statementColumns(db))).toEqual(expectedStatements(db))
        if (next.do === 'fail') throw new ParleyError('not-found', {})
      }
      perform(db, context, next)
    })
  }
}

/** A merge of what is above or beneath, or what stands in the way of taking back, is refused: an answer too. */
function tried(library: LibraryFile, next: Action): void {
  try {
    act(library, next)
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error
  }
}

test('the columns kept are those of the database after any writing, undoing and refusing', () => {
  fc.assert(
    fc.property(
      fc.array(action, { minLength: 5, maxLength: 30 }),
      fc.array(filterArbitrary, { minLength: 6, maxLength: 6 }),
      (actions, filters) => {
        let library = filled()
        const look = (): void => {
          const columns = statementColumns(library.read)
          expect(statementsOf(columns)).toEqual(expectedStatements(library.read))
          expect(areExact(columns)).toBe(true)
        }
        look()
        for (const next of actions) {
          if (next.do === 'look') look()
          else if (next.do === 'reopen') {
            library.close()
            library = closedLater(openLibraryFile(library.path, options()))
          } else tried(library, next)
        }
        look()
        for (const filter of filters) {
          const { columns, rows } = selectStatements(library.read, filter)
          const passing = filteredIds(library.read, filter, -1)
          const inOrder = evidenceByIds(library.read, passing).toSorted(byDate)
          expect(Array.from(rows, (row) => columns.id[row])).toEqual(inOrder.map(({ id }) => id))
          expect(rows.every((row, index) => index === 0 || row > (rows[index - 1] ?? 0))).toBe(true)
        }
        library.close()
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)

describe('what is kept', () => {
  test.each([...ANNOTATION_SETS.map((set) => `annotation SET ${set}`), ...ARTICLE_SETS.map((set) => `article SET ${set}`)])(
    'follows a change of one thing alone: %s',
    (change) => {
      const library = filled()
      step(library, (db, context) => {
        updateAnnotation(db, 1, { stated: change.startsWith('article') ? null : '2025-10-01', speaker: 'Other' }, context)
        updateArticle(db, 1, { published: '2025-10', outlet: 'Harbour Post', reliability: 'A', credibility: 2 }, 1)
      })
      library.setCoder('Ben')
      step(library, (db, context) => insertAnnotation(db, { articleId: 1, start: 5, end: 9, tag: 'demand' }, context))
      const before = statementsOf(statementColumns(library.read))
      step(library, (db) => void db.run(`UPDATE ${change} WHERE true`))
      const after = statementsOf(statementColumns(library.read))
      expect(after).toEqual(expectedStatements(library.read))
      expect(after).not.toEqual(before)
      library.undo()
      expect(statementsOf(statementColumns(library.read))).toEqual(before)
    },
  )

  test('stays the same object until something of it is written', () => {
    const library = filled()
    const before = statementColumns(library.read)
    step(library, (db, context) => updateAnnotation(db, 1, { note: 'only words', translation: 'none' }, context))
    step(library, (db) => void db.run("UPDATE article SET title = 'Another title'"))
    expect(statementColumns(library.read)).toBe(before)
    step(library, (db, context) => updateAnnotation(db, 1, { stance: 'opposes' }, context))
    const after = statementColumns(library.read)
    expect(after).not.toBe(before)
    expect(after.id.buffer).toBe(before.id.buffer)
    expect(statementsOf(after)).toEqual(expectedStatements(library.read))
  })

  test('a library that is only read has its columns too', () => {
    const written = filled()
    const expected = expectedStatements(written.read)
    written.close()
    const library = closedLater(openLibraryFile(written.path, { ...options(), readOnly: true }))
    expect(statementsOf(statementColumns(library.read))).toEqual(expected)
  })

  test('read in turns, with writes in between, they say the same; and reading ends with the library', async () => {
    const library = filled()
    step(library, (db, context) => perform(db, context, { do: 'many', pick: 2, other: 0 }))
    let turns = 0
    await statementsReady(library.read, () => {
      turns += 1
      step(library, (db, context) => {
        updateAnnotation(db, turns, { stated: '2024-05-05', issues: ['Refugees'] }, context)
        insertAnnotation(db, { articleId: 3, start: 0, end: 4, tag: 'threat' }, context)
        removeAnnotations(db, [60 + turns])
      })
    })
    expect(turns).toBeGreaterThan(2)
    expect(statementsOf(statementColumns(library.read))).toEqual(expectedStatements(library.read))
    const closing = filled()
    const reading = statementsReady(closing.read, () => {
      throw new ParleyError('no-library')
    })
    await expect(reading).rejects.toThrow(ParleyError)
  })
})
