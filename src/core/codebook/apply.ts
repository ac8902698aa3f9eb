/**
 * Carries out a plan, within one step. Every row does what was decided for it, else what the preview said; a row that cannot come in
 * (its name was taken meanwhile, or by another row) is left, and stops no other.
 */
import type { CodebookImported, CodebookPart, ImportAction, ImportDecision } from '../../shared/domain/codebook-import.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { tagNames } from '../store/tag-names.ts'
import type { WriteDb } from '../store/types.ts'
import { applyIssue, applyParty, applyTag, setPlannedAffiliations, type RowWrite } from './apply-rows.ts'
import { PARTS, type CodebookFile } from './file.ts'
import { defaultAction, planCodebook, stateOf } from './plan.ts'
import type { PlannedRow } from './plan-types.ts'

export interface ApplyOptions {
  uid: () => string
  parts?: readonly CodebookPart[] | undefined
  decisions?: readonly ImportDecision[] | undefined
}

export function applyCodebook(db: WriteDb, file: CodebookFile, { uid, parts = PARTS, decisions = [] }: ApplyOptions): CodebookImported {
  const plan = planCodebook(db, file)
  const decided = new Map(decisions.map(({ part, key, action }) => [`${part} ${key}`, action]))
  const actionOf = (row: PlannedRow): ImportAction =>
    parts.includes(row.part) ? (decided.get(`${row.part} ${row.key}`) ?? defaultAction(row)) : 'leave'
  const done: CodebookImported = {
    tags: { added: 0, changed: 0, left: 0 },
    issues: { added: 0, changed: 0, left: 0 },
    parties: { added: 0, changed: 0, left: 0 },
    examples: 0,
  }
  const names = tagNames(db)
  for (const part of PARTS) {
    if (!parts.includes(part)) continue
    const rows: readonly PlannedRow[] = plan[part]
    const ids = new Map(rows.flatMap((row): [string, number][] => (row.match ? [[row.key, row.match.id]] : [])))
    const byKey = new Map(rows.map((row) => [row.key, row]))
    /** The nearest row above that is there, or what has its name here where the row was left; the top where there is none. */
    const parentOf = (row: PlannedRow): number | null => {
      for (let key = row.parent; key !== null; key = byKey.get(key)?.parent ?? null) {
        const id = ids.get(key) ?? byKey.get(key)?.standIn
        if (id !== undefined && id !== null) return id
      }
      return null
    }
    const write = <R extends PlannedRow>(row: R, apply: (db: WriteDb, row: R, how: RowWrite) => number | null): void => {
      const [action, state] = [actionOf(row), stateOf(row)]
      const changes = action === 'leave' ? [] : row.changes.filter((change) => change.fills || action === 'take')
      const isLeft = state === 'new' ? action === 'leave' : changes.length === 0
      const id = isLeft ? null : unlessTaken(() => apply(db, row, { parentId: parentOf(row), changes, uid, names }))
      if (id !== null) ids.set(row.key, id)
      if (id !== null) done[part][state === 'new' ? 'added' : 'changed'] += 1
      else if (state !== 'same') done[part].left += 1
      if (id !== null) done.examples += changes.flatMap((change) => (change.patch as { examples?: number[] }).examples ?? []).length
    }
    if (part === 'tags') for (const row of plan.tags) write(row, applyTag)
    if (part === 'issues') for (const row of plan.issues) write(row, applyIssue)
    if (part === 'parties') {
      for (const row of plan.parties) write(row, applyParty)
      // When all parties are there that they can name.
      setPlannedAffiliations(
        db,
        plan.parties.filter((row) => actionOf(row) !== 'leave'),
        ids,
      )
    }
  }
  return done
}

/** Null where a name or a letter is taken: the row is left. Whatever was written before that is undone by the caller's order of checks. */
function unlessTaken(work: () => number | null): number | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof ParleyError && (error.code === 'name-taken' || error.code === 'letter-taken' || error.code === 'tree-loop'))
      return null
    throw error
  }
}
