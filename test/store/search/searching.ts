/** Searching a library in tests: what is found, and an index to compare with the one that was kept. */
import { finish } from '../../../src/core/anchoring/in-turns.ts'
import { facetSteps } from '../../../src/core/search/facets.ts'
import { find, isFound } from '../../../src/core/search/found.ts'
import { placeSteps } from '../../../src/core/search/places.ts'
import { searchSteps } from '../../../src/core/search/run.ts'
import { beginIndex, completeIndex, indexRows, missingEntries } from '../../../src/core/store/full-text.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import type { Extent, Facets, SearchOrder, SearchResult } from '../../../src/shared/domain/search.ts'
import type { Occurrences } from '../../../src/shared/domain/annotation-operations.ts'
import { label } from '../helpers/library.ts'

interface How {
  order?: SearchOrder
  limit?: number
  hits?: number
  after?: string | null
}

export const run = (
  library: LibraryFile,
  query: string,
  { order = 'newest', limit = 200, hits = 50, after = null }: How = {},
): SearchResult => finish(searchSteps(() => library.read, { query, order, limit, hits, after }))

/** Titles of the articles found, in order. */
export const titles = (library: LibraryFile, query: string, how: How = {}): string[] =>
  run(library, query, how).articles.map(({ title }) => title)

/** The same in any order, without looking for the hits in them. */
export function found(library: LibraryFile, query: string): string[] {
  const outcome = finish(find(() => library.read, query))
  if (!isFound(outcome)) return []
  const all = library.read.all<{ id: number; title: string }>('SELECT id, title FROM article')
  return all.flatMap(({ id, title }) => (outcome.articles.has(id) ? [title] : []))
}

/** The words shown as found, by article and hit. */
export const words = (library: LibraryFile, query: string): string[] =>
  run(library, query).articles.flatMap(({ hits }) =>
    hits.flatMap(({ line }) => line.marks.map(({ start, end }) => line.text.slice(start, end))),
  )

export const facets = (library: LibraryFile, query: string): Facets => finish(facetSteps(() => library.read, query))

export const places = (library: LibraryFile, query: string, extent: Extent, tagId: number | null = null): Occurrences =>
  finish(placeSteps(() => library.read, { query, extent, tagId, limit: 100 }))

/** Every token of the index with where it stands: the same for two indexes that hold the same. */
export function indexOf(library: LibraryFile): string {
  return library.write(label(), (db) => {
    const lines = ['article_fts', 'article_head_fts', 'annotation_fts'].flatMap((table) => {
      db.run(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_words USING fts5vocab(main, ${table}, instance)`)
      return db.all<{ term: string; doc: number; col: string; offset: number }>(
        `SELECT term, doc, col, "offset" FROM temp.${table}_words ORDER BY term, doc, col, "offset"`,
      )
    })
    return JSON.stringify(lines)
  })
}

/** Makes the index anew, as for a library of an earlier version. */
export function reindex(library: LibraryFile): void {
  library.write(label(), (db) => {
    db.run("DELETE FROM meta WHERE k IN ('index_version', 'index_building')")
    beginIndex(db)
    indexRows(db, missingEntries(db, -1))
    completeIndex(db)
  })
}
