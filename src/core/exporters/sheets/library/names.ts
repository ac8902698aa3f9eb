/** What the ids of annotations stand for, in words: looked up once for a whole table. */
import type { Tag } from '../../../../shared/domain/codebook.ts'
import type { ExportChoice } from '../../interchange/types.ts'
import { listCollections } from '../../../store/collections.ts'
import { listIssues } from '../../../store/issues.ts'
import { listTags } from '../../../store/tags.ts'
import type { ReadDb } from '../../../store/types.ts'
import { say } from '../../../messages.ts'
import { writePath } from './name-list.ts'

export interface Names {
  readonly tags: readonly Tag[]
  tag(id: number): Tag | undefined
  party(id: number | null): string | null
  /** Path from the top, as it stands in a cell. */
  issue(id: number | null): string | null
  collection(id: number): string
  /** The name, or a number where names stay here. */
  coder(name: string): string
}

export function namesFor(db: ReadDb, { coders }: Pick<ExportChoice, 'coders'>): Names {
  const tags = listTags(db)
  const tagById = new Map(tags.map((tag) => [tag.id, tag]))
  const parties = new Map(db.all<{ id: number; name: string }>('SELECT id, name FROM party').map(({ id, name }) => [id, name]))
  const issues = new Map(listIssues(db).map(({ id, path }) => [id, writePath(path)]))
  const collections = new Map<number, string[]>()
  for (const { id, parentId, name } of listCollections(db))
    collections.set(id, [...(parentId === null ? [] : (collections.get(parentId) ?? [])), name])
  const numbers = coders ? null : coderNumbers(db)
  return {
    tags,
    tag: (id) => tagById.get(id),
    party: (id) => (id === null ? null : (parties.get(id) ?? null)),
    issue: (id) => (id === null ? null : (issues.get(id) ?? null)),
    collection: (id) => writePath(collections.get(id) ?? []),
    coder: (name) => (numbers === null ? name : say('export.coder', { number: numbers.get(name) ?? 0 })),
  }
}

/** Coders in the order of their first work. */
export function coderNumbers(db: ReadDb): ReadonlyMap<string, number> {
  const names = db.column<string>(
    `SELECT c.name FROM coder c LEFT JOIN (
       SELECT coder_id, min(at) AS first FROM (
         SELECT coder_id, min(created_ms) AS at FROM annotation GROUP BY coder_id
         UNION ALL SELECT coder_id, min(added_ms) FROM revision WHERE coder_id IS NOT NULL GROUP BY coder_id
         UNION ALL SELECT coder_id, min(written_ms) FROM cell_summary GROUP BY coder_id
         UNION ALL SELECT coder_id, min(written_ms) FROM cell_override GROUP BY coder_id
         UNION ALL SELECT status_coder_id, min(status_ms) FROM thread WHERE status_coder_id IS NOT NULL GROUP BY status_coder_id)
       GROUP BY coder_id) w ON w.coder_id = c.id
     ORDER BY w.first IS NULL, w.first, c.id`,
  )
  return new Map(names.map((name, index) => [name, index + 1]))
}
