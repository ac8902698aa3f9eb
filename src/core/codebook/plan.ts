/** The plan of an import: every row of a file beside what it is here, and what would happen to it. Reads only; two readings of one file agree. */
import type { CodebookImportPreview, CodebookProblem, ImportAction, ImportRow } from '../../shared/domain/codebook-import.ts'
import type { ReadDb } from '../store/types.ts'
import { PARTS, type CodebookFile } from './file.ts'
import { planIssues, type IssuePatch } from './plan-issues.ts'
import { planParties, type PartyPatch } from './plan-parties.ts'
import { planTags, type TagPatch } from './plan-tags.ts'
import type { PlannedRow } from './plan-types.ts'
import type { CodebookSource } from './read.ts'

export interface Plan {
  tags: PlannedRow<'tags', TagPatch>[]
  issues: PlannedRow<'issues', IssuePatch>[]
  parties: PlannedRow<'parties', PartyPatch>[]
  problems: CodebookProblem[]
}

export function planCodebook(db: ReadDb, file: CodebookFile): Plan {
  const [tags, issues, parties] = [planTags(db, file.tags), planIssues(db, file.issues), planParties(db, file.parties)]
  return {
    tags: tags.rows,
    issues: issues.rows,
    parties: parties.rows,
    problems: [...tags.problems, ...issues.problems, ...parties.problems],
  }
}

type Row = Pick<PlannedRow, 'match' | 'changes' | 'conflicts'>

export const stateOf = ({ match, changes }: Row): ImportRow['state'] => (match === null ? 'new' : changes.length > 0 ? 'changed' : 'same')

/** What happens to a row where nothing is decided: what is missing comes in, what is there stays. */
export function defaultAction(row: Row): ImportAction {
  if (row.match === null) return row.conflicts.some((conflict) => conflict.kind === 'name') ? 'leave' : 'take'
  return row.changes.some((change) => change.fills) ? 'fill' : 'leave'
}

/** The plan as it is shown. `fallback` names a file that does not name itself. */
export function previewOf(db: ReadDb, { file, problems, format }: CodebookSource, fallback: string): CodebookImportPreview {
  const none = { new: 0, changed: 0, same: 0, conflicts: 0 }
  if (file === null) {
    const parts = { tags: none, issues: none, parties: none }
    return { name: fallback, description: '', format, refused: true, rows: [], parts, examples: 0, problems }
  }
  const plan = planCodebook(db, file)
  const rows = PARTS.flatMap((part) => plan[part].map(shown))
  const countsOf = (part: (typeof PARTS)[number]): CodebookImportPreview['parts']['tags'] => {
    const own = rows.filter((row) => row.part === part)
    const of = (state: ImportRow['state']): number => own.filter((row) => row.state === state).length
    return { new: of('new'), changed: of('changed'), same: of('same'), conflicts: own.filter((row) => row.conflicts.length > 0).length }
  }
  const examples = [...plan.tags, ...plan.issues].flatMap((row) => row.changes.flatMap((change) => change.patch.examples ?? [])).length
  return {
    name: file.name || fallback,
    description: file.description,
    format,
    refused: false,
    rows,
    parts: { tags: countsOf('tags'), issues: countsOf('issues'), parties: countsOf('parties') },
    examples,
    problems: [...problems, ...plan.problems],
  }
}

function shown(row: PlannedRow): ImportRow {
  return {
    part: row.part,
    key: row.key,
    path: row.row.path,
    state: stateOf(row),
    match: row.match,
    changes: row.changes.map(({ field, here, there, fills }) => ({ field, here, there, fills })),
    conflicts: row.conflicts,
    action: defaultAction(row),
  }
}
