/** A corrected text: what is unchanged moves in the same step, what is not waits for a person, and undo brings all of it back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCore } from '../../../src/core/app.ts'
import { createClient } from '../../../src/shared/rpc/client.ts'
import { checkAnchors } from '../../../src/core/store/anchor-check.ts'
import { countInReview, placeAnnotations, setAnchor, spansOf, withBroken } from '../../../src/core/store/anchoring-store.ts'
import { annotationById, annotationsByIds, insertAnnotation } from '../../../src/core/store/annotations.ts'
import { articleById, listArticles } from '../../../src/core/store/articles.ts'
import { filteredEvidence } from '../../../src/core/store/filtered.ts'
import { openLibraryFile, type LibraryFile } from '../../../src/core/store/library-file.ts'
import { reviewOf } from '../../../src/core/store/review.ts'
import { listRevisions, reviseArticle, textOfRevision } from '../../../src/core/store/revising.ts'
import { textHash } from '../../../src/core/importers/fingerprint.ts'
import type { WriteContext } from '../../../src/core/session.ts'
import type { WriteDb } from '../../../src/core/store/types.ts'
import { aText, anEdit, applied, spansOver } from '../../unit/core/anchoring/texts.ts'
import { outsider } from '../helpers/engine.ts'
import { closedLater, dump, label, options, tempFolder } from '../helpers/library.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote } from './library.ts'

const TEXT = [
  'Talks end without a deal',
  'The minister said that twelve soldiers were killed at the crossing on Monday. Kabul must stop the attacks, he told reporters.',
  'A second round is to begin in Istanbul within the week, according to officials of both sides who did not want to be named.',
].join('\n\n')
const CORRECTED = TEXT.replace('twelve', '21')

const revise = (library: LibraryFile, article: number, text: string, note: string | null = null) =>
  step(library, (db, context) => reviseArticle(db, article, { text, textHash: textHash(text), note, original: null }, context))

function coded(text = TEXT, quotes = ['twelve soldiers were killed', 'Kabul must stop the attacks', 'begin in Istanbul within the week']) {
  const library = codedLibrary()
  const article = step(library, (db) => putArticle(db, text))
  const ids = quotes.map((quote) => step(library, (db, context) => tagQuote(db, context, article, quote)))
  return { library, article, ids }
}
const anchorsOf = (library: LibraryFile, ids: readonly number[]) =>
  annotationsByIds(library.read, ids).map(({ id, anchor, quote }) => [id, anchor, quote])

describe('a new text', () => {
  test('moves what is unchanged, leaves the rest on its text, and says how many of each', async () => {
    const { library, article, ids } = coded()
    const before = annotationById(library.read, ids[0] ?? 0)
    expect(revise(library, article, CORRECTED, 'The outlet corrected the number.')).toEqual({ number: 2, moved: 2, toReview: 1 })
    expect(articleById(library.read, article)).toMatchObject({ revision: 2, text: CORRECTED })
    expect(anchorsOf(library, ids)).toEqual([
      [ids[0], 'review', 'twelve soldiers were killed'],
      [ids[1], 'placed', 'Kabul must stop the attacks'],
      [ids[2], 'placed', 'begin in Istanbul within the week'],
    ])
    expect(annotationById(library.read, ids[0] ?? 0)).toEqual({ ...before, anchor: 'review' })
    for (const { revisionId, start, end, quote } of annotationsByIds(library.read, ids.slice(1))) {
      expect(revisionId).toBe(articleById(library.read, article).revisionId)
      expect(CORRECTED.slice(start, end)).toBe(quote)
    }
    expect(checkAnchors(library.read)).toEqual([])
    expect(countInReview(library.read, article)).toEqual({ waiting: 1, broken: 0 })
    const { items } = await reviewOf(library.read, article)
    expect(items).toMatchObject([
      {
        id: ids[0],
        revision: 1,
        reason: 'words',
        was: { quote: 'twelve soldiers were killed' },
        candidates: [{ quote: '21 soldiers were killed', how: 'aligned' }],
      },
    ])
  })

  test('counts as evidence with the quote it was coded from', () => {
    const { library, article, ids } = coded()
    revise(library, article, CORRECTED)
    expect(filteredEvidence(library.read, {}).map(({ id, quote }) => [id, quote])).toContainEqual([ids[0], 'twelve soldiers were killed'])
    expect(articleById(library.read, article).revision).toBe(2)
  })

  test('is what search finds; undo brings the earlier one and every row back, redo the new one', () => {
    const { library, article } = coded()
    const found = (text: string): number => listArticles(library.read, { text, sort: 'added', limit: 10, offset: 0 }).total
    const first = dump(library.read)
    revise(library, article, CORRECTED.replace('soldiers', 'policemen'))
    const second = dump(library.read)
    expect([found('policemen'), found('twelve')]).toEqual([1, 0])
    library.undo()
    expect([found('policemen'), found('twelve')]).toEqual([0, 1])
    expect(withoutTexts(dump(library.read))).toEqual(withoutTexts(first))
    library.redo()
    expect([found('policemen'), found('twelve')]).toEqual([1, 0])
    expect(withoutTexts(dump(library.read))).toEqual(withoutTexts(second))
  })

  test('that is put back brings everything back to where it was', () => {
    const { library, article, ids } = coded()
    const places = () => annotationsByIds(library.read, ids).map(({ start, end, quote, anchor }) => ({ start, end, quote, anchor }))
    const before = places()
    revise(library, article, 'Something else altogether was published in the meantime.')
    expect(places().map(({ anchor }) => anchor)).toEqual(['review', 'review', 'review'])
    expect(revise(library, article, TEXT)).toEqual({ number: 3, moved: 3, toReview: 0 })
    expect(places()).toEqual(before)
  })

  test('G7 the text of a revision never changes, not even past the program', () => {
    const { library, article } = coded()
    revise(library, article, CORRECTED)
    const { path } = library
    library.close()
    expect(() => outsider(path, "UPDATE revision SET text = 'other' WHERE number = 1")).toThrow(/never changes/)
    const again = closedLater(openLibraryFile(path, options()))
    expect(textOfRevision(again.read, article, 1)).toBe(TEXT)
    expect(textOfRevision(again.read, article, 2)).toBe(CORRECTED)
  })

  test('G8 an empty text, or one of signs only, takes the place of none', () => {
    const { library, article, ids } = coded()
    const before = dump(library.read)
    for (const text of ['', ' \n\t\u00a0', '— … *']) expect(refusal(() => revise(library, article, text)).code).toBe('text-empty')
    expect(dump(library.read)).toBe(before)
    expect(anchorsOf(library, ids).every(([, anchor]) => anchor === 'placed')).toBe(true)
    expect(() => outsiderInsert(library, article)).toThrow(/CHECK/)
  })

  test('the same text is nothing to do, and an article that is gone cannot have one', () => {
    const { library, article } = coded()
    expect(refusal(() => revise(library, article, TEXT)).code).toBe('nothing-changed')
    expect(refusal(() => revise(library, 99, CORRECTED)).code).toBe('not-found')
    expect(refusal(() => listRevisions(library.read, 99)).code).toBe('not-found')
    expect(refusal(() => textOfRevision(library.read, article, 7)).code).toBe('not-found')
  })

  test('the list of texts: who, when, why, how long, how many annotations, and which was taken back', () => {
    const { library, article } = coded()
    revise(library, article, CORRECTED, 'A number')
    expect(listRevisions(library.read, article)).toMatchObject([
      {
        number: 2,
        current: true,
        takenBack: false,
        note: 'A number',
        coder: 'Ada',
        chars: CORRECTED.length,
        annotations: 2,
        original: null,
      },
      { number: 1, current: false, takenBack: false, note: null, chars: TEXT.length, annotations: 1, original: 'talks.txt' },
    ])
    library.undo()
    expect(listRevisions(library.read, article).map(({ number, current, takenBack }) => [number, current, takenBack])).toEqual([
      [2, false, true],
      [1, true, false],
    ])
    expect(revise(library, article, CORRECTED).number).toBe(3)
  })
})

describe('the review', () => {
  test('placing moves to the text of now, and undo back', () => {
    const { library, article, ids } = coded()
    revise(library, article, CORRECTED)
    const [id = 0] = ids
    const before = annotationById(library.read, id)
    const start = CORRECTED.indexOf('21 soldiers')
    step(library, (db) => placeAnnotations(db, [{ id, start, end: start + 11 }], 5))
    expect(annotationById(library.read, id)).toMatchObject({
      anchor: 'placed',
      quote: '21 soldiers',
      start,
      revisionId: articleById(library.read, article).revisionId,
    })
    expect(countInReview(library.read, article).waiting).toBe(0)
    library.undo()
    expect(annotationById(library.read, id)).toEqual(before)
  })

  test('a place that is none is refused, and of many none is taken then', () => {
    const { library, article, ids } = coded()
    revise(library, article, CORRECTED)
    const [id = 0, other = 0] = ids
    const before = dump(library.read)
    const length = CORRECTED.length
    const gap = CORRECTED.indexOf('\n\n')
    for (const [start, end] of [
      [5, 5],
      [9, 4],
      [0, length + 1],
      [gap, gap + 2],
    ] as const)
      expect(
        refusal(() =>
          step(library, (db) =>
            placeAnnotations(
              db,
              [
                { id: other, start: 0, end: 5 },
                { id, start, end },
              ],
              5,
            ),
          ),
        ).code,
      ).toBe('range-invalid')
    expect(refusal(() => step(library, (db) => placeAnnotations(db, [{ id: 999, start: 0, end: 5 }], 5))).code).toBe('not-found')
    expect(dump(library.read)).toBe(before)
  })

  test('an edge within a cluster goes outwards', () => {
    const { library, article, ids } = coded('The 👨‍👩‍👧 fled.', ['fled'])
    const [id = 0] = ids
    step(library, (db) => placeAnnotations(db, [{ id, start: 0, end: 6 }], 5))
    expect(annotationById(library.read, id).quote).toBe('The 👨‍👩‍👧')
    expect(articleById(library.read, article).revision).toBe(1)
  })

  test('what is gone stays with its text, is no error, counts, and comes back for review', async () => {
    const { library, article, ids } = coded()
    revise(library, article, CORRECTED.replace('Kabul must stop the attacks, he told reporters.', ''))
    const waiting = (await reviewOf(library.read, article)).items.map(({ id }) => id)
    expect(waiting).toEqual([ids[0], ids[1]])
    const changed = (): string => annotationById(library.read, ids[1] ?? 0).changedAt
    expect(step(library, (db) => setAnchor(db, [ids[1] ?? 0], 'gone', 4_000))).toBe(1)
    expect(changed()).toBe(new Date(4_000).toISOString())
    const { items, gone } = await reviewOf(library.read, article)
    expect([items.map(({ id }) => id), gone.map(({ id, was }) => [id, was.quote])]).toEqual([
      [ids[0]],
      [[ids[1], 'Kabul must stop the attacks']],
    ])
    expect(annotationById(library.read, ids[1] ?? 0).anchor).toBe('gone')
    expect(checkAnchors(library.read)).toEqual([])
    expect(filteredEvidence(library.read, {}).length).toBe(3)
    step(library, (db) => setAnchor(db, [ids[1] ?? 0], 'placed', 5_000))
    expect(changed()).toBe(new Date(5_000).toISOString())
    expect((await reviewOf(library.read, article)).items.map(({ id }) => id)).toEqual(waiting)
  })

  test('G4 an annotation whose quote is not at its offsets is listed as broken, with where its words are, and a new text does not move it', async () => {
    const { library, article, ids } = coded()
    const { path } = library
    library.close()
    outsider(
      path,
      `UPDATE annotation SET start_u16 = 3, end_u16 = 30 WHERE id = ${ids[1]}; UPDATE annotation SET quote = 'never written here' WHERE id = ${ids[2]}`,
    )
    const again = closedLater(openLibraryFile(path, options()))
    expect(withBroken(again.read, annotationsByIds(again.read, ids)).map(({ anchor }) => anchor)).toEqual(['broken', 'placed', 'broken'])
    expect(countInReview(again.read, article)).toEqual({ waiting: 2, broken: 2 })
    const { items } = await reviewOf(again.read, article)
    expect(items.map(({ id, reason, candidates }) => [id, reason, candidates[0]?.quote])).toEqual([
      [ids[1], 'broken', 'Kabul must stop the attacks'],
      [ids[2], 'broken', undefined],
    ])
    const before = annotationsByIds(again.read, ids.slice(1))
    again.write(label(), (db) =>
      reviseArticle(
        db,
        article,
        { text: CORRECTED, textHash: '', note: null, original: null },
        { now: 9, uid: () => 'r2', coderId: again.coderId() },
      ),
    )
    expect(annotationsByIds(again.read, ids.slice(1)).map(({ start, quote }) => [start, quote])).toEqual(
      before.map(({ start, quote }) => [start, quote]),
    )
    expect((await reviewOf(again.read, article)).items.filter(({ reason }) => reason === 'broken').length).toBe(2)
  })

  test('G6 annotations before = placed + to review + gone, after any texts, and undo of all of it is the beginning', async () => {
    await fc.assert(
      fc.asyncProperty(
        aText.chain((text) =>
          fc.record({
            text: fc.constant(text),
            spans: spansOver(text),
            edits: fc.array(fc.array(anEdit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
          }),
        ),
        async ({ text, spans, edits }) => {
          const library = codedLibrary()
          const article = step(library, (db) => putArticle(db, `${text} end`))
          const usable = spans.filter(({ quote }) => quote.trim() !== '')
          for (const { start, end } of usable) step(library, (db, context) => tagSpan(db, context, article, start, end))
          const first = rowsOf(library, article)
          let steps = 0
          let now = `${text} end`
          for (const some of edits) {
            const next = applied(now, some)
            if (next === now || !/[\p{L}\p{N}]/u.test(next)) continue
            now = next
            revise(library, article, now)
            steps++
            const { items, gone } = await reviewOf(library.read, article)
            const placed = annotationsByIds(
              library.read,
              first.map(({ id }) => id),
            ).filter(({ anchor }) => anchor === 'placed')
            expect(placed.length + items.length + gone.length).toBe(usable.length)
            for (const { start, end, quote } of placed) expect(now.slice(start, end)).toBe(quote)
            const [last] = items
            if (last) step(library, (db, { now }) => setAnchor(db, [last.id], 'gone', now))
            if (last) steps++
          }
          for (let n = 0; n < steps; n++) library.undo()
          expect(rowsOf(library, article)).toEqual(first)
          library.close()
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('by the contract', () => {
  test('preview, revise with a file, list, text, review, place, gone and back; each step named in the history', async () => {
    const core = openCore({ coder: 'Tester' })
    await core.control.openSample(`${tempFolder()}/sample.parley`)
    const client = createClient(core)
    const { items: articles } = await client.call('articles.list', {})
    const article = await client.call('articles.get', { id: articles[0]?.id ?? 0 })
    const coding = await client.call('annotations.list', { filter: { articles: [article.id] } })
    const [victim] = coding
    if (!victim) throw new Error('no annotation')
    const text = article.text.slice(0, victim.start) + 'Other words stand here now' + article.text.slice(victim.end)
    const staged = await core.control.stageBytes('new.txt', new TextEncoder().encode(text))
    expect(await client.call('imports.text', { stagedId: staged.stagedId })).toEqual({ text, problem: null })
    const preview = await client.call('articles.previewRevision', { id: article.id, text: `\ufeff${text.replaceAll('\n', '\r\n')}` })
    expect(preview).toMatchObject({ same: false, chars: text.length })
    expect(preview.moves + preview.toReview + preview.lost).toBe(coding.length)
    const made = await client.call('articles.revise', { id: article.id, text, note: ' Because ', stagedId: staged.stagedId })
    expect(made).toMatchObject({
      number: 2,
      moved: preview.moves,
      toReview: preview.toReview + preview.lost,
      article: { revision: 2, original: { name: 'new.txt' } },
    })
    expect(
      (await client.call('articles.revisions', { id: article.id })).map(({ number, note, original }) => [number, note, original]),
    ).toMatchObject([
      [2, 'Because', 'new.txt'],
      [1, null, expect.any(String)],
    ])
    const old = await client.call('articles.revisionText', { id: article.id, number: 1 })
    expect(old.text).toBe(article.text)
    expect(old.inserted).toBeGreaterThan(0)
    const review = await client.call('annotations.review', { articleId: article.id })
    expect(review.items.map(({ id }) => id)).toContain(victim.id)
    expect(await client.call('annotations.inReview', { articleId: article.id })).toEqual({ waiting: review.items.length, broken: 0 })
    await client.call('annotations.markGone', { ids: [victim.id] })
    expect(await client.call('annotations.get', { id: victim.id })).toMatchObject({ anchor: 'gone', quote: victim.quote })
    await client.call('annotations.bringBack', { ids: [victim.id] })
    const placed = await client.call('annotations.place', { id: victim.id, start: victim.start, end: victim.start + 11 })
    expect(placed).toMatchObject({ anchor: 'placed', quote: 'Other words' })
    expect(await client.call('annotations.placeMany', { places: [{ id: victim.id, start: victim.start, end: victim.start + 5 }] })).toEqual(
      { annotations: 1 },
    )
    expect((await client.call('history.list', { limit: 5 })).map(({ kind }) => kind)).toEqual([
      'annotations.placeMany',
      'annotations.place',
      'annotations.bringBack',
      'annotations.markGone',
      'articles.revise',
    ])
    await core.control.shutdown()
  })
})

const rowsOf = (library: LibraryFile, article: number) => spansOf(library.read, article)
/** Texts stay when their step is undone, so that it can be done again. */
const withoutTexts = (dumped: string): string =>
  JSON.stringify(
    (JSON.parse(dumped) as [table: string, rows: unknown[]][]).filter(([table]) => table !== 'revision' && table !== 'original'),
  )
const tagSpan = (db: WriteDb, context: WriteContext, articleId: number, start: number, end: number): void => {
  insertAnnotation(db, { articleId, start, end, tag: 'demand' }, context)
}
const outsiderInsert = (library: LibraryFile, article: number): void =>
  void library.write(label(), (db) =>
    db.run("INSERT INTO revision(uid, article_id, number, text, text_hash, chars, added_ms) VALUES ('u', ?, 9, '', '', 0, 1)", [article]),
  )
