/** What may be done to a library whose columns are kept: every kind of write, some that are refused, undoing, doing again and taking back. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { WriteContext } from '../../../src/core/session.ts'
import { updateAnnotations } from '../../../src/core/store/annotation-bulk.ts'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { insertAnnotation, updateAnnotation } from '../../../src/core/store/annotations.ts'
import { removeArticles, updateArticle } from '../../../src/core/store/articles.ts'
import { insertCollection, setArticleCollections } from '../../../src/core/store/collections.ts'
import { mergeIssue } from '../../../src/core/store/issue-changes.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { mergeParty } from '../../../src/core/store/party-changes.ts'
import { statementColumns } from '../../../src/core/store/statement-columns.ts'
import { linkStory, unlinkStory } from '../../../src/core/store/stories.ts'
import type { WriteDb } from '../../../src/core/store/types.ts'
import { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import { codedLibrary, putArticle, step, uid } from '../repositories/library.ts'
import { expectedStatements, statementsOf } from './statements.ts'

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
export const ANNOTATION_SETS = [
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
export const ARTICLE_SETS = [
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
export const action = fc.oneof(
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
export type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

/** Five articles, trees of parties, issues and collections, and a first statement. */
export function filled(): LibraryFile {
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

export function perform(db: WriteDb, context: WriteContext, next: Action): void {
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
export function tried(library: LibraryFile, next: Action): void {
  try {
    act(library, next)
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error
  }
}
