/**
 * The table of articles: ids in order, windows of rows and facets against the same in SQL; and scrolling it in Chromium against a plain
 * list of the same titles in the page. The page is the built one, so build first.
 */
import type Database from 'better-sqlite3'
import type { Facet } from '../../src/shared/domain/article-table.ts'
import type { Input, Procedure } from '../../src/shared/rpc/contract.ts'
import type { RealCore } from '../helpers/real-core.ts'
import { median, timed, type Figure } from './index.ts'
import { manyArticles } from './table-library.ts'
import { scrollFigures } from './table-scroll.ts'

const ROUNDS = 9
const PLAIN: Facet[] = ['collection', 'outlet', 'month', 'language', 'status', 'reliability', 'annotated']
const CODED: Facet[] = ['tag', 'party', 'coder']

/** The same facets, counted by the database. */
const SQL_PLAIN = [
  'SELECT collection_id, count(DISTINCT article_id) FROM article_collection GROUP BY collection_id',
  'SELECT outlet_id, count(*) FROM article GROUP BY outlet_id',
  'SELECT substr(published, 1, 7), count(*) FROM article GROUP BY 1',
  'SELECT language, count(*) FROM article GROUP BY language',
  'SELECT status, count(*) FROM article GROUP BY status',
  'SELECT reliability, count(*) FROM article GROUP BY reliability',
  'SELECT annotations > 0, count(*) FROM article GROUP BY 1',
]
const SQL_CODED = ['tag_id', 'speaker_id', 'coder_id'].map(
  (column) => `SELECT ${column}, count(DISTINCT article_id) FROM annotation GROUP BY ${column}`,
)
const SQL_TITLES = 'SELECT id FROM article ORDER BY title COLLATE NOCASE, id'
const SQL_WHOLE =
  'SELECT a.*, o.name AS outlet FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id ORDER BY a.published_day DESC, a.id DESC'

export async function tableSuite(size: number): Promise<Figure[]> {
  const { real, seen } = await manyArticles(size, baselines)
  const { whole, titles, plain, coded } = seen
  const at = `${size} articles`
  const figure = (name: string, value: number, baseline: string | null, baselineValue: number | null, target: number | null): Figure => ({
    suite: 'table',
    name,
    size: at,
    value,
    unit: 'ms',
    baseline,
    baselineValue,
    target,
  })
  try {
    const first = await timed(() => call(real, 'articles.table', {}))
    const firstFacets = await timed(() => call(real, 'articles.facets', { facets: PLAIN }))
    const firstCoded = await timed(() => call(real, 'articles.facets', { facets: CODED }))
    const byTitle: Input<'articles.table'> = { sort: [{ column: 'title', descending: false }] }
    const firstTitles = await timed(() => call(real, 'articles.table', byTitle))
    const { ids } = await real.client.call('articles.table', {})
    const middle = Math.floor(ids.length / 2)
    const page = ids.slice(middle, middle + 100)
    const titleOrder = await medianOf(() => call(real, 'articles.table', byTitle))
    const changed: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      await call(real, 'articles.update', { id: ids[round] ?? 1, patch: { title: `changed ${round}` } })
      changed.push(await timed(() => call(real, 'articles.table', byTitle)))
    }
    const afterChange = median(changed)
    return [
      figure('first list after opening, ids of all', first, 'all rows in SQL', whole, size < 10_000 ? null : 0.5),
      figure('list, ids of all', await medianOf(() => call(real, 'articles.table', {})), 'all rows in SQL', whole, 0.25),
      figure(
        'window of 100 rows from the middle',
        await medianOf(() => call(real, 'articles.rows', { ids: page })),
        'all rows in SQL',
        whole,
        size < 10_000 ? null : 0.1,
      ),
      figure('sort by title, the first time', firstTitles, 'the same in SQL', titles, null),
      figure('sort by title', titleOrder, 'the same in SQL', titles, 0.5),
      figure('sort by title, with a change before each', afterChange, 'the same in SQL, without', titles, size < 10_000 ? null : 1),
      figure('seven facets, the first time', firstFacets, 'the same in SQL', plain, null),
      figure('seven facets', await medianOf(() => call(real, 'articles.facets', { facets: PLAIN })), 'the same in SQL', plain, 0.5),
      figure('tag, speaker, coder, the first time', firstCoded, 'the same in SQL', coded, null),
      figure('tag, speaker, coder', await medianOf(() => call(real, 'articles.facets', { facets: CODED })), 'the same in SQL', coded, 0.1),
      ...(await scrollFigures(real, ids, figure)),
    ]
  } finally {
    await real.close()
  }
}

const call = (real: RealCore, name: Procedure, input: unknown): Promise<unknown> => real.core.call(name, input)

async function medianOf(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(work))
  return median(times)
}

/** Medians in ms of the same questions to the database itself. */
function baselines(db: Database.Database): Record<'whole' | 'titles' | 'plain' | 'coded', number> {
  const of = (texts: readonly string[]): number => {
    const times: number[] = []
    // Long ones are their own median.
    for (let round = 0; round < 3 && (times[0] ?? 0) < 2_000; round += 1) {
      const start = performance.now()
      for (const text of texts) db.prepare(text).all()
      times.push(performance.now() - start)
    }
    return median(times)
  }
  return { whole: of([SQL_WHOLE]), titles: of([SQL_TITLES]), plain: of(SQL_PLAIN), coded: of(SQL_CODED) }
}
