/** Counts for facets, in stretches: values of articles, and tags and speakers of the annotations that a query finds. */
import type { Node } from '../../../shared/search/types.ts'
import type { Steps } from '../../anchoring/in-turns.ts'
import { jsonList } from '../rows.ts'
import type { ReadDb } from '../types.ts'
import { annotationSql, Conditions } from './conditions.ts'

const ARTICLES = 5_000
const ANNOTATIONS = 100_000

type Counts = Map<string, number>
export type ArticleValues = Record<'outlet' | 'month' | 'language' | 'status', Counts>

/** How many of the articles have each value. */
export function* articleValues(opened: () => ReadDb, ids: readonly number[]): Steps<ArticleValues> {
  const values: ArticleValues = { outlet: new Map(), month: new Map(), language: new Map(), status: new Map() }
  const names = Object.keys(values) as (keyof ArticleValues)[] // its own keys
  for (let from = 0; from < ids.length; from += ARTICLES) {
    const rows = opened().all<Record<keyof ArticleValues, string | null> & { n: number }>(
      `SELECT o.name AS outlet, substr(a.published, 1, 7) AS month, a.language, a.status, count(*) AS n
       FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3, 4`,
      [jsonList(ids.slice(from, from + ARTICLES))],
    )
    for (const row of rows)
      for (const name of names) {
        const value = row[name]
        if (value !== null) values[name].set(value, (values[name].get(value) ?? 0) + row.n)
      }
    yield
  }
  return values
}

interface Counted {
  id: number
  label: string
  count: number
}

/** In how many articles an annotation with each tag, of each speaker, fits the query. */
export function* annotationsByArticle(opened: () => ReadDb, root: Node): Steps<{ tags: Counted[]; speakers: Counted[] }> {
  const tags = new Map<number, Set<number>>()
  const speakers = new Map<number, Set<number>>()
  const note = (map: Map<number, Set<number>>, id: number, article: number): void => {
    const known = map.get(id)
    if (known) known.add(article)
    else map.set(id, new Set([article]))
  }
  const last = opened().value<number>('SELECT ifnull(max(id), 0) FROM annotation')
  const conditions = new Conditions(opened())
  const where = annotationSql(root, conditions)
  for (let from = 0; from < last; from += ANNOTATIONS) {
    const rows = opened().all<{ tag: number; speaker: number | null; article: number }>(
      `SELECT DISTINCT n.tag_id AS tag, n.speaker_id AS speaker, n.article_id AS article FROM annotation n JOIN article a ON a.id = n.article_id
       WHERE n.id > @from AND n.id <= @to AND ${where}`,
      { ...conditions.params, from, to: from + ANNOTATIONS },
    )
    for (const { tag, speaker, article } of rows) {
      note(tags, tag, article)
      if (speaker !== null) note(speakers, speaker, article)
    }
    yield
  }
  return { tags: named(opened(), 'tag', tags), speakers: named(opened(), 'party', speakers) }
}

function named(db: ReadDb, table: 'tag' | 'party', counts: ReadonlyMap<number, ReadonlySet<number>>): Counted[] {
  const rows = db.all<{ id: number; label: string }>(
    `SELECT id, name AS label FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
    [jsonList([...counts.keys()])],
  )
  return rows.map((row) => ({ ...row, count: counts.get(row.id)?.size ?? 0 })).sort((a, b) => b.count - a.count)
}
