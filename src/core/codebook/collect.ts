/** The codebook of a library, or parts of it, as it travels. The same library gives the same rows in the same order. */
import type { CodebookPart } from '../../shared/domain/codebook-import.ts'
import { listIssues } from '../store/issues.ts'
import { listParties } from '../store/parties.ts'
import { without } from '../store/rows.ts'
import { listTags } from '../store/tags.ts'
import type { ReadDb } from '../store/types.ts'
import type { CodebookFile } from './file.ts'

export function collectCodebook(db: ReadDb, name: string, parts: readonly CodebookPart[]): CodebookFile {
  return {
    name,
    description: '',
    tags: parts.includes('tags') ? tagsOf(db) : [],
    issues: parts.includes('issues') ? issuesOf(db) : [],
    parties: parts.includes('parties') ? partiesOf(db) : [],
  }
}

function tagsOf(db: ReadDb): CodebookFile['tags'] {
  const tags = listTags(db)
  const pathOf = paths(tags)
  const quotes = quotesOf(db, 'tag_id')
  return tags.map(({ id, uid, code, letter, hue, definition, useWhen, useNot, shows, retired, fields }) => ({
    path: pathOf(id),
    uid,
    code,
    letter,
    hue,
    definition,
    useWhen,
    useNot,
    shows,
    retired,
    fields: fields.map((field) => without(field, 'id')),
    examples: quotes(id),
  }))
}

function issuesOf(db: ReadDb): CodebookFile['issues'] {
  const quotes = quotesOf(db, 'issue_id')
  return listIssues(db).map(({ id, uid, path, hue, definition, useWhen, useNot, retired }) => ({
    path,
    uid,
    hue,
    definition,
    useWhen,
    useNot,
    retired,
    examples: quotes(id),
  }))
}

function partiesOf(db: ReadDb): CodebookFile['parties'] {
  const parties = listParties(db)
  const pathOf = paths(parties)
  const names = new Map(parties.map((party) => [party.id, party.name]))
  return parties.map(({ id, uid, kind, role, hue, note, retired, aliases, affiliations }) => ({
    path: pathOf(id),
    uid,
    kind,
    role,
    hue,
    note,
    retired,
    aliases: aliases.map(({ name, language }) => ({ name, language })),
    affiliations: affiliations.map(({ withId, ...rest }) => ({ with: names.get(withId) ?? '', ...rest })),
  }))
}

/** Names from the root to a node. */
export function paths(nodes: readonly { id: number; parentId: number | null; name: string }[]): (id: number) => string[] {
  const known = new Map(nodes.map((node) => [node.id, node]))
  return (id) => {
    const path: string[] = []
    for (let node = known.get(id); node; node = node.parentId === null ? undefined : known.get(node.parentId)) path.unshift(node.name)
    return path
  }
}

function quotesOf(db: ReadDb, column: 'tag_id' | 'issue_id'): (id: number) => { quote: string }[] {
  const rows = db.all<{ id: number; quote: string }>(
    `SELECT e.${column} AS id, n.quote FROM codebook_example e JOIN annotation n ON n.id = e.annotation_id
     WHERE e.${column} IS NOT NULL ORDER BY e.${column}, e.position, e.id`,
  )
  const byId = Map.groupBy(rows, (row) => row.id)
  return (id) => (byId.get(id) ?? []).map(({ quote }) => ({ quote }))
}
