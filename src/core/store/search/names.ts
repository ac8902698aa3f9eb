/**
 * What a value of a field means in this library: a tag by code or name, a party by any of its names in any script, and so on. Exactly
 * so first; else all whose names begin a word with it. Tags, parties, issues and collections stand for all beneath them.
 */
import { foldName } from '../../../shared/text/fold.ts'
import { foldMap } from '../../../shared/text/fold-map.ts'
import { nearest } from '../../../shared/search/fields.ts'
import type { FieldValue, Node, Problem } from '../../../shared/search/types.ts'
import { problemAt } from '../../../shared/search/values.ts'
import { withDescendants } from '../rows.ts'
import type { ReadDb } from '../types.ts'
import { articleNames, languageNames } from './article-names.ts'

type FieldNode = Node & { kind: 'field' }
type Key = number | string

/** Something that can be named, with all its names. */
export interface Named {
  readonly key: Key
  readonly names: readonly string[]
  /** Shown beside it where it is suggested. */
  readonly detail?: string
}

const TREES = { tag: 'tag', issue: 'issue', collection: 'collection', speaker: 'party', target: 'party', party: 'party' } as const
const STEP = ' \u203a '

interface TreeRow {
  id: number
  name: string
  parentId: number | null
}

const treeOf = (db: ReadDb, table: (typeof TREES)[keyof typeof TREES]): TreeRow[] =>
  db.all<TreeRow>(`SELECT id, name, parent_id AS parentId FROM ${table} ORDER BY id`)

/** Everything that a value of this field can name. */
export function namedBy(db: ReadDb, field: string): Named[] {
  switch (field) {
    case 'tag': {
      const codes = new Map(db.all<{ id: number; code: string }>('SELECT id, code FROM tag').map(({ id, code }) => [id, code]))
      return treeOf(db, 'tag').map(({ id, name }) => ({ key: id, names: [name, codes.get(id) ?? name] }))
    }
    case 'speaker':
    case 'target':
    case 'party': {
      const aliases = Map.groupBy(
        db.all<{ id: number; name: string }>('SELECT party_id AS id, name FROM party_alias ORDER BY position'),
        ({ id }) => id,
      )
      return treeOf(db, 'party').map(({ id, name }) => ({ key: id, names: [name, ...(aliases.get(id) ?? []).map((alias) => alias.name)] }))
    }
    case 'issue':
    case 'collection':
      return withPaths(treeOf(db, field))
    case 'outlet':
      return db
        .all<{ id: number; name: string }>('SELECT id, name FROM outlet ORDER BY name')
        .map(({ id, name }) => ({ key: id, names: [name] }))
    case 'coder':
      return db
        .all<{ id: number; name: string }>('SELECT id, name FROM coder ORDER BY name')
        .map(({ id, name }) => ({ key: id, names: [name] }))
    case 'language':
      return articleNames(db).languages.map((tag) => {
        const names = languageNames(tag)
        return { key: tag, names, detail: names[1] ?? tag }
      })
    default:
      return []
  }
}

function withPaths(rows: readonly TreeRow[]): Named[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return rows.map((row) => {
    const path = [row.name]
    for (let up = byId.get(row.parentId ?? 0); up && path.length < 20; up = byId.get(up.parentId ?? 0)) path.unshift(up.name)
    return {
      key: row.id,
      names: path.length > 1 ? [row.name, path.join(STEP)] : [row.name],
      ...(path.length > 1 && { detail: path.join(STEP) }),
    }
  })
}

/** Key under which names are compared; the steps of a path may be written with > or /. */
const keyOf = (name: string): string => foldName(name.replace(/\s*[\u203a>/]\s*/gu, STEP))

/** What a value means: ids, or languages. Empty where nothing has the name. */
export function meant(named: readonly Named[], text: string): Key[] {
  const prefix = text.endsWith('*')
  const wanted = keyOf(text.replace(/\*+$/u, ''))
  if (wanted === '') return []
  const keyed = named.map(({ key, names }) => ({ key, names: names.map(keyOf) }))
  const exact = keyed.filter(({ names }) => names.includes(wanted))
  if (exact.length > 0 && !prefix) return exact.map(({ key }) => key)
  const begins = foldMap(wanted).folded
  return keyed.filter(({ names }) => names.some((name) => beginsWord(foldMap(name).folded, begins))).map(({ key }) => key)
}

const beginsWord = (name: string, wanted: string): boolean => wanted !== '' && (name.startsWith(wanted) || name.includes(` ${wanted}`))

/** What the values of a field mean, with all beneath; and what is not there. */
export function resolveNames(db: ReadDb, node: FieldNode): { keys: Key[]; problems: Problem[] } {
  if (node.field === 'author') return resolveAuthors(db, node)
  const named = namedBy(db, node.field)
  const problems: Problem[] = []
  const keys = new Set<Key>()
  for (const value of node.values) {
    const found = node.field === 'language' ? languagesMeant(named, value.text) : meant(named, value.text)
    found.forEach((key) => keys.add(key))
    if (found.length === 0) problems.push(unknown(node, value, named))
  }
  const table = (TREES as Record<string, (typeof TREES)[keyof typeof TREES] | undefined>)[node.field]
  if (!table) return { keys: [...keys], problems }
  return { keys: [...withDescendants([...keys].map(Number), treeOf(db, table))], problems }
}

/** "en" is also en-GB; "Urdu" is ur. */
function languagesMeant(named: readonly Named[], text: string): Key[] {
  const begin = `${text.toLowerCase()}-`
  const regional = named.map(({ key }) => key).filter((key) => String(key).toLowerCase().startsWith(begin))
  return [...new Set([...meant(named, text), ...regional])]
}

function unknown(node: FieldNode, value: FieldValue, named: readonly Named[]): Problem {
  const names = named.flatMap((one) => one.names)
  const near = nearest(value.text, names)
  return problemAt('value-unknown', value.place, { value: value.text, field: node.field }, near === null ? null : asValue(near))
}

/** A value as it is written in a query. */
export const asValue = (text: string): string => (/^[\p{L}\p{N}\p{M}_.'\u2019-]+$/u.test(text) ? text : `"${text.replaceAll('"', '')}"`)

/** Authors are a text of the article: any that holds the words of the value. */
function resolveAuthors(db: ReadDb, node: FieldNode): { keys: Key[]; problems: Problem[] } {
  const { authors } = articleNames(db)
  const folded = authors.map((author) => ({ author, key: ` ${foldMap(author).folded}` }))
  const problems: Problem[] = []
  const keys = new Set<Key>()
  for (const value of node.values) {
    const wanted = foldMap(value.text.replace(/\*+$/u, '')).folded
    const found = folded.filter(({ key }) => wanted !== '' && key.includes(` ${wanted}`))
    found.forEach(({ author }) => keys.add(author))
    if (found.length === 0)
      problems.push(
        unknown(
          node,
          value,
          authors.map((author) => ({ key: author, names: [author] })),
        ),
      )
  }
  return { keys: [...keys], problems }
}
