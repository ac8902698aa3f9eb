/** Procedures about threads. */
import { z } from 'zod'
import { idSchema } from '../../domain/ids.ts'
import {
  memberRoleSchema,
  threadDetailSchema,
  threadInputSchema,
  threadMemberSchema,
  threadPatchSchema,
  threadSchema,
  threadSuggestionSchema,
} from '../../domain/thread.ts'
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

  'threads.get': query({
    doc: 'One thread with its members as quotes, by date.',
    input: byId,
    output: threadDetailSchema,
    reads: ['threads', 'annotations', 'articles'],
  }),
  'threads.ofAnnotation': query({
    doc: 'The threads in which an annotation has a role, with all their members.',
    input: byId,
    output: z.array(threadDetailSchema),
    reads: ['threads', 'annotations', 'articles'],
  }),
  'threads.suggest': query({
    doc: 'Threads that an annotation may belong to, best first, each with the reasons and the role it would have.',
    input: z.strictObject({ id: idSchema, limit: z.int().min(1).max(50).default(5) }),
    output: z.array(threadSuggestionSchema),
    reads: ['threads', 'annotations', 'codebook', 'parties'],
  }),
  'threads.update': mutation({
    doc: 'Changes a thread; its members stay.',
    input: z.strictObject({ id: idSchema, patch: threadPatchSchema }),
    output: threadSchema,
    touches: ['threads', 'parties', 'codebook'],
  }),
  'threads.attach': mutation({
    doc: 'Gives an annotation a role in a thread, or another role where it has one.',
    input: z.strictObject({ id: idSchema, annotationId: idSchema, role: memberRoleSchema }),
    output: threadSchema,
    touches: ['threads'],
  }),
  'threads.detach': mutation({
    doc: 'Takes an annotation out of a thread; both stay.',
    input: z.strictObject({ id: idSchema, annotationId: idSchema }),
    output: threadSchema,
    touches: ['threads'],
  }),
} as const
