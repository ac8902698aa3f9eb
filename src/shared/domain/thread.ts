/** Thread: the annotations that are one statement over time and across outlets; the unit of the ledger. */
import { z } from 'zod'
import { evidenceSchema } from './compare.ts'
import { idSchema, uidSchema } from './ids.ts'
import { partialDateSchema } from './partial-date.ts'
import {
  checkSchema,
  derivedStatusSchema,
  memberRoleSchema,
  statusOverrideSchema,
  threadKindSchema,
  threadStatusSchema,
  type MemberRole,
  type ThreadKind,
} from './thread-status.ts'

export { memberRoleSchema, threadKindSchema, type MemberRole, type ThreadKind }

export const threadMemberSchema = z.strictObject({ annotationId: idSchema, role: memberRoleSchema })

export const threadSchema = z.object({
  id: idSchema,
  uid: uidSchema,
  kind: threadKindSchema,
  title: z.string(),
  ownerId: idSchema.nullable(),
  addresseeId: idSchema.nullable(),
  issueId: idSchema.nullable(),
  criterion: z.string().nullable(),
  /** As it was written; the status goes by it where it is a date. */
  deadline: z.string().nullable(),
  /** Steps with their dates, as they were agreed: in words. */
  schedule: z.string().nullable(),
  /** What is to be done or counted, and what it is held against. */
  measure: z.string().nullable(),
  standard: z.string().nullable(),
  monitor: z.string().nullable(),
  note: z.string().nullable(),
  members: z.array(threadMemberSchema),
})
export type Thread = z.infer<typeof threadSchema>

const optionalText = z.string().max(20_000).nullable().optional()

export const threadInputSchema = z.strictObject({
  kind: threadKindSchema,
  title: z.string().trim().min(1).max(1_000),
  owner: z
    .union([idSchema, z.string().trim().min(1)])
    .nullable()
    .optional(),
  addressee: z
    .union([idSchema, z.string().trim().min(1)])
    .nullable()
    .optional(),
  issue: z
    .union([idSchema, z.string().trim().min(1), z.array(z.string().trim().min(1)).min(1)])
    .nullable()
    .optional(),
  criterion: optionalText,
  deadline: optionalText,
  schedule: optionalText,
  measure: optionalText,
  standard: optionalText,
  monitor: optionalText,
  note: optionalText,
  members: z.array(threadMemberSchema).max(10_000).optional(),
})
export type ThreadInput = z.infer<typeof threadInputSchema>

/** What can be changed of a thread; its members have procedures of their own. A status of the analyst's own needs a reason; null gives it back to the rules. */
export const threadPatchSchema = threadInputSchema
  .omit({ members: true })
  .partial()
  .extend({ statusOverride: threadStatusSchema.nullable().optional(), statusReason: z.string().trim().max(20_000).nullable().optional() })
  .refine((patch) => isNoOverride(patch.statusOverride) || isSaid(patch.statusReason), {
    error: 'a status of your own needs a reason',
    path: ['statusReason'],
  })
export type ThreadPatch = z.infer<typeof threadPatchSchema>
const isNoOverride = (status: unknown): boolean => status === undefined || status === null
const isSaid = (reason: string | null | undefined): boolean => reason !== undefined && reason !== null && reason !== ''

/** A statement of a thread by its date: what was said first, or last. */
const heardSchema = z.object({ annotationId: idSchema, date: partialDateSchema, dateFrom: z.enum(['statement', 'publication']) })
export type Heard = z.infer<typeof heardSchema>

/** How a thread stands: the same for a row of the ledger and for the page of a thread. */
export const standingSchema = z.object({
  /** The analyst's where there is an override, else what the rules say. */
  status: threadStatusSchema,
  derived: derivedStatusSchema,
  override: statusOverrideSchema.nullable(),
  /** The oldest dated statement that raises it (an answer only where there is no other), and the newest of all. */
  firstRaised: heardSchema.nullable(),
  lastHeard: heardSchema.nullable(),
  /** Members in which somebody other than the owner answers. */
  answers: z.int(),
  /** Independent outlets: of articles that tell one story one speaks. */
  outlets: z.int(),
  /** Last day that the deadline can mean, in days since 1970-01-01; null where it is none or not a date. */
  deadlineDay: z.int().nullable(),
  isOverdue: z.boolean(),
  /** Nobody has answered, and it is not settled; never for a position, or a commitment to nobody in particular. */
  isUnanswered: z.boolean(),
  /**
   * From the day it was raised until it was settled or rejected; else, for something is still waited for, to the day of asking. The fewest
   * days that the dates allow; null where they are not there or allow none.
   */
  daysOpen: z.int().nullable(),
  /** A date that is only a month or a year makes `daysOpen` the least there can be. */
  isDaysLeast: z.boolean(),
})
export type Standing = z.infer<typeof standingSchema>

/** Who speaks in a member, seen from the thread: parties beneath the owner or the addressee are these; unknown where no speaker is coded. */
export const memberSideSchema = z.enum(['owner', 'addressee', 'other', 'unknown'])
export type MemberSide = z.infer<typeof memberSideSchema>

/** A thread with its members as quotes and its checks, both by date, oldest first. */
export const threadDetailSchema = threadSchema
  .omit({ members: true })
  .extend(standingSchema.shape)
  .extend({
    members: z.array(z.object({ role: memberRoleSchema, side: memberSideSchema, evidence: evidenceSchema })),
    checks: z.array(checkSchema.extend({ evidence: z.array(evidenceSchema) })),
    /** Each status it has had by the rules, oldest first, with what gave it; the last is the derived one. */
    history: z.array(derivedStatusSchema),
    /** The day of asking, to which what is still open is counted. */
    asOf: z.iso.date(),
  })
export type ThreadDetail = z.infer<typeof threadDetailSchema>

/** Why a statement may belong to a thread. `answer`: the addressee speaks, to the owner. */
export const threadReasonSchema = z.enum(['owner', 'addressee', 'issue', 'words', 'answer', 'kind'])
export type ThreadReason = z.infer<typeof threadReasonSchema>

/** A thread that a statement may belong to, best first; nothing is attached by itself. */
export const threadSuggestionSchema = z.object({
  thread: threadSchema,
  score: z.number(),
  reasons: z.array(threadReasonSchema),
  /** The role it would have. */
  role: memberRoleSchema,
})
export type ThreadSuggestion = z.infer<typeof threadSuggestionSchema>
