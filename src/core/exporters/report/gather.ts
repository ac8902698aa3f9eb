/**
 * Reads from the library what a report needs. The only module of the exporters that knows the store. Names are looked up
 * here; order and numbers are fixed here.
 */
import type { z } from 'zod'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Tag } from '../../../shared/domain/codebook.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { dayRange } from '../../../shared/domain/partial-date.ts'
import type { Party, PartyRole } from '../../../shared/domain/party.ts'
import type { reportInputSchema } from '../../../shared/domain/report.ts'
import { buildMatrix } from '../../compare/matrix.ts'
import { buildSideBySide } from '../../compare/side-by-side.ts'
import { say } from '../../messages.ts'
import { annotationsByIds } from '../../store/annotations.ts'
import { articleById } from '../../store/articles.ts'
import { filteredEvidence, filteredIds } from '../../store/filtered.ts'
import { listIssues } from '../../store/issues.ts'
import { notTextOf } from '../../store/not-text.ts'
import { listParties } from '../../store/parties.ts'
import { listTags } from '../../store/tags.ts'
import type { ReadDb } from '../../store/types.ts'
import type { ComparisonData, FilterNames, OwnField, ReportData, Statement } from './data.ts'
import { dateText } from './words.ts'

/** Throws `not-found` where an article that was chosen is no longer there. */
export function gatherReport(db: ReadDb, input: z.output<typeof reportInputSchema>, context: { libraryName: string }): ReportData {
  const parties = listParties(db)
  const issues = listIssues(db)
  const tags = listTags(db)
  const partyNames = new Map(parties.map((party) => [party.id, party.name]))
  const issuePaths = new Map(issues.map((issue) => [issue.id, issue.path]))
  const tagsById = new Map(tags.map((tag) => [tag.id, tag]))

  const annotations = annotationsByIds(db, filteredIds(db, input.filter, -1))
  const articles = articlesOf(db, input, annotations)
  const byArticle = Map.groupBy(annotations, (annotation) => annotation.articleId)
  const statements = articles
    .flatMap((article) => (byArticle.get(article.id) ?? []).map((coding) => ({ coding, article })))
    .flatMap(({ coding, article }, index): Statement[] => {
      const tag = tagsById.get(coding.tagId)
      if (!tag) return [] // the database refuses an annotation without a tag
      return [
        {
          number: index + 1,
          coding,
          tag,
          speaker: nameOf(partyNames, coding.speakerId),
          onBehalfOf: nameOf(partyNames, coding.onBehalfOfId),
          targets: present(coding.targetIds, partyNames),
          issues: present(coding.issueIds, issuePaths),
          fields: ownFields(coding, tag, partyNames),
          date: coding.stated ?? article.published,
        },
      ]
    })

  const common = {
    title: input.title ?? defaultTitle(input.kind, articles, context.libraryName),
    libraryName: context.libraryName,
    filter: filterNames(input.filter, { partyNames, issuePaths, tagNames: new Map(tags.map((tag) => [tag.id, tag.name])) }),
    include: input.include,
    articles,
    statements,
    tags,
    notText: new Map(articles.map(({ id }) => [id, notTextOf(db, id)])),
  }
  if (input.kind === 'annotated') return { kind: 'annotated', ...common }
  return { kind: 'comparison', ...common, ...compared(db, input.filter, parties, issues), issues: issuePaths }
}

/** Chosen articles whether or not they are annotated; otherwise those with annotations that pass. A comparison shows quotes, so only their articles. */
function articlesOf(db: ReadDb, input: { kind: ReportData['kind']; filter: Filter }, annotations: readonly Annotation[]): Article[] {
  const chosen =
    input.kind === 'annotated' && input.filter.articles?.length
      ? input.filter.articles
      : annotations.map((annotation) => annotation.articleId)
  return [...new Set(chosen)].map((id) => articleById(db, id)).toSorted(byPublication)
}

function compared(
  db: ReadDb,
  filter: Filter,
  parties: readonly Party[],
  issues: readonly { id: number; parentId: number | null }[],
): Pick<ComparisonData, 'matrix' | 'bands' | 'columns'> {
  const evidence = filteredEvidence(db, filter)
  const matrix = buildMatrix(evidence, { parties, issues, level: 'side' })
  const known = new Map(parties.map((party) => [party.id, party]))
  const columns = matrix.columns
    .map(({ partyId, statements }) => ({
      id: partyId,
      name: known.get(partyId)?.name ?? '',
      role: known.get(partyId)?.role ?? 'none',
      statements,
    }))
    .toSorted((a, b) => ROLE_ORDER[a.role] - ROLE_ORDER[b.role]) // stable: the codebook's order within a role
  const { bands } = buildSideBySide(evidence, { parties, issues, level: 'side', chosen: columns.map((column) => column.id) })
  return { matrix, bands, columns }
}

const ROLE_ORDER: Readonly<Record<PartyRole, number>> = { principal: 0, mediator: 1, observer: 2, none: 3 }

function defaultTitle(kind: ReportData['kind'], articles: readonly Article[], libraryName: string): string {
  const [only] = articles
  if (kind === 'annotated' && only && articles.length === 1) return only.title
  return libraryName.trim() === '' ? say('report.untitled') : libraryName
}

interface Names {
  partyNames: ReadonlyMap<number, string>
  issuePaths: ReadonlyMap<number, readonly string[]>
  tagNames: ReadonlyMap<number, string>
}

function filterNames(filter: Filter, { partyNames, issuePaths, tagNames }: Names): FilterNames {
  return {
    ...(filter.from !== undefined && { from: filter.from }),
    ...(filter.to !== undefined && { to: filter.to }),
    tags: present(filter.tags ?? [], tagNames),
    parties: present(filter.parties ?? [], partyNames),
    issues: present(filter.issues ?? [], issuePaths),
    outlets: filter.outlets ?? [],
    articles: new Set(filter.articles).size,
    importantOnly: filter.importantOnly ?? false,
    storyOnce: filter.storyOnce ?? false,
  }
}

/** What an annotation says in the fields that its tag has; values left from another tag are no statement of this one. */
function ownFields(coding: Annotation, tag: Tag, partyNames: ReadonlyMap<number, string>): OwnField[] {
  return tag.fields.flatMap((field) => {
    const value = coding.fields[field.id]
    if (value === undefined) return []
    const text =
      typeof value === 'boolean'
        ? say(value ? 'report.yes' : 'report.no')
        : field.type === 'party'
          ? nameOf(partyNames, Number(value))
          : String(value)
    return text === null ? [] : [{ name: field.name, text: field.type === 'date' ? dateText(text, 'short') : text }]
  })
}

const nameOf = (found: ReadonlyMap<number, string>, id: number | null): string | null => (id === null ? null : (found.get(id) ?? null))

function present<T>(ids: readonly number[], found: ReadonlyMap<number, T>): T[] {
  return ids.flatMap((id) => {
    const value = found.get(id)
    return value === undefined ? [] : [value]
  })
}

/** By first day that the date can mean, then by time of day, then as they were added; undated last. */
function byPublication(a: Article, b: Article): number {
  const day = (article: Article): number => (article.published === null ? Number.MAX_SAFE_INTEGER : dayRange(article.published).first)
  const time = (article: Article): string => article.published?.slice(10) ?? ''
  return day(a) - day(b) || (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : a.id - b.id)
}
