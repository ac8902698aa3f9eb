/**
 * What handlers work with. A Session is the core's state: the open library, staged files, outputs, jobs. Handlers never
 * reach the disk except through it, and reach the library only through the database they are handed.
 */
import type { Held } from './held.ts'
import type { HeldCells } from './held-cells.ts'
import type { Parsers } from './importers/worker/parsers.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Outputs } from './jobs/outputs.ts'
import type { Staging } from './jobs/staging.ts'
import type { LibraryFile } from './store/library-file.ts'
import type { ReadDb, StepLabel, WriteDb } from './store/types.ts'
import type { Touch } from '../shared/rpc/define.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { Printer } from '../shared/rpc/printer.ts'
import type { ParsedInput, Output, Procedure, ProcedureOfKind } from '../shared/rpc/contract.ts'

export interface Session {
  library: LibraryFile | null
  /** Name under which changes are recorded. */
  coder: string
  readonly staging: Staging
  readonly outputs: Outputs
  readonly jobs: Jobs
  /** Read foreign files, away from the library. */
  readonly parsers: Parsers
  /** Prints reports as PDF. */
  readonly printer: Printer
  /** What is being typed and not yet written. */
  readonly held: Held
  /** The same of summaries of cells. */
  readonly heldCells: HeldCells
  readonly clock: () => number
  readonly uid: () => string
  /** The open library. Throws `no-library`. */
  opened(): LibraryFile
  /** One recorded step outside a mutation handler: for jobs, whose writes are many steps. Tells the views afterwards. */
  write<T>(label: StepLabel, touches: readonly Touch[], fn: (db: WriteDb, context: WriteContext) => T): T
  changed(touches: readonly Touch[]): void
}

export interface WriteContext {
  readonly now: number
  readonly uid: () => string
  readonly coderId: number
  /** Names the step in the history; a handler sets what it was done to. */
  readonly label: StepLabel
}

/**
 * For work that waits: the library it began with, where that one is still open. Throws `no-library` where it was closed or another is open
 * by now, whose ids mean other things. What follows without waiting writes into this one.
 */
export function stillOpen({ library }: Pick<Session, 'library'>, began: LibraryFile): LibraryFile {
  if (library !== began) throw new ParleyError('no-library')
  return began
}

/** One step on a library, with what handlers need to take it. */
export function recordStep<T>(
  library: LibraryFile,
  { clock, uid }: Pick<Session, 'clock' | 'uid'>,
  label: StepLabel,
  fn: (db: WriteDb, context: WriteContext) => T,
): T {
  return library.write(label, (db) => fn(db, { now: clock(), uid, coderId: library.coderId(), label }))
}

type Result<P extends Procedure> = Output<P> | Promise<Output<P>>

/** Queries read. `db` throws `no-library` where none is open. */
export type QueryHandlers = {
  [P in ProcedureOfKind<'query'>]: (context: { readonly db: ReadDb; session: Session }, input: ParsedInput<P>) => Result<P>
}
/** Mutations write, within one transaction, and so cannot wait for anything. */
export type MutationHandlers = {
  [P in ProcedureOfKind<'mutation'>]: (db: WriteDb, input: ParsedInput<P>, context: WriteContext) => Output<P>
}
/** What the core does for itself after some mutations, once they are written. */
export type FollowUps = { [P in ProcedureOfKind<'mutation'>]?: (session: Session, input: ParsedInput<P>) => void }
export type CommandHandlers = { [P in ProcedureOfKind<'command'>]: (session: Session, input: ParsedInput<P>) => Result<P> }
