/** Procedures about threads. */
import { z } from 'zod'
import { idSchema } from '../../domain/ids.ts'
import { threadInputSchema, threadMemberSchema, threadSchema } from '../../domain/thread.ts'
import { done, mutation, nothing, query } from '../define.ts'
import { byId } from './by-id.ts'

export const threadsProcedures = {
  'threads.list': query({ doc: 'All threads with their members.', input: nothing, output: z.array(threadSchema), reads: ['threads'] }),
  'threads.create': mutation({
    doc: 'Starts a thread.',
    input: threadInputSchema,
    output: threadSchema,
    touches: ['threads', 'parties', 'codebook'],
  }),
  'threads.setMembers': mutation({
    doc: 'Replaces the members of a thread.',
    input: z.strictObject({ id: idSchema, members: z.array(threadMemberSchema).max(10_000) }),
    output: threadSchema,
    touches: ['threads'],
  }),
  'threads.remove': mutation({ doc: 'Removes a thread; its annotations stay.', input: byId, output: done, touches: ['threads'] }),
} as const
