/** Thread: the annotations that are one statement over time and across outlets; the unit of the ledger. */
import { z } from 'zod'
import { evidenceSchema } from './compare.ts'
import { idSchema, uidSchema } from './ids.ts'

export const threadKindSchema = z.enum(['demand', 'threat', 'commitment', 'position'])
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
  deadline: z.string().nullable(),
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
  monitor: optionalText,
  note: optionalText,
  members: z.array(threadMemberSchema).max(10_000).optional(),
})
export type ThreadInput = z.infer<typeof threadInputSchema>

/** What can be changed of a thread; its members have procedures of their own. */
export const threadPatchSchema = threadInputSchema.omit({ members: true }).partial()
export type ThreadPatch = z.infer<typeof threadPatchSchema>

/** A thread with its members as quotes, by date. */
export const threadDetailSchema = threadSchema.omit({ members: true }).extend({
  members: z.array(z.object({ role: memberRoleSchema, evidence: evidenceSchema })),
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
