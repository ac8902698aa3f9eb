/** What changed between two moments: where parties moved or fell silent, and which threads were answered, settled or became overdue. */
import { z } from 'zod'
import { evidenceSchema, partyLevelSchema } from './compare.ts'
import { filterSchema } from './filter.ts'
import { idSchema, momentSchema } from './ids.ts'
import { threadKindSchema, threadStatusSchema } from './thread-status.ts'

/** `said`: by the day of the statement, undated ones apart; `coded`: by when the statement was coded, for "since the last report". */
export const changeBasisSchema = z.enum(['said', 'coded'])
export type ChangeBasis = z.infer<typeof changeBasisSchema>

/**
 * `new`: the party is heard for the first time; `hardened`, `softened`, `reversed`: its position now against its position then, by the rules
 * of the trend; `declined`: it refuses to say now, and did not then; `silent`: it spoke in the equally long time before, and not since.
 */
export const cellChangeKindSchema = z.enum(['reversed', 'hardened', 'softened', 'new', 'declined', 'silent'])
export type CellChangeKind = z.infer<typeof cellChangeKindSchema>

export const cellChangeSchema = z.object({
  kind: cellChangeKindSchema,
  issueId: idSchema,
  partyId: idSchema,
  /** What it is measured against; null for what is new. */
  fromId: idSchema.nullable(),
  from: evidenceSchema.nullable(),
  /** What shows it; null for silence. */
  toId: idSchema.nullable(),
  to: evidenceSchema.nullable(),
  /** Statements on this very issue that came since. */
  statements: z.int(),
})
export type CellChange = z.infer<typeof cellChangeSchema>

/** `answered`: nobody had answered; `settled`: fulfilled, violated, withdrawn or carried out by now; `overdue`: the deadline passed. */
export const threadChangeKindSchema = z.enum(['overdue', 'answered', 'settled'])
export type ThreadChangeKind = z.infer<typeof threadChangeKindSchema>

export const threadChangeSchema = z.object({
  kind: threadChangeKindSchema,
  threadId: idSchema,
  threadKind: threadKindSchema,
  title: z.string(),
  ownerId: idSchema.nullable(),
  addresseeId: idSchema.nullable(),
  issueId: idSchema.nullable(),
  deadline: z.string().nullable(),
  /** Status then, null where nothing had been said of it; and now. */
  was: threadStatusSchema.nullable(),
  is: threadStatusSchema,
  /** What raised it, and what answers or settles it where a statement does. */
  fromId: idSchema.nullable(),
  from: evidenceSchema.nullable(),
  toId: idSchema.nullable(),
  to: evidenceSchema.nullable(),
})
export type ThreadChange = z.infer<typeof threadChangeSchema>

/** A report that was made, so that one can ask what is new since. */
export const reportRunSchema = z.object({
  id: idSchema,
  at: momentSchema,
  kind: z.string(),
  title: z.string(),
  coder: z.string(),
  /** What it was written as, and the name of that file; no path: where it was saved is known to the host alone. */
  format: z.string().optional(),
  name: z.string().optional(),
})
export type ReportRun = z.infer<typeof reportRunSchema>

export const changesInputSchema = z
  .strictObject({
    /** The first of the two days; what came after it, up to the end of the second, is what changed. */
    then: z.iso.date().optional(),
    /** The second; today where it is not said. */
    now: z.iso.date().optional(),
    basis: changeBasisSchema.default('said'),
    /** Since this report instead: what was coded after it. */
    report: idSchema.optional(),
    filter: filterSchema.default({}),
    level: partyLevelSchema.default('side'),
  })
  .refine(({ then, report }) => (then === undefined) !== (report === undefined), {
    error: 'a day or a report, one of them',
    path: ['then'],
  })
export type ChangesInput = z.input<typeof changesInputSchema>

export const changesSchema = z.object({
  basis: changeBasisSchema,
  then: z.iso.date(),
  now: z.iso.date(),
  report: reportRunSchema.nullable(),
  /** By kind, then in the order of issues and parties; the first 1,000. */
  cells: z.array(cellChangeSchema),
  /** By kind, then in the order of threads; the first 500. */
  threads: z.array(threadChangeSchema),
  /** How many there are in all. */
  totals: z.object({ cells: z.int(), threads: z.int() }),
  /** The same by kind; what does not occur is not named. */
  counts: z.array(z.object({ kind: z.union([cellChangeKindSchema, threadChangeKindSchema]), count: z.int() })),
})
export type Changes = z.infer<typeof changesSchema>
