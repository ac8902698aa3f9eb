/** What a project would bring, as it is shown before anything is written: counts of each kind, and values that differ. */
import type { ProjectCounts, ProjectDifference, ProjectKind, ProjectPreview } from '../../shared/domain/import-project.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { PARTS } from '../codebook/file.ts'
import type { ForeignProject } from '../importers/project.ts'
import type { ReadDb } from '../store/types.ts'
import { annotationDifferences, codingOf } from './coding.ts'
import type { Difference } from './differences.ts'
import { KINDS, planProject, type ProjectChoices, type ProjectPlan } from './plan.ts'
import type { RowState } from './plan-codebook.ts'
import { countHere } from './removed.ts'

const SHOWN = 100
const LONGEST = 500

/** In steps, because a large project takes long to look through, and is looked through anew for every choice. */
export function* previewProject(db: ReadDb, project: ForeignProject, choices: ProjectChoices): Steps<ProjectPreview> {
  const plan = yield* planProject(db, project, choices)
  const counts = new Map<ProjectKind, ProjectCounts>()
  const differences: ProjectDifference[] = []
  const count = (kind: ProjectKind, state: RowState, by = 1): void => {
    const own = counts.get(kind) ?? { new: 0, same: 0, changed: 0, conflict: 0, gone: 0 }
    own[state] += by
    counts.set(kind, own)
  }
  const note = (kind: ProjectKind, name: string, found: readonly Difference<unknown>[]): void => {
    for (const { field, here, there, fills } of found)
      differences.push({ kind, name: cut(name), field, here: cut(here), there: cut(there), state: fills ? 'changed' : 'conflict' })
  }
  yield* tell(plan, count, note)
  for (const kind of KINDS) {
    const gone = countHere(db, kind, project.library?.removed[kind] ?? [])
    if (gone > 0) count(kind, 'gone', gone)
  }
  const sorted = [...differences.filter(({ state }) => state === 'conflict'), ...differences.filter(({ state }) => state === 'changed')]
  return {
    origin: project.origin,
    name: project.name,
    articles: plan.articles.length,
    annotations: project.annotations.length,
    tags: plan.codebook.plan.tags.length,
    issues: plan.codebook.plan.issues.length,
    parties: plan.codebook.plan.parties.length,
    codes: [...plan.codebook.codebook.codes.values()].filter((code) => !('tagId' in code)).length,
    kinds: KINDS.flatMap((kind) => {
      const own = counts.get(kind)
      return own ? [{ kind, counts: own }] : []
    }),
    differences: sorted.slice(0, SHOWN),
    differ: sorted.length,
  }
}

type Count = (kind: ProjectKind, state: RowState, by?: number) => void
type Note = (kind: ProjectKind, name: string, found: readonly Difference<unknown>[]) => void

function* tell({ articles, annotations, codebook, library, refs }: ProjectPlan, count: Count, note: Note): Steps<void> {
  for (const { state, metadata, differences } of articles) {
    count('articles', state)
    note('articles', metadata.title, differences)
  }
  for (const wanted of [...annotations.planned.values()].flat()) {
    const { here } = wanted
    const found = here === null ? [] : annotationDifferences(here, wanted, codingOf(wanted, refs), refs)
    count('annotations', here === null ? 'new' : found.length === 0 ? 'same' : found.every(({ fills }) => fills) ? 'changed' : 'conflict')
    note('annotations', here?.quote ?? '', found)
    yield
  }
  if (annotations.gone > 0) count('annotations', 'gone', annotations.gone)
  for (const part of PARTS)
    for (const row of codebook.plan[part]) {
      count(part, codebook.stateOf(row))
      note(part, row.row.path.join(' › '), row.match ? row.changes : [])
    }
  for (const { thread, state, differences } of library.threads) {
    count('threads', state)
    note('threads', thread.title, differences)
  }
  for (const { collection, state, differences } of library.collections) {
    count('collections', state)
    note('collections', collection.name, differences)
  }
  for (const { state } of library.stories) count('stories', state)
}

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).toWellFormed()}…`)
