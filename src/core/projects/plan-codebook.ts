/** The tags, issues and parties of a project beside those that are here, with what happens to each by the choices made. */
import type { CodebookPart, ImportDecision } from '../../shared/domain/codebook-import.ts'
import type { CodesAs, ProjectTake } from '../../shared/domain/import-project.ts'
import { PARTS } from '../codebook/file.ts'
import { planCodebook, stateOf, type Plan } from '../codebook/plan.ts'
import type { PlannedRow } from '../codebook/plan-types.ts'
import type { ForeignProject } from '../importers/project.ts'
import { listTags } from '../store/tags.ts'
import type { ReadDb } from '../store/types.ts'
import { projectCodebook, type ProjectCodebook } from './project-codebook.ts'
import type { RemovedHere } from './removed.ts'

export type RowState = 'new' | 'same' | 'changed' | 'conflict' | 'gone'

export interface CodebookPlan {
  readonly codebook: ProjectCodebook
  readonly plan: Plan
  readonly stateOf: (row: PlannedRow) => RowState
}

export function planProjectCodebook(db: ReadDb, project: ForeignProject, codesAs: CodesAs, removed: RemovedHere): CodebookPlan {
  return planAgain(db, projectCodebook(project, listTags(db), codesAs), removed)
}

/** The same rows beside what is here by now. */
export function planAgain(db: ReadDb, codebook: ProjectCodebook, removed: RemovedHere): CodebookPlan {
  const plan = planCodebook(db, codebook.file)
  for (const part of PARTS) for (const row of plan[part]) if (codebook.nameOnly[part].has(row.key)) row.changes.length = 0
  return {
    codebook,
    plan,
    stateOf: (row) => {
      const state = stateOf(row)
      // A name that another one has is the other one's: the row is that one.
      if (state === 'new') return row.standIn !== null ? 'same' : removed(row.part, row.row.uid) ? 'gone' : 'new'
      if (state === 'same') return 'same'
      return row.changes.every(({ fills }) => fills) ? 'changed' : 'conflict'
    },
  }
}

/** What is decided for each row; `undefined` in `take` means new ones alone. */
export function decisionsOf({ plan, stateOf }: CodebookPlan, take: Partial<Record<CodebookPart, ProjectTake>>): ImportDecision[] {
  return PARTS.flatMap((part) =>
    plan[part].map((row): ImportDecision => {
      const choice = take[part] ?? 'new'
      const state = stateOf(row)
      const isTaken = state === 'new' || (choice !== 'new' && (state === 'changed' || state === 'conflict'))
      return { part, key: row.key, action: !isTaken ? 'leave' : choice === 'theirs' || state === 'new' ? 'take' : 'fill' }
    }),
  )
}

/** Ids of rows that are here, by their key. */
export function idsOf(plan: Plan): Record<CodebookPart, ReadonlyMap<string, number>> {
  const of = (part: CodebookPart) =>
    new Map(
      plan[part].flatMap((row): [string, number][] => {
        const id = row.match?.id ?? row.standIn
        return id === null ? [] : [[row.key, id]]
      }),
    )
  return { tags: of('tags'), issues: of('issues'), parties: of('parties') }
}
