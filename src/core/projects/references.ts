/** Looks up what the rows of a project's codebook are here. Rows that are yet to come have ids below 0, so that a plan can speak of them. */
import type { CodebookPart } from '../../shared/domain/codebook-import.ts'
import { PARTS } from '../codebook/file.ts'
import type { Plan } from '../codebook/plan.ts'
import { fieldsByTag } from '../store/tag-fields.ts'
import { resolveTag } from '../store/tags.ts'
import type { ReadDb } from '../store/types.ts'
import type { References } from './coding.ts'
import { idsOf } from './plan-codebook.ts'
import type { ProjectCodebook } from './project-codebook.ts'

const TABLES: Readonly<Record<CodebookPart, string>> = { tags: 'tag', issues: 'issue', parties: 'party' }

/** `whole`: every row that can be here is here; what is missing was left out. */
export function referencesTo(db: ReadDb, codebook: ProjectCodebook, plan: Plan, whole: boolean): References {
  const ids = idsOf(plan)
  const names = new Map<string, string>()
  const fields = fieldsByTag(db)
  for (const part of PARTS) {
    const here = db.all<{ id: number; name: string }>(`SELECT id, name FROM ${TABLES[part]}`)
    for (const { id, name } of here) names.set(`${part} ${id}`, name)
  }
  const later = new Map<string, number>()
  if (!whole)
    for (const part of PARTS)
      for (const row of plan[part]) {
        if (ids[part].has(row.key)) continue
        const id = -(later.size + 1)
        later.set(`${part} ${row.key}`, id)
        names.set(`${part} ${id}`, row.row.path.at(-1) ?? '')
      }
  return {
    id: (part, row) => ids[part].get(row) ?? later.get(`${part} ${row}`),
    name: (part, id) => names.get(`${part} ${id}`) ?? '',
    codebook,
    position: resolveTag(db, 'position'),
    fields: (tagId) => fields.get(tagId) ?? [],
  }
}
