/** One reading of a Filter for every list, view and report: ids of annotations that pass, or the same rows as evidence with their article. */
import type { Annotation } from '../../shared/domain/annotation.ts'
import type { Evidence } from '../../shared/domain/compare.ts'
import type { Filter } from '../../shared/domain/filter.ts'
import { dayRange } from '../../shared/domain/partial-date.ts'
import { foldName } from '../../shared/text/fold.ts'
import { annotationsByIds } from './annotations.ts'
import { jsonList, withDescendants } from './rows.ts'
import type { ReadDb, SqlValue } from './types.ts'

type Node = { id: number; parentId: number | null }
const tree = (db: ReadDb, table: 'party' | 'issue' | 'collection'): Node[] => db.all<Node>(`SELECT id, parent_id AS parentId FROM ${table}`)
const isList = (list: readonly unknown[] | undefined): list is readonly number[] & readonly string[] =>
  list !== undefined && list.length > 0

/**
 * Of the articles of a story that have something to say here, the one that says most, the earliest of several: it speaks for all. Only
 * what passes counts, so that a filter never leaves a story without anyone to speak for it.
 */
const SPEAKER = `SELECT article_id FROM (
    SELECT article_id, row_number() OVER (PARTITION BY story_id ORDER BY count(*) DESC, published_day IS NULL, published_day, article_id) AS place
    FROM passing WHERE story_id IS NOT NULL GROUP BY article_id) WHERE place = 1`

/** Ids of annotations that pass, by article and position. Parties and issues stand for all beneath them; days are inclusive. */
export function filteredIds(db: ReadDb, filter: Filter, limit: number): number[] {
  const where: string[] = []
  const params: Record<string, SqlValue> = { limit }
  const oneOf = (name: string, sql: string, ids: readonly (number | string)[]): void => {
    where.push(sql)
    params[name] = jsonList(ids)
  }
  if (isList(filter.articles)) oneOf('articles', 'n.article_id IN (SELECT value FROM json_each(@articles))', filter.articles)
  if (isList(filter.tags)) oneOf('tags', 'n.tag_id IN (SELECT value FROM json_each(@tags))', filter.tags)
  if (isList(filter.parties))
    oneOf('parties', 'n.speaker_id IN (SELECT value FROM json_each(@parties))', [...withDescendants(filter.parties, tree(db, 'party'))])
  if (isList(filter.issues))
    oneOf(
      'issues',
      'EXISTS (SELECT 1 FROM annotation_issue x WHERE x.annotation_id = n.id AND x.issue_id IN (SELECT value FROM json_each(@issues)))',
      [...withDescendants(filter.issues, tree(db, 'issue'))],
    )
  if (isList(filter.outlets)) oneOf('outlets', 'o.name_fold IN (SELECT value FROM json_each(@outlets))', filter.outlets.map(foldName))
  if (filter.from !== undefined) {
    where.push('ifnull(n.stated_day, a.published_day) >= @from')
    params.from = dayRange(filter.from).first
  }
  if (filter.to !== undefined) {
    where.push('ifnull(n.stated_day, a.published_day) <= @to')
    params.to = dayRange(filter.to).last
  }
  if (filter.importantOnly) where.push('n.important = 1')
  if (isList(filter.collections))
    oneOf(
      'collections',
      'EXISTS (SELECT 1 FROM article_collection y WHERE y.article_id = n.article_id AND y.collection_id IN (SELECT value FROM json_each(@collections)))',
      [...withDescendants(filter.collections, tree(db, 'collection'))],
    )
  if (isList(filter.coders)) oneOf('coders', 'n.coder_id IN (SELECT value FROM json_each(@coders))', filter.coders)
  if (isList(filter.statuses)) oneOf('statuses', 'n.status IN (SELECT value FROM json_each(@statuses))', filter.statuses)
  if (isList(filter.confidences)) oneOf('confidences', 'n.confidence IN (SELECT value FROM json_each(@confidences))', filter.confidences)
  if (isList(filter.attributions))
    oneOf('attributions', 'n.attribution IN (SELECT value FROM json_each(@attributions))', filter.attributions)
  const from = `FROM annotation n JOIN article a ON a.id = n.article_id LEFT JOIN outlet o ON o.id = a.outlet_id
    ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}`
  if (!filter.storyOnce)
    return db.column<number>(`SELECT n.id ${from} ORDER BY n.article_id, n.start_u16, n.end_u16 DESC, n.id LIMIT @limit`, params)
  return db.column<number>(
    `WITH passing AS MATERIALIZED (SELECT n.id, n.article_id, n.start_u16, n.end_u16, a.story_id, a.published_day ${from})
     SELECT id FROM passing WHERE story_id IS NULL OR article_id IN (${SPEAKER})
     ORDER BY article_id, start_u16, end_u16 DESC, id LIMIT @limit`,
    params,
  )
}

interface ArticleFacts {
  id: number
  title: string
  outlet: string | null
  language: string | null
  direction: 'ltr' | 'rtl'
  published: string | null
  reliability: Evidence['reliability']
  credibility: number | null
  storyId: number | null
}

/** Annotations that pass, as evidence, in order of article and position. */
export function filteredEvidence(db: ReadDb, filter: Filter): Evidence[] {
  return withArticles(db, annotationsByIds(db, filteredIds(db, filter, -1)))
}

/** Annotations as evidence, in the order of their ids as given; one that is gone is left out. */
export function evidenceByIds(db: ReadDb, ids: readonly number[]): Evidence[] {
  const found = new Map(withArticles(db, annotationsByIds(db, ids)).map((evidence) => [evidence.id, evidence]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

function withArticles(db: ReadDb, annotations: readonly Annotation[]): Evidence[] {
  const wanted = jsonList([...new Set(annotations.map((annotation) => annotation.articleId))])
  const facts = db.all<ArticleFacts>(
    'SELECT a.id, a.title, o.name AS outlet, a.language, a.direction, a.published, a.reliability, a.credibility, a.story_id AS storyId FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id IN (SELECT value FROM json_each(?))',
    [wanted],
  )
  const articles = new Map(facts.map((article) => [article.id, article]))
  return annotations.flatMap((annotation) => {
    const article = articles.get(annotation.articleId)
    return article ? [toEvidence(annotation, article)] : []
  })
}

function toEvidence(annotation: Annotation, article: ArticleFacts): Evidence {
  const { id, articleId, start, end, quote, tagId, speakerId, onBehalfOfId, targetIds, issueIds } = annotation
  const { stance, intensity, attribution, reportedBy, condition, consequence, deadline, confidence, translation, important, status } =
    annotation
  const { title: articleTitle, outlet, language, direction, published, reliability, credibility, storyId } = article
  const date = annotation.stated ?? published
  const passage = { id, articleId, start, end, quote, tagId, speakerId, onBehalfOfId, targetIds, issueIds }
  const coding = {
    stance,
    intensity,
    attribution,
    reportedBy,
    condition,
    consequence,
    deadline,
    confidence,
    translation,
    important,
    status,
  }
  return {
    ...passage,
    ...coding,
    articleTitle,
    outlet,
    language,
    direction,
    date,
    dateFrom: annotation.stated !== null ? 'statement' : date === null ? 'none' : 'publication',
    reliability,
    credibility,
    storyId,
  }
}
