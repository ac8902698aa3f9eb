/** The search index is true after every step, whichever path changed what it holds; and it can be made anew. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { updateAnnotations } from '../../../src/core/store/annotation-bulk.ts'
import { updateAnnotation } from '../../../src/core/store/annotations.ts'
import { updateArticles } from '../../../src/core/store/article-bulk.ts'
import { listArticles, removeArticles, updateArticle } from '../../../src/core/store/articles.ts'
import { indexProblems, INDEX_VERSION, indexState } from '../../../src/core/store/full-text.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { markNotText } from '../../../src/core/store/not-text.ts'
import { reviseArticle } from '../../../src/core/store/revising.ts'
import { jobEnded, openRealCore } from '../../helpers/real-core.ts'
import { codedLibrary, putArticle, step, tagQuote } from '../repositories/library.ts'
import { indexOf, reindex, titles } from './searching.ts'

const TEXTS = [
  'The ferry left the harbour at noon. 外交部表示停火。',
  'A crate was found on the quay. پاکستان نے کہا',
  'The council spoke of ferries and of crates.',
]

function filled(): { library: LibraryFile; articles: number[] } {
  const library = codedLibrary()
  const articles = step(library, (db, context) =>
    TEXTS.map((text, index) => {
      const id = putArticle(db, text, { title: `Report ${index}`, outlet: `Outlet ${index}`, author: 'Ada Lovelace' })
      tagQuote(db, context, id, text.slice(0, 10), { note: `noted ${index}`, translation: 'said so' })
      return id
    }),
  )
  return { library, articles }
}

describe('the index', () => {
  test('after any steps, undone, redone and taken back by themselves, is the one that would be made anew', () => {
    const action = fc.oneof(
      fc.constantFrom('undo', 'redo', 'revert'),
      fc.tuple(
        fc.constantFrom('title', 'note', 'bulk', 'remove-annotation', 'remove-article', 'not-text', 'revise', 'outlet', 'important'),
        fc.nat(5),
        fc.constantFrom('ferry', '停火', 'نوٹ', ''),
      ),
    )
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 12 }), (actions) => {
        const { library } = filled()
        for (const [at, one] of actions.entries()) act(library, one, at)
        const kept = indexOf(library)
        expect(indexProblems(library.read)).toEqual([])
        reindex(library)
        expect(indexOf(library)).toBe(kept)
      }),
      { numRuns: 25 },
    )
  })

  test('holds metadata apart from each other, so that no phrase goes from one field into the next', () => {
    const { library, articles } = filled()
    expect(titles(library, 'in:metadata "ada lovelace"')).toHaveLength(3)
    expect(titles(library, 'in:metadata "outlet 1"')).toEqual(['Report 1'])
    expect(titles(library, '"1 ada"')).toEqual([])
    step(
      library,
      (db) =>
        void db.run(
          "UPDATE outlet SET name = 'Strait Times', name_fold = 'strait times' WHERE id = (SELECT outlet_id FROM article WHERE id = ?)",
          [articles[1] ?? 0],
        ),
    )
    expect(titles(library, '"strait times"')).toEqual(['Report 1'])
  })

  test('leaves out what is not text, and has it back where that is undone', () => {
    const { library, articles } = filled()
    step(library, (db) => markNotText(db, articles[0] ?? 0, { start: 4, end: 9, kind: 'caption' }))
    expect(titles(library, 'in:text ferry')).toEqual([])
    expect(titles(library, '"the left"')).toEqual(['Report 0'])
    library.undo()
    expect(titles(library, 'in:text ferry')).toEqual(['Report 0'])
  })

  test('a change of metadata, its undo and a new name of an outlet leave the entries of texts as they are', () => {
    const { library, articles } = filled()
    // Without the entries of texts it would show that one was written.
    step(library, (db) => void db.run("INSERT INTO article_fts(article_fts) VALUES ('delete-all')"))
    step(library, (db) => updateArticles(db, articles, { author: 'Mira Sand', outlet: 'Quay Post' }, 1))
    step(library, (db) => void db.run("UPDATE outlet SET name = 'Strait Post', name_fold = 'strait post' WHERE name = 'Quay Post'"))
    expect(library.read.column('SELECT rowid FROM article_fts')).toEqual([])
    expect(titles(library, 'in:metadata "mira sand" "strait post"')).toHaveLength(3)
    library.undo()
    library.undo()
    expect(library.read.column('SELECT rowid FROM article_fts')).toEqual([])
    expect(titles(library, 'in:metadata "ada lovelace"')).toHaveLength(3)
  })

  test('finds words that stand apart in title, text and metadata, and no phrase from one into the next', () => {
    const { library } = filled()
    expect(titles(library, 'report ferry ada')).toEqual(['Report 0'])
    expect(titles(library, '"report 0 the"')).toEqual([])
    expect(titles(library, 'NEAR(report ferry, 9)')).toEqual([])
    expect(titles(library, '(in:title report) (in:text ferry)')).toEqual(['Report 0'])
    expect(listArticles(library.read, { text: 'report ferry lovelace', sort: 'added', limit: 9, offset: 0 }).total).toBe(1)
  })

  test('a step that is rolled back leaves it as it was', () => {
    const { library, articles } = filled()
    const before = indexOf(library)
    expect(() =>
      step(library, (db) => {
        updateArticle(db, articles[0] ?? 0, { title: 'Vienna' }, 1)
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(indexOf(library)).toBe(before)
  })

  test('of an earlier version is made anew when the library is opened, while search says that it is incomplete', async () => {
    const real = await openRealCore()
    try {
      await real.core.control.closeLibrary()
      const { createLibraryFile } = await import('../../../src/core/store/library-file.ts')
      const path = `${real.folder}/old.parley`
      const library = createLibraryFile(path, { clock: () => 1, uid: () => crypto.randomUUID(), coder: 'Ada' })
      library.write({ kind: 'test', subject: null, count: 1 }, (db) => {
        for (let at = 0; at < 120; at++) putArticle(db, `Ferry number ${at} left.`, { title: `Ferry ${at}` })
        db.run("INSERT INTO article_fts(article_fts) VALUES ('delete-all')")
        db.run("UPDATE meta SET v = '0' WHERE k = 'index_version'")
      })
      library.close()
      await real.core.control.openLibrary(path)
      const [job] = await real.client.call('jobs.list', {})
      expect(job).toMatchObject({ kind: 'index', state: 'running', total: 120 })
      expect((await real.client.call('search.run', { query: 'ferry' })).index).toMatchObject({ complete: false })
      expect(await jobEnded(real.client, job?.id ?? '')).toMatchObject({ state: 'done', result: { kind: 'index' } })
      expect(await real.client.call('search.run', { query: 'ferry' })).toMatchObject({ total: 120, index: { complete: true, left: 0 } })
      expect((await real.client.call('library.check', {})).ok).toBe(true)
      expect((await real.client.call('history.state', {})).depth).toBe(1)
    } finally {
      await real.close()
    }
  })

  test('of a new library is whole', () => {
    expect(indexState(codedLibrary().read)).toEqual({ version: INDEX_VERSION, building: null })
  })
})

/** One change, where there is something to change. */
function act(library: LibraryFile, action: 'undo' | 'redo' | 'revert' | [what: string, which: number, text: string], at: number): void {
  if (action === 'undo' || action === 'redo') return void library[action]()
  if (action === 'revert') {
    const [last] = library.steps({ limit: 1 })
    if (last?.state === 'done' && last.seq > 2) library.revert(last.seq)
    return
  }
  const [what, which, text] = action
  const articles = library.read.column<number>('SELECT id FROM article ORDER BY id')
  const annotations = library.read.column<number>('SELECT id FROM annotation ORDER BY id')
  const article = articles[which % Math.max(1, articles.length)]
  const annotation = annotations[which % Math.max(1, annotations.length)]
  if (article === undefined) return
  step(library, (db, context) => {
    if (what === 'title') updateArticle(db, article, { title: `${text} ${at}` }, 1)
    if (what === 'outlet')
      db.run('UPDATE outlet SET name = ?, name_fold = ? WHERE id = (SELECT outlet_id FROM article WHERE id = ?)', [
        `x ${text} ${at}`,
        `x ${text} ${at}`,
        article,
      ])
    if (what === 'not-text') markNotText(db, article, { start: which, end: which + 3, kind: 'other' })
    if (what === 'remove-article') removeArticles(db, [article])
    if (what === 'revise')
      reviseArticle(db, article, { text: `${TEXTS[which % 3]} ${text} ${at}.`, textHash: String(at), note: null, original: null }, context)
    if (annotation === undefined) return
    if (what === 'note') updateAnnotation(db, annotation, { note: text }, context)
    if (what === 'important') updateAnnotation(db, annotation, { important: which % 2 === 0 }, context)
    if (what === 'bulk') updateAnnotations(db, annotations, { translation: text }, context)
    if (what === 'remove-annotation') removeAnnotations(db, [annotation])
  })
}
