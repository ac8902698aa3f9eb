/** The ledger: threads as rows with their status, and threads that are proposed from statements that look alike. */
import { z } from 'zod'
import { evidenceSchema } from './compare.ts'
import { filterSchema } from './filter.ts'
import { idSchema } from './ids.ts'
import { partialDateSchema } from './partial-date.ts'
import { checkResultSchema, memberRoleSchema, threadKindSchema, threadStatusSchema } from './thread-status.ts'
import { standingSchema, threadInputSchema, threadReasonSchema, threadSchema } from './thread.ts'

const ids = z.array(idSchema).max(10_000)

export const ledgerInputSchema = z.strictObject({
  kinds: z.array(threadKindSchema).max(10).optional(),
  /** The status as shown: the analyst's where there is one. */
  statuses: z.array(threadStatusSchema).max(20).optional(),
  /** Parties and issues stand for all beneath them. */
  owners: ids.optional(),
  addressees: ids.optional(),
  issues: ids.optional(),
  /** All words in the title, criterion, measure, standard, schedule, monitor or note; case and accents do not matter. */
  text: z.string().max(1_000).optional(),
  /** Threads of which at least one member passes; their figures still count all members. */
  filter: filterSchema.optional(),
  /** As it stood at the end of this day, by what had been said by then; without: as it stands today, by all that is in the library. */
  asOf: z.iso.date().optional(),
})
export type LedgerInput = z.infer<typeof ledgerInputSchema>

export const ledgerRowSchema = threadSchema
  .omit({ members: true })
  .extend(standingSchema.shape)
  .extend({
    members: z.int(),
    checks: z.object({
      met: z.int(),
      notMet: z.int(),
      unclear: z.int(),
      last: z.object({ date: partialDateSchema, result: checkResultSchema }).nullable(),
    }),
  })
export type LedgerRow = z.infer<typeof ledgerRowSchema>

/** Overdue first, then unanswered, then by last heard (newest first, undated last). */
export const ledgerSchema = z.object({ asOf: z.iso.date(), rows: z.array(ledgerRowSchema) })
export type Ledger = z.infer<typeof ledgerSchema>

export const proposeInputSchema = z.strictObject({
  filter: filterSchema.optional(),
  kinds: z.array(threadKindSchema).max(10).optional(),
  limit: z.int().min(1).max(200).default(20),
})
export type ProposeInput = z.infer<typeof proposeInputSchema>

/** Statements that look like one thread. To accept: threads.create with what is kept of it. */
export const threadProposalSchema = z.object({
  kind: threadKindSchema,
  title: z.string(),
  ownerId: idSchema.nullable(),
  addresseeId: idSchema.nullable(),
  issueId: idSchema.nullable(),
  /** Oldest first; at most 50, the rest are proposed as additions once it is a thread. */
  members: z.array(z.object({ role: memberRoleSchema, evidence: evidenceSchema })),
  /** Those that are not shown, for declining it: what was seen is apart from them too. */
  more: z.array(idSchema).optional(),
  reasons: z.array(threadReasonSchema),
  score: z.number(),
})
export type ThreadProposal = z.infer<typeof threadProposalSchema>

/** A statement that looks like part of a thread that is there. To accept: threads.attach. */
export const threadAdditionSchema = z.object({
  threadId: idSchema,
  title: z.string(),
  role: memberRoleSchema,
  evidence: evidenceSchema,
  reasons: z.array(threadReasonSchema),
  score: z.number(),
})
export type ThreadAddition = z.infer<typeof threadAdditionSchema>

/** Best first. `isCut`: there are more than the limit. */
export const proposalsSchema = z.object({
  proposals: z.array(threadProposalSchema),
  additions: z.array(threadAdditionSchema),
  isCut: z.boolean(),
})
export type Proposals = z.infer<typeof proposalsSchema>

/** What can be changed of many threads at once: everything but the title. */
export const threadsPatchSchema = threadInputSchema
  .omit({ members: true, title: true })
  .partial()
  .extend({ statusOverride: threadStatusSchema.nullable().optional(), statusReason: z.string().trim().max(20_000).nullable().optional() })
  .refine(
    ({ statusOverride, statusReason }) => !statusOverride || (statusReason !== undefined && statusReason !== null && statusReason !== ''),
    {
      error: 'a status of your own needs a reason',
      path: ['statusReason'],
    },
  )
