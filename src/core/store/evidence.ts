/** Quotes of one entry of the codebook (of the very entry, not of those beneath it), and quotes by their words. Newest first, by stated date, else publication. */
import type { CodebookPart } from '../../shared/domain/codebook-import.ts'
import type { Evidence } from '../../shared/domain/compare.ts'
import { searchTerms } from '../../shared/text/search-terms.ts'
import { termExpression } from '../../shared/text/fts-query.ts'
import { evidenceByIds } from './filtered.ts'
import { isIndexed } from './full-text.ts'
import { PARTY_USES } from './parties.ts'
import { jsonList } from './rows.ts'
import type { ReadDb } from './types.ts'

const CODED_WITH: Record<CodebookPart, string> = {
  tags: 'n.tag_id = @id',
  issues: 'n.id IN (SELECT annotation_id FROM annotation_issue WHERE issue_id = @id)',
  parties: `n.id IN (${PARTY_USES})`,
}

export interface EntryQuotes {
  part: CodebookPart
  id: number
  /** Only quotes that hold this text, in any case. */
  text?: string | undefined
  limit: number
}

/** The newest `limit` quotes, and how many there are. An entry that is gone has none. */
export function evidenceOfEntry(db: ReadDb, { part, id, text = '', limit }: EntryQuotes): { items: Evidence[]; total: number } {
  const wanted = text.trim().toLocaleLowerCase()
  const rows = db.all<{ id: number; quote: string }>(
    `SELECT n.id, ${wanted === '' ? "''" : 'n.quote'} AS quote FROM annotation n JOIN article a ON a.id = n.article_id WHERE ${CODED_WITH[part]}
     ORDER BY ifnull(n.stated_day, a.published_day) DESC NULLS LAST, n.article_id, n.start_u16, n.id`,
    { id },
  )
  // SQLite folds the case of ASCII letters only.
  const ids = rows.filter(({ quote }) => quote.toLocaleLowerCase().includes(wanted)).map((row) => row.id)
  return { items: evidenceByIds(db, ids.slice(0, limit)), total: ids.length }
}

export interface QuoteSearch {
  text: string
  party?: number | undefined
  issue?: number | undefined
  limit: number
}

/**
 * Those near the party and the issue first, then the newest; those that hold all words of the text, each as the beginning of a word, in
 * the quote or its translation. Asked at every rest of typing: words are looked up in the index, and only what is shown is read.
 */
export function findEvidence(
  db: ReadDb,
  { text, party, issue, limit }: QuoteSearch,
): { items: { evidence: Evidence; isNear: boolean }[]; total: number } {
  const wanted = wantedSql(db, text)
  if (wanted === null) return { items: [], total: 0 }
  const near = [
    ...(party === undefined ? [] : [CODED_WITH.parties]),
    ...(issue === undefined ? [] : [CODED_WITH.issues.replace('@id', '@issue')]),
  ]
  const rows = db.all<{ id: number; near: number }>(
    `SELECT n.id, ${near.length === 0 ? '0' : near.map((part) => `(${part})`).join(' + ')} AS near
     FROM annotation n JOIN article a ON a.id = n.article_id WHERE ${wanted.sql}
     ORDER BY near DESC, ifnull(n.stated_day, a.published_day) DESC NULLS LAST, n.article_id, n.start_u16, n.id LIMIT @limit`,
    { ...wanted.params, limit, ...(party !== undefined && { id: party }), ...(issue !== undefined && { issue }) },
  )
  const nearBy = new Map(rows.map((row) => [row.id, row.near > 0]))
  const items = evidenceByIds(db, [...nearBy.keys()]).map((evidence) => ({ evidence, isNear: nearBy.get(evidence.id) ?? false }))
  return { items, total: db.value<number>(`SELECT count(*) FROM annotation n WHERE ${wanted.sql}`, wanted.params) }
}

/** Which annotations hold the text; null where it has nothing that can be looked for. While the index is being made, quotes are read. */
function wantedSql(db: ReadDb, text: string): { sql: string; params: Record<string, string> } | null {
  const typed = text.trim()
  if (typed === '') return { sql: '1', params: {} }
  const words = searchTerms(typed).flatMap((term) => termExpression({ ...term, prefix: true }) ?? [])
  if (words.length === 0) return null
  if (isIndexed(db)) {
    const sql = 'n.id IN (SELECT rowid FROM annotation_fts WHERE annotation_fts MATCH @words)'
    return { sql, params: { words: `{quote translation} : (${words.join(' AND ')})` } }
  }
  const lower = typed.toLocaleLowerCase()
  // SQLite folds the case of ASCII letters only.
  const holds = (held: string | null): boolean => held !== null && held.toLocaleLowerCase().includes(lower)
  const rows = db.all<{ id: number; quote: string; translation: string | null }>('SELECT id, quote, translation FROM annotation')
  const ids = rows.filter(({ quote, translation }) => holds(quote) || holds(translation)).map(({ id }) => id)
  return { sql: 'n.id IN (SELECT value FROM json_each(@ids))', params: { ids: jsonList(ids) } }
}
