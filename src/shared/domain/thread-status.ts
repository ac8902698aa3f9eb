/** What a thread is, how its members stand in it, what was checked, and the status that follows. The rules are in core/threads/status.ts. */
import { z } from 'zod'
import { idSchema, momentSchema, uidSchema } from './ids.ts'
import { partialDateSchema } from './partial-date.ts'

export const threadKindSchema = z.enum(['demand', 'threat', 'commitment', 'position'])
export type ThreadKind = z.infer<typeof threadKindSchema>

export const memberRoleSchema = z.enum([
  'raised',
  'repeated',
  'hardened',
  'softened',
  'conditioned',
  'accepted',
  'rejected',
  'withdrawn',
  'fulfilled',
  'violated',
  'carried-out',
  'denied',
])
export type MemberRole = z.infer<typeof memberRoleSchema>

/** `answered`: the addressee has spoken to it and decided nothing. `conditional`: it hangs on a condition. */
export const threadStatusSchema = z.enum([
  'open',
  'answered',
  'accepted',
  'rejected',
  'conditional',
  'fulfilled',
  'violated',
  'withdrawn',
  'carried-out',
  'overdue',
])
export type ThreadStatus = z.infer<typeof threadStatusSchema>

export const checkResultSchema = z.enum(['met', 'not-met', 'unclear'])
export type CheckResult = z.infer<typeof checkResultSchema>

/**
 * Which rule gave the status: `none` nothing was said yet; `said` it was said and that is all; `role` the role of a member decides;
 * `answer` the addressee spoke and decided nothing; `said-again` the owner says it again after it was settled; `check` what a check found;
 * `check-holds` a check found it kept after it had been broken; `deadline` the last day is past.
 */
export const statusRuleSchema = z.enum(['none', 'said', 'role', 'answer', 'said-again', 'check', 'check-holds', 'deadline'])
export type StatusRule = z.infer<typeof statusRuleSchema>

/** A status and the member or check that gives it; for `deadline` the date is the deadline itself. */
export const derivedStatusSchema = z.object({
  status: threadStatusSchema,
  because: z.object({
    rule: statusRuleSchema,
    annotationId: idSchema.nullable(),
    checkId: idSchema.nullable(),
    role: memberRoleSchema.nullable(),
    result: checkResultSchema.nullable(),
    date: partialDateSchema.nullable(),
  }),
})
export type DerivedStatus = z.infer<typeof derivedStatusSchema>

/** What the analyst says the status is instead of the rules. */
export const statusOverrideSchema = z.object({
  status: threadStatusSchema,
  reason: z.string(),
  coder: z.string().nullable(),
  at: momentSchema.nullable(),
  /** There is a statement or a check in the thread that was not there when it was decided. */
  isStale: z.boolean(),
})
export type StatusOverride = z.infer<typeof statusOverrideSchema>

/** A check that was held of what a thread asks for or promises. */
export const checkSchema = z.object({
  id: idSchema,
  uid: uidSchema,
  threadId: idSchema,
  checked: partialDateSchema,
  result: checkResultSchema,
  /** Who checked; null where that is not known. */
  byId: idSchema.nullable(),
  note: z.string(),
  /** Statements that show it, in order. */
  annotationIds: z.array(idSchema),
})
export type Check = z.infer<typeof checkSchema>

export const checkInputSchema = z.strictObject({
  threadId: idSchema,
  checked: partialDateSchema,
  result: checkResultSchema,
  /** A party by id, name or alias; a name that is new makes a party. */
  by: z
    .union([idSchema, z.string().trim().min(1)])
    .nullable()
    .optional(),
  note: z.string().max(20_000).optional(),
  annotationIds: z.array(idSchema).max(1_000).optional(),
})
export type CheckInput = z.infer<typeof checkInputSchema>

export const checkPatchSchema = checkInputSchema.omit({ threadId: true }).partial()
export type CheckPatch = z.infer<typeof checkPatchSchema>
