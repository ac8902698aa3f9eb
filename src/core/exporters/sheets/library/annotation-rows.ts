/** Annotations with all that a row of their table says, some hundred at a time: never more of them in memory. */
import type { Annotation } from '../../../../shared/domain/annotation.ts'
import { codePointOffsets } from '../../../../shared/text/offsets.ts'
import { annotationsByIds } from '../../../store/annotations.ts'
import { revisionText } from '../../../store/revisions.ts'
import { jsonList } from '../../../store/rows.ts'
import type { ReadDb } from '../../../store/types.ts'
import { writeList } from './name-list.ts'
import type { Names } from './names.ts'

const AT_ONCE = 500

export interface ArticleFacts {
  readonly id: number
  readonly uid: string
  readonly title: string
  readonly outlet: string | null
  readonly author: string | null
  readonly published: string | null
  readonly url: string | null
  readonly language: string | null
  readonly reliability: string | null
  readonly credibility: number | null
}

export interface AnnotationRow {
  readonly annotation: Annotation
  readonly article: ArticleFacts
  readonly revision: number
  readonly codePoints: { readonly start: number; readonly end: number }
  /** As lists in a cell. */
  readonly threads: string
  readonly collections: string
}

export function* annotationRows(db: ReadDb, ids: readonly number[], names: Names): Generator<AnnotationRow> {
  const points = new CodePoints(db)
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const annotations = annotationsByIds(db, ids.slice(at, at + AT_ONCE))
    const articles = articlesOf(db, [...new Set(annotations.map(({ articleId }) => articleId))])
    const threads = threadsOf(db, annotations)
    const collections = collectionsOf(db, [...articles.keys()], names)
    for (const annotation of annotations) {
      const article = articles.get(annotation.articleId)
      if (!article) continue
      yield {
        annotation,
        article,
        ...points.of(annotation),
        threads: writeList(threads.get(annotation.id) ?? []),
        collections: writeList(collections.get(article.id) ?? []),
      }
    }
  }
}

function articlesOf(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, ArticleFacts> {
  const rows = db.all<ArticleFacts>(
    `SELECT a.id, a.uid, a.title, o.name AS outlet, a.author, a.published, a.url, a.language, a.reliability, a.credibility
     FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id IN (SELECT value FROM json_each(?))`,
    [jsonList(ids)],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** "Title (role)" of the threads that each is in. */
function threadsOf(db: ReadDb, annotations: readonly Annotation[]): ReadonlyMap<number, string[]> {
  const rows = db.all<{ id: number; title: string; role: string }>(
    `SELECT m.annotation_id AS id, t.title, m.role FROM thread_member m JOIN thread t ON t.id = m.thread_id
     WHERE m.annotation_id IN (SELECT value FROM json_each(?)) ORDER BY t.id`,
    [jsonList(annotations.map(({ id }) => id))],
  )
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [id, own.map(({ title, role }) => `${title} (${role})`)]))
}

export function collectionsOf(db: ReadDb, articleIds: readonly number[], names: Names): ReadonlyMap<number, string[]> {
  const rows = db.all<{ id: number; collection: number }>(
    `SELECT article_id AS id, collection_id AS collection FROM article_collection
     WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY article_id, collection_id`,
    [jsonList(articleIds)],
  )
  const named = [...Map.groupBy(rows, ({ id }) => id)]
  return new Map(named.map(([id, own]) => [id, own.map(({ collection }) => names.collection(collection))]))
}

/** Offsets in code points. Most texts have no character of two units, and need not be read. */
class CodePoints {
  readonly #db: ReadDb
  #revision: { id: number; number: number; toCodePoint: (offset: number) => number } | null = null

  constructor(db: ReadDb) {
    this.#db = db
  }

  of({ revisionId, start, end }: Annotation): Pick<AnnotationRow, 'revision' | 'codePoints'> {
    if (this.#revision?.id !== revisionId) this.#revision = { id: revisionId, ...this.#read(revisionId) }
    const { number, toCodePoint } = this.#revision
    return { revision: number, codePoints: { start: toCodePoint(start), end: toCodePoint(end) } }
  }

  #read(id: number): { number: number; toCodePoint: (offset: number) => number } {
    const row = this.#db.get<{ number: number; isPlain: number }>(
      'SELECT number, length(text) = chars AS isPlain FROM revision WHERE id = ?',
      [id],
    )
    const same = (offset: number): number => offset
    if (!row || row.isPlain === 1) return { number: row?.number ?? 1, toCodePoint: same }
    return { number: row.number, toCodePoint: codePointOffsets(revisionText(this.#db, id)).toCodePoint }
  }
}
