/**
 * THE table of procedures that cross the border between the core and its hosts. Names are `noun.verb`. JSON values only:
 * ISO strings for dates, ids for bytes, never SQL and never a path. Scripts rely on these names: they are only ever added to.
 */
import type { z } from 'zod'
import { annotationsProcedures } from './procedures/annotations.ts'
import { articlesProcedures } from './procedures/articles.ts'
import { checksProcedures } from './procedures/checks.ts'
import { cellsProcedures } from './procedures/cells.ts'
import { codebookProcedures } from './procedures/codebook.ts'
import { collectionsProcedures } from './procedures/collections.ts'
import { compareProcedures } from './procedures/compare.ts'
import { eventsProcedures } from './procedures/events.ts'
import { evidenceProcedures } from './procedures/evidence.ts'
import { exportsProcedures } from './procedures/exports.ts'
import { historyProcedures } from './procedures/history.ts'
import { importsProcedures } from './procedures/imports.ts'
import { issuesProcedures } from './procedures/issues.ts'
import { jobsProcedures } from './procedures/jobs.ts'
import { libraryProcedures } from './procedures/library.ts'
import { linksProcedures } from './procedures/links.ts'
import { networkProcedures } from './procedures/network.ts'
import { notTextProcedures } from './procedures/not-text.ts'
import { outputsProcedures } from './procedures/outputs.ts'
import { partiesProcedures } from './procedures/parties.ts'
import { reportsProcedures } from './procedures/reports.ts'
import { revisionsProcedures } from './procedures/revisions.ts'
import { sourceProcedures } from './procedures/source.ts'
import { storiesProcedures } from './procedures/stories.ts'
import { searchProcedures } from './procedures/search.ts'
import { timelineProcedures } from './procedures/timeline.ts'
import { tagsProcedures } from './procedures/tags.ts'
import { threadsProcedures } from './procedures/threads.ts'
import { viewsProcedures } from './procedures/views.ts'

export const contract = {
  ...libraryProcedures,
  ...articlesProcedures,
  ...collectionsProcedures,
  ...importsProcedures,
  ...annotationsProcedures,
  ...revisionsProcedures,
  ...notTextProcedures,
  ...sourceProcedures,
  ...storiesProcedures,
  ...tagsProcedures,
  ...issuesProcedures,
  ...partiesProcedures,
  ...codebookProcedures,
  ...threadsProcedures,
  ...timelineProcedures,
  ...checksProcedures,
  ...compareProcedures,
  ...cellsProcedures,
  ...eventsProcedures,
  ...networkProcedures,
  ...linksProcedures,
  ...evidenceProcedures,
  ...reportsProcedures,
  ...exportsProcedures,
  ...outputsProcedures,
  ...viewsProcedures,
  ...searchProcedures,
  ...historyProcedures,
  ...jobsProcedures,
} as const

export type Contract = typeof contract
export type Procedure = keyof Contract
export type Input<P extends Procedure> = z.input<Contract[P]['input']>
export type ParsedInput<P extends Procedure> = z.output<Contract[P]['input']>
export type Output<P extends Procedure> = z.output<Contract[P]['output']>
export type ProcedureOfKind<K extends 'query' | 'mutation' | 'command'> = {
  [P in Procedure]: Contract[P]['kind'] extends K ? P : never
}[Procedure]

/** True for a name in the table; inherited names of objects are not. */
export const isProcedure = (name: string): name is Procedure => Object.hasOwn(contract, name)
