/** Quotes of one entry of the codebook (of the very entry, not of those beneath it), and quotes by their words. Newest first, by stated date, else publication. */
import type { CodebookPart } from '../../shared/domain/codebook-import.ts'
import type { Evidence } from '../../shared/domain/compare.ts'
import { evidenceByIds } from './filtered.ts'
import { PARTY_USES } from './parties.ts'
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

/** Those near the party and the issue first; in any case, by the words of the quote or of its translation. */
export function findEvidence(
  db: ReadDb,
  { text, party, issue, limit }: QuoteSearch,
): { items: { evidence: Evidence; isNear: boolean }[]; total: number } {
  const wanted = text.trim().toLocaleLowerCase()
  const near = [
    ...(party === undefined ? [] : [CODED_WITH.parties]),
    ...(issue === undefined ? [] : [CODED_WITH.issues.replace('@id', '@issue')]),
  ]
  const words = wanted === '' ? "'' AS quote, NULL AS translation" : 'n.quote, n.translation'
  const rows = db.all<{ id: number; quote: string; translation: string | null; near: number }>(
    `SELECT n.id, ${words}, ${near.length === 0 ? '0' : near.map((part) => `(${part})`).join(' + ')} AS near
     FROM annotation n JOIN article a ON a.id = n.article_id
     ORDER BY near DESC, ifnull(n.stated_day, a.published_day) DESC NULLS LAST, n.article_id, n.start_u16, n.id`,
    { ...(party !== undefined && { id: party }), ...(issue !== undefined && { issue }) },
  )
  // SQLite folds the case of ASCII letters only.
  const holds = (words: string | null): boolean => words !== null && words.toLocaleLowerCase().includes(wanted)
  const found = wanted === '' ? rows : rows.filter(({ quote, translation }) => holds(quote) || holds(translation))
  const nearBy = new Map(found.slice(0, limit).map((row) => [row.id, row.near > 0]))
  const items = evidenceByIds(db, [...nearBy.keys()]).map((evidence) => ({ evidence, isNear: nearBy.get(evidence.id) ?? false }))
  return { items, total: found.length }
}
