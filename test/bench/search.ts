/**
 * Search: words, phrases, Chinese words and beginnings over a library of seeded articles, against what SQLite offers by itself over the
 * same texts in the same run: its own index (unicode61) with snippet() and bm25, and a scan with LIKE. MiniSearch is not among the
 * dependencies, so nothing is compared with it here.
 */
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finish, finishInTurns } from '../../src/core/anchoring/in-turns.ts'
import { bytesHash } from '../../src/core/importers/fingerprint.ts'
import { facetSteps } from '../../src/core/search/facets.ts'
import { find, isFound } from '../../src/core/search/found.ts'
import { placesInOrder, searchSteps } from '../../src/core/search/run.ts'
import { seedCodebook } from '../../src/core/seed.ts'
import { recordStep } from '../../src/core/session.ts'
import { insertAnnotation, updateAnnotation } from '../../src/core/store/annotations.ts'
import { insertArticle } from '../../src/core/store/articles.ts'
import { createLibraryFile, type LibraryFile } from '../../src/core/store/library-file.ts'
import type { SearchOrder } from '../../src/shared/domain/search.ts'
import { median, timed, type Figure } from './index.ts'
import { CHINESE, COMMON, RARE, texts, type BenchText } from './search-texts.ts'

const ROUNDS = 9
const PAGE = 50
const WRITES = 300

export async function searchSuite(size: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const library = createLibraryFile(join(folder, 'search.parley'), { clock: () => 1, uid: () => crypto.randomUUID(), coder: 'Bench' })
  const plain = new Database(join(folder, 'plain.db'))
  try {
    seedCodebook(library, () => crypto.randomUUID())
    plain.pragma('journal_mode = WAL')
    plain.pragma('synchronous = NORMAL')
    plain.exec(
      "CREATE TABLE doc(id INTEGER PRIMARY KEY, title TEXT, body TEXT); CREATE VIRTUAL TABLE idx USING fts5(title, body, content='doc', content_rowid='id', tokenize='unicode61 remove_diacritics 2')",
    )
    const all = [...texts(size)]
    const importPlain = await timed(() => fillPlain(plain, all))
    const importParley = await timed(() => fill(library, all))
    const { figure } = figuresOf(`${size} articles, ${Math.round(all.reduce((sum, { text }) => sum + text.length, 0) / 1e6)} M characters`)
    const opened = () => library.read
    let round = 0
    // Blanks at the end make each query a new one, which nothing is kept of.
    const search =
      (query: string, order: SearchOrder = 'newest', hits = 4) =>
      () =>
        finishInTurns(searchSteps(opened, { query: query + ' '.repeat(++round % 900), order, limit: PAGE, hits, after: null }))
    const counted = (word: string) => () => {
      const found = finish(find(opened, word + ' '.repeat(++round % 900)))
      return isFound(found) && placesInOrder(library.read, found, { order: 'newest', after: null, limit: PAGE })
    }
    const like = (word: string) => () => plain.prepare('SELECT count(*) FROM doc WHERE body LIKE ?').get(`%${word}%`)
    const snippets = (match: string, order: string) => () =>
      plain
        .prepare(`SELECT rowid, snippet(idx, 1, '[', ']', '…', 24) FROM idx WHERE idx MATCH ? ORDER BY ${order} LIMIT ${PAGE}`)
        .all(match)
    const figures = [
      figure('import with index', importParley, 'FTS5 unicode61 import of the same texts', importPlain, 1.34),
      await pair(figure, 'counted and newest 50 with hits, common word', search(COMMON), 'LIKE scan', like(COMMON), 0.05),
      await pair(figure, 'counted and newest 50 alone, common word', counted(COMMON), 'LIKE scan', like(COMMON), 0.05),
      await pair(
        figure,
        'newest 50 with hits, common word',
        search(COMMON),
        'FTS5 newest 50 with snippet()',
        snippets(COMMON, 'rowid DESC'),
        null,
      ),
      await pair(
        figure,
        'newest 50 with hits, rare word',
        search(RARE),
        'FTS5 newest 50 with snippet()',
        snippets(RARE, 'rowid DESC'),
        null,
      ),
      await pair(
        figure,
        'best 50 with hits, common word',
        search(COMMON, 'relevance'),
        'FTS5 bm25 50 with snippet()',
        snippets(COMMON, 'rank'),
        null,
      ),
      await pair(
        figure,
        'counted and newest 50 with hits, Chinese word of two characters',
        search(CHINESE),
        'LIKE scan',
        like(CHINESE),
        0.05,
      ),
      await pair(figure, 'one Chinese character', search(CHINESE.charAt(0)), 'LIKE scan', like(CHINESE.charAt(0)), 0.2),
      await pair(figure, 'phrase', search(`"${COMMON} ${RARE}"`), 'LIKE scan', like(`${COMMON} ${RARE}`), 0.05),
      await pair(figure, 'beginning of words', search(`${COMMON.slice(0, 3)}*`), 'LIKE scan', like(` ${COMMON.slice(0, 3)}`), 0.2),
      await pair(
        figure,
        'two words near each other, a field and a negation',
        search(`NEAR(${COMMON} ${RARE}, 10) after:2025-03 -${CHINESE}`),
        'LIKE scan',
        like(RARE),
        0.2,
      ),
      await pair(figure, 'a tag with a word in its quotes', search(`tag:threat ${COMMON}`), 'LIKE scan', like(COMMON), 0.2),
      await pair(
        figure,
        'facets of a common word',
        () => finishInTurns(facetSteps(opened, COMMON + ' '.repeat(++round % 900))),
        'LIKE scan',
        like(COMMON),
        null,
      ),
      figure('longest wait of others during a search for everything', await longestWait(search('-x', 'relevance', 50)), null, null, null),
      ...writes(library, figure),
    ]
    return figures
  } finally {
    library.close()
    plain.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type MakeFigure = (name: string, value: number, baseline: string | null, baselineValue: number | null, target: number | null) => Figure

const figuresOf = (size: string): { figure: MakeFigure } => ({
  figure: (name, value, baseline, baselineValue, target) => ({
    suite: 'search',
    name,
    size,
    value,
    unit: 'ms',
    baseline,
    baselineValue,
    target,
  }),
})

/** Both in turn, so that what else the machine does meets both. */
async function pair(
  figure: MakeFigure,
  name: string,
  mine: () => unknown,
  baseline: string,
  theirs: () => unknown,
  target: number | null,
): Promise<Figure> {
  const [own, other]: [number[], number[]] = [[], []]
  await mine()
  for (let round = 0; round < ROUNDS; round++) {
    own.push(await timed(mine))
    if (round < 3) other.push(await timed(theirs))
  }
  return figure(name, median(own), baseline, median(other), target)
}

function fillPlain(plain: Database.Database, all: readonly BenchText[]): void {
  const doc = plain.prepare('INSERT INTO doc(title, body) VALUES (?, ?)')
  const index = plain.prepare('INSERT INTO idx(rowid, title, body) VALUES (?, ?, ?)')
  for (let from = 0; from < all.length; from += 500)
    plain.transaction(() => {
      for (const { title, text } of all.slice(from, from + 500)) index.run(doc.run(title, text).lastInsertRowid, title, text)
    })()
}

function fill(library: LibraryFile, all: readonly BenchText[]): void {
  const at = { clock: () => 1, uid: () => crypto.randomUUID() }
  library.bulk(() => {
    for (let from = 0; from < all.length; from += 500)
      recordStep(library, at, { kind: 'articles.import', subject: null, count: 500 }, (db, { uid, coderId }) => {
        for (const { title, text, published, language } of all.slice(from, from + 500)) {
          const metadata = { ...NO_METADATA, title, published, language, outlet: `Outlet ${text.length % 40}` }
          const textHash = bytesHash(new TextEncoder().encode(text))
          const articleId = insertArticle(db, { metadata, text, textHash, original: null }, 1, uid)
          const start = text.indexOf(' ') + 1
          insertAnnotation(
            db,
            { articleId, start, end: text.indexOf(' ', start + 60), tag: text.length % 3 === 0 ? 'threat' : 'demand' },
            { now: 1, uid, coderId },
            () => text,
          )
        }
      })
  })
}

const NO_METADATA = {
  author: null,
  url: null,
  direction: 'ltr',
  translatedFrom: null,
  reliability: null,
  credibility: null,
  note: null,
} as const

/** What the index costs a single write: a note, which is indexed, to a flag, which is not. */
function writes(library: LibraryFile, figure: MakeFigure): Figure[] {
  const at = { clock: () => 1, uid: () => crypto.randomUUID() }
  const times: Record<'note' | 'flag', number[]> = { note: [], flag: [] }
  for (let id = 1; id <= WRITES; id++)
    for (const what of ['note', 'flag'] as const) {
      const start = performance.now()
      recordStep(library, at, { kind: 'annotations.update', subject: null, count: 1 }, (db, context) =>
        updateAnnotation(
          db,
          1 + (id % 900),
          what === 'note' ? { note: `Asked again at noon, answer ${id}` } : { important: id % 2 === 0 },
          context,
        ),
      )
      times[what].push(performance.now() - start)
    }
  return [figure('a note written (indexed)', median(times.note), 'a flag written (not indexed)', median(times.flag), 1.5)]
}

/** The longest time for which nothing else had its turn. */
async function longestWait(work: () => unknown): Promise<number> {
  let longest = 0
  let last = performance.now()
  let going = true
  const watch = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (going) setImmediate(watch)
  }
  setImmediate(watch)
  await work()
  going = false
  return Math.max(longest, performance.now() - last)
}
