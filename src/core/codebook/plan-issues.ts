/** What the issues of a file would change. Siblings have different names. */
import type { IssueFields } from '../../shared/domain/codebook.ts'
import { foldName } from '../../shared/text/fold.ts'
import { listIssues } from '../store/issues.ts'
import type { ReadDb } from '../store/types.ts'
import type { FileIssue } from './file.ts'
import { findExamples } from './find-examples.ts'
import { matchRows } from './match.ts'
import { parentKey, rowKey } from './normalise.ts'
import { placeChange, treeOf } from './plan-place.ts'
import { kept, textChange, valueChange, type Conflict, type PartPlan, type PlannedChange } from './plan-types.ts'

export type IssuePatch = Partial<IssueFields> & { examples?: number[] }

export function planIssues(db: ReadDb, rows: readonly FileIssue[]): PartPlan<'issues', IssuePatch> {
  const issues = listIssues(db)
  const places = new Map(issues.map((issue) => [placeOf(issue.name, issue.parentId), issue]))
  const at = (name: string, parentId: number | null | undefined) =>
    parentId === undefined ? undefined : places.get(placeOf(name, parentId))
  const matching = matchRows('issues', rows, issues, at)
  const tree = treeOf(issues)
  const planned = rows.map((row) => {
    const key = rowKey('issues', row.path)
    const parent = parentKey('issues', row.path)
    const name = row.path.at(-1) ?? ''
    const matched = matching.found.get(key)
    const here = matched?.node
    const conflicts: Conflict[] = []
    const parentId = parent === null ? null : (matching.found.get(parent)?.node.id ?? matching.standIns.get(parent))
    const holder = at(name, parentId)
    const isTaken = holder !== undefined && holder.id !== here?.id
    if (isTaken) conflicts.push({ kind: 'name', value: name, holder: holder.path.join(' › ') })
    let changes: PlannedChange<IssuePatch>[] = []
    if (here) {
      const { change, conflict } = placeChange('issues', row, here, matching, tree)
      if (conflict) conflicts.push(conflict)
      changes = kept<PlannedChange<IssuePatch>>([
        !isTaken && foldName(name) !== foldName(here.name) ? textChange('name', here.name, name) : null,
        valueChange('hue', here.hue, row.hue, null),
        textChange('definition', here.definition, row.definition),
        textChange('useWhen', here.useWhen, row.useWhen),
        textChange('useNot', here.useNot, row.useNot),
        valueChange('retired', here.retired, row.retired),
        findExamples(db, { issueId: here.id }, row.examples),
        isTaken ? null : change,
      ])
    }
    const match = matched ? { id: matched.node.id, name: matched.node.name, by: matched.by } : null
    const { hue, definition, useWhen, useNot, retired } = row
    return {
      part: 'issues' as const,
      key,
      parent,
      row,
      match,
      standIn: matching.standIns.get(key) ?? null,
      changes,
      conflicts,
      initial: { name, hue, definition, useWhen, useNot, retired },
    }
  })
  return { rows: planned, problems: [] }
}

const placeOf = (name: string, parentId: number | null): string => `${parentId ?? 0} ${foldName(name)}`
