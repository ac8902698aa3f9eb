/**
 * Building blocks of the contract. A query reads, a mutation writes in one transaction that becomes one undoable step,
 * a command does neither by itself (it starts a job, or steps through the history).
 */
import { z } from 'zod'

/** Kinds of data a procedure reads or changes; a view reloads when what it reads was touched. */
export const touchSchema = z.enum([
  'library',
  'articles',
  'annotations',
  'codebook',
  'parties',
  'threads',
  'events',
  'cells',
  'searches',
  'views',
  'history',
  'jobs',
])
export type Touch = z.infer<typeof touchSchema>

interface Common<I extends z.ZodType, O extends z.ZodType> {
  input: I
  output: O
  /** One sentence for help and for the exported JSON Schema. */
  doc: string
}
export interface QueryDef<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Common<I, O> {
  kind: 'query'
  reads: readonly Touch[]
}
export interface MutationDef<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Common<I, O> {
  kind: 'mutation'
  touches: readonly Touch[]
}
export interface CommandDef<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Common<I, O> {
  kind: 'command'
}
export type ProcedureDef = QueryDef | MutationDef | CommandDef

export const query = <I extends z.ZodType, O extends z.ZodType>(def: Omit<QueryDef<I, O>, 'kind'>): QueryDef<I, O> => ({
  kind: 'query',
  ...def,
})
export const mutation = <I extends z.ZodType, O extends z.ZodType>(def: Omit<MutationDef<I, O>, 'kind'>): MutationDef<I, O> => ({
  kind: 'mutation',
  ...def,
})
export const command = <I extends z.ZodType, O extends z.ZodType>(def: Omit<CommandDef<I, O>, 'kind'>): CommandDef<I, O> => ({
  kind: 'command',
  ...def,
})

/** Input of procedures that take nothing. */
export const nothing = z.strictObject({})
/** Output of procedures that give nothing back. */
export const done = z.object({ done: z.literal(true) })
