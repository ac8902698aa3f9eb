/**
 * Parts of a query as SQL. `a` is the article, `n` the annotation where the condition is about one. Values are parameters, always; the
 * words of a query reach the engine only as the expression that our own tokens make.
 */
import { ANNOTATION_SCOPES, ARTICLE_STATUS, type Scope } from '../../../shared/search/fields.ts'
import type { Node, Problem } from '../../../shared/search/types.ts'
import { nearExpression, termExpression } from '../../../shared/text/fts-query.ts'
import { jsonList } from '../rows.ts'
import type { ReadDb, SqlValue } from '../types.ts'
import { articleMatches, idsSql, type Match } from './article-words.ts'
import { resolveNames } from './names.ts'

type Words = Node & { kind: 'term' | 'near' }
type FieldNode = Node & { kind: 'field' }

/** Collects parameters and what is off with names, while conditions are made. */
export class Conditions {
  readonly db: ReadDb
  readonly #problems: Problem[]
  readonly #params: Record<string, SqlValue> = {}
  readonly #resolved = new Map<FieldNode, (number | string)[]>()
  #count = 0

  /** What is off with names is added to `problems`. */
  constructor(db: ReadDb, problems: Problem[] = []) {
    this.db = db
    this.#problems = problems
  }

  get params(): Readonly<Record<string, SqlValue>> {
    return this.#params
  }

  param(value: SqlValue): string {
    const name = `p${this.#count++}`
    this.#params[name] = value
    return `@${name}`
  }

  list(values: readonly (number | string)[]): string {
    return `(SELECT value FROM json_each(${this.param(jsonList(values))}))`
  }

  /** What a field names, looked up once; what is not there is said once. */
  keysOf(node: FieldNode): (number | string)[] {
    const known = this.#resolved.get(node)
    if (known) return known
    const { keys, problems } = resolveNames(this.db, node)
    this.#problems.push(...problems)
    this.#resolved.set(node, keys)
    return keys
  }
}

/** The expression of a node; null where there is nothing to find. */
const expressionOf = (node: Words): string | null =>
  node.kind === 'term' ? termExpression(node.term) : nearExpression(node.terms, node.distance)

/** The expression that finds words in annotations; null where none of the scopes is in one. */
export function annotationMatch(node: Words, scopes: readonly Scope[]): string | null {
  const wanted = ANNOTATION_SCOPES.filter((scope) => scopes.includes(scope))
  const words = expressionOf(node)
  if (wanted.length === 0 || words === null) return null
  return wanted.length === ANNOTATION_SCOPES.length ? words : `{${wanted.join(' ')}} : (${words})`
}

/** What is asked to find words in articles. */
export function articleMatch(node: Words, scopes: readonly Scope[]): Match[] {
  const words = expressionOf(node)
  return words === null ? [] : articleMatches(words, scopes)
}

/** Words about one annotation: where they are looked for, in it or in its article. */
function wordsSql(node: Words, conditions: Conditions): string {
  const scopes = node.scopes ?? ANNOTATION_SCOPES
  const inAnnotation = annotationMatch(node, scopes)
  const inArticle = articleMatch(node, scopes)
  const parts = [
    ...(inAnnotation === null
      ? []
      : [`n.id IN (SELECT rowid FROM annotation_fts WHERE annotation_fts MATCH ${conditions.param(inAnnotation)})`]),
    ...(inArticle.length === 0 ? [] : [`n.article_id IN (${idsSql(inArticle, (match) => conditions.param(match))})`]),
  ]
  return parts.length === 0 ? '0' : `(${parts.join(' OR ')})`
}

/** A whole group about one annotation. */
export function annotationSql(node: Node, conditions: Conditions): string {
  if (node.kind === 'and' || node.kind === 'or')
    return `(${node.parts.map((part) => annotationSql(part, conditions)).join(node.kind === 'and' ? ' AND ' : ' OR ')})`
  if (node.kind === 'not') return `NOT ${annotationSql(node.part, conditions)}`
  return node.kind === 'field' ? fieldSql(node, conditions, true) : wordsSql(node, conditions)
}

/** A field; `ofAnnotation`: an annotation is there, whose stated date counts before that of the article. */
export function fieldSql(node: FieldNode, conditions: Conditions, ofAnnotation: boolean): string {
  const { field, values } = node
  const texts = values.map(({ text }) => text)
  switch (field) {
    case 'tag':
      return `n.tag_id IN ${conditions.list(conditions.keysOf(node))}`
    case 'speaker':
      return `n.speaker_id IN ${conditions.list(conditions.keysOf(node))}`
    case 'target':
      return `n.id IN (SELECT annotation_id FROM annotation_target WHERE party_id IN ${conditions.list(conditions.keysOf(node))})`
    case 'party': {
      const ids = conditions.list(conditions.keysOf(node))
      return `(n.speaker_id IN ${ids} OR n.on_behalf_of_id IN ${ids} OR n.id IN (SELECT annotation_id FROM annotation_target WHERE party_id IN ${ids}))`
    }
    case 'issue':
      return `n.id IN (SELECT annotation_id FROM annotation_issue WHERE issue_id IN ${conditions.list(conditions.keysOf(node))})`
    case 'stance':
    case 'attribution':
      return `n.${field} IN ${conditions.list(texts)}`
    case 'intensity':
      return either(values.map((value) => limits('n.intensity', value, conditions)))
    case 'coder':
      return `n.coder_id IN ${conditions.list(conditions.keysOf(node))}`
    case 'has':
      return either(texts.map((text) => HAS[text] ?? '0'))
    case 'status':
      return either(
        texts.map((text) => `${(ARTICLE_STATUS as readonly string[]).includes(text) ? 'a' : 'n'}.status = ${conditions.param(text)}`),
      )
    case 'outlet':
      return `a.outlet_id IN ${conditions.list(conditions.keysOf(node))}`
    case 'author':
      return `a.author IN ${conditions.list(conditions.keysOf(node))}`
    case 'collection':
      return `a.id IN (SELECT article_id FROM article_collection WHERE collection_id IN ${conditions.list(conditions.keysOf(node))})`
    case 'language':
      return `a.language IN ${conditions.list(conditions.keysOf(node))}`
    // 'after', 'before', 'on'
    default: {
      const day = ofAnnotation ? 'ifnull(n.stated_day, a.published_day)' : 'a.published_day'
      return either(values.map((value) => limits(day, value, conditions)))
    }
  }
}

const HAS: Readonly<Record<string, string>> = {
  note: 'n.note IS NOT NULL',
  translation: 'n.translation IS NOT NULL',
  thread: 'n.id IN (SELECT annotation_id FROM thread_member)',
  important: 'n.important = 1',
  annotation: 'a.annotations > 0',
}

const either = (parts: readonly string[]): string => (parts.length === 0 ? '0' : `(${parts.join(' OR ')})`)

function limits(column: string, { from, to }: { from?: number; to?: number }, conditions: Conditions): string {
  const parts = [
    ...(from === undefined ? [] : [`${column} >= ${conditions.param(from)}`]),
    ...(to === undefined ? [] : [`${column} <= ${conditions.param(to)}`]),
  ]
  return parts.length === 0 ? '0' : `(${parts.join(' AND ')})`
}
