/** Reads from the library what a report needs. Names are looked up in statements.ts; order is fixed here. */
import type { z } from 'zod'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { dayRange } from '../../../shared/domain/partial-date.ts'
import type { Party, PartyRole } from '../../../shared/domain/party.ts'
import type { reportInputSchema } from '../../../shared/domain/report.ts'
import { buildMatrix } from '../../compare/matrix.ts'
import { buildSideBySide } from '../../compare/side-by-side.ts'
import { say } from '../../messages.ts'
import { annotationsByIds } from '../../store/annotations.ts'
import { articleById } from '../../store/articles.ts'
import { comparisonOf } from '../../store/comparison.ts'
import { filteredIds } from '../../store/filtered.ts'
import { notTextOf } from '../../store/not-text.ts'
import type { ReadDb } from '../../store/types.ts'
import type { ComparisonData, ReportData } from './data.ts'
import { filterNames, namesOf, statementsOf } from './statements.ts'

/** Throws `not-found` where an article that was chosen is no longer there. */
export function gatherReport(db: ReadDb, input: z.output<typeof reportInputSchema>, context: { libraryName: string }): ReportData {
  const names = namesOf(db)
  const { parties, tags } = names
  const annotations = annotationsByIds(db, filteredIds(db, input.filter, -1))
  const articles = articlesOf(db, input, annotations)
  const byArticle = Map.groupBy(annotations, (annotation) => annotation.articleId)
  const codings = articles.flatMap((article) => (byArticle.get(article.id) ?? []).map((coding) => ({ coding, article })))
  const statements = statementsOf(codings, names)

  const common = {
    title: input.title ?? defaultTitle(input.kind, articles, context.libraryName),
    libraryName: context.libraryName,
    filter: filterNames(input.filter, names),
    include: input.include,
    articles,
    statements,
    tags,
    notText: new Map(articles.map(({ id }) => [id, notTextOf(db, id)])),
  }
  if (input.kind === 'annotated') return { kind: 'annotated', ...common }
  return { kind: 'comparison', ...common, ...compared(db, input.filter, parties), issues: names.issuePaths }
}

/** Chosen articles whether or not they are annotated; otherwise those with annotations that pass. A comparison shows quotes, so only their articles. */
function articlesOf(db: ReadDb, input: { kind: ReportData['kind']; filter: Filter }, annotations: readonly Annotation[]): Article[] {
  const chosen =
    input.kind === 'annotated' && input.filter.articles?.length
      ? input.filter.articles
      : annotations.map((annotation) => annotation.articleId)
  return [...new Set(chosen)].map((id) => articleById(db, id)).toSorted(byPublication)
}

function compared(db: ReadDb, filter: Filter, parties: readonly Party[]): Pick<ComparisonData, 'matrix' | 'bands' | 'columns'> {
  const { columns: statements, rows, context } = comparisonOf(db, filter, 'side')
  const matrix = buildMatrix(statements, rows, context)
  const known = new Map(parties.map((party) => [party.id, party]))
  const columns = matrix.columns
    .map(({ partyId, statements }) => ({
      id: partyId,
      name: known.get(partyId)?.name ?? '',
      role: known.get(partyId)?.role ?? 'none',
      statements,
    }))
    .toSorted((a, b) => ROLE_ORDER[a.role] - ROLE_ORDER[b.role]) // stable: the codebook's order within a role
  const bands = buildSideBySide(statements, rows, {
    ...context,
    chosen: columns.map((column) => column.id),
    since: null,
    sort: 'tree',
    most: Number.MAX_SAFE_INTEGER,
  })
  return { matrix, bands, columns }
}

const ROLE_ORDER: Readonly<Record<PartyRole, number>> = { principal: 0, mediator: 1, observer: 2, none: 3 }

function defaultTitle(kind: ReportData['kind'], articles: readonly Article[], libraryName: string): string {
  const [only] = articles
  if (kind === 'annotated' && only && articles.length === 1) return only.title
  return libraryName.trim() === '' ? say('report.untitled') : libraryName
}

/** By first day that the date can mean, then by time of day, then as they were added; undated last. */
export function byPublication(a: Article, b: Article): number {
  const day = (article: Article): number => (article.published === null ? Number.MAX_SAFE_INTEGER : dayRange(article.published).first)
  const time = (article: Article): string => article.published?.slice(10) ?? ''
  return day(a) - day(b) || (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : a.id - b.id)
}
