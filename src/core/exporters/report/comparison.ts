/** What the parts of a comparison share: the statement behind a quote, its article, and the place where its quote stands first. */
import type { Article } from '../../../shared/domain/article.ts'
import type { ComparisonData, Statement } from './data.ts'

export interface Comparison {
  readonly data: ComparisonData
  readonly statementOf: (quote: { readonly id: number }) => Statement | null
  readonly articleOf: (statement: Statement) => Article | null
  /** Band in which a statement's quote is first; null for the list of statements without a speaker. */
  readonly firstBand: ReadonlyMap<number, number | null>
}

export function comparisonOf(data: ComparisonData): Comparison {
  const statements = new Map(data.statements.map((statement) => [statement.coding.id, statement]))
  const articles = new Map(data.articles.map((article) => [article.id, article]))
  const firstBand = new Map<number, number | null>()
  for (const { issueId, columns } of data.bands) {
    for (const { id } of columns.flatMap((column) => column.quotes)) if (!firstBand.has(id)) firstBand.set(id, issueId)
  }
  return {
    data,
    statementOf: ({ id }) => statements.get(id) ?? null,
    articleOf: ({ coding }) => articles.get(coding.articleId) ?? null,
    firstBand,
  }
}

/** Anchor of the quote of a statement. */
export const quoteId = (statement: Statement): string => `q${statement.number}`
export const bandId = (issueId: number | null): string => (issueId === null ? 'i-none' : `i${issueId}`)
export const bandColumnId = (issueId: number | null, partyId: number): string => `${bandId(issueId)}-p${partyId}`
