/** A library as the core opens it: with the built-in tags and the search index, and one function a step. */
import { randomUUID } from 'node:crypto'
import { seedCodebook } from '../../../src/core/seed.ts'
import { recordStep, type WriteContext } from '../../../src/core/session.ts'
import { bytesHash, textHash } from '../../../src/core/importers/fingerprint.ts'
import { insertArticle } from '../../../src/core/store/articles.ts'
import { insertAnnotation } from '../../../src/core/store/annotations.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import type { ReadDb, SqlParams, WriteDb } from '../../../src/core/store/types.ts'
import type { AnnotationInput } from '../../../src/shared/domain/annotation.ts'
import type { ArticleMetadata } from '../../../src/shared/domain/article.ts'
import { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import { canonicalText } from '../../../src/shared/text/canonical.ts'
import { label, newLibrary } from '../helpers/library.ts'

export const uid = (): string => randomUUID()

export function codedLibrary(): LibraryFile {
  const library = newLibrary()
  seedCodebook(library, uid)
  return library
}

/** One step of the history. */
export function step<T>(library: LibraryFile, fn: (db: WriteDb, context: WriteContext) => T): T {
  return recordStep(library, { clock: () => 1_761_811_200_000, uid }, label(), fn)
}

/** Stores a text as an import does; returns the article's id. */
export function putArticle(db: WriteDb, source: string, metadata: Partial<ArticleMetadata> = {}): number {
  const { text } = canonicalText(source)
  const bytes = new TextEncoder().encode(source)
  return insertArticle(
    db,
    {
      metadata: {
        title: 'Talks',
        outlet: null,
        author: null,
        published: null,
        url: null,
        language: null,
        direction: 'ltr',
        translatedFrom: null,
        reliability: null,
        credibility: null,
        note: null,
        ...metadata,
      },
      text,
      textHash: textHash(text),
      original: { sha256: bytesHash(bytes), name: 'talks.txt', mediaType: 'text/plain', encoding: 'utf-8', bytes },
    },
    1,
    uid,
  )
}

/** Tags the first place where `quote` stands in the article's text. */
export function tagQuote(
  db: WriteDb,
  context: WriteContext,
  articleId: number,
  quote: string,
  coding: Partial<AnnotationInput> = {},
): number {
  const text = db.value<string>('SELECT r.text FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = ?', [articleId])
  const start = text.indexOf(quote)
  if (start < 0) throw new Error(`${quote} is not in the text`)
  return insertAnnotation(db, { articleId, start, end: start + quote.length, tag: 'demand', ...coding }, context)
}

/** How the engine would run each statement that `work` runs, one line a step of the plan. */
export function plansOf(db: ReadDb, work: (db: ReadDb) => unknown): string[] {
  const plans: string[] = []
  const explain = (sql: string, params?: SqlParams): void => {
    plans.push(...db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params).map((row) => row.detail))
  }
  work({
    get: (sql, params) => (explain(sql, params), db.get(sql, params)),
    all: (sql, params) => (explain(sql, params), db.all(sql, params)),
    value: (sql, params) => (explain(sql, params), db.value(sql, params)),
    column: (sql, params) => (explain(sql, params), db.column(sql, params)),
  })
  return plans
}

/** What `work` was refused with; fails where it was not. */
export function refusal(work: () => unknown): ParleyError {
  try {
    work()
  } catch (error) {
    if (error instanceof ParleyError) return error
    throw error
  }
  throw new Error('it was not refused')
}
