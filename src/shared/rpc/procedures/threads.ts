/** Procedures about threads. */
import { z } from 'zod'
import { ledgerInputSchema, ledgerSchema, proposalsSchema, proposeInputSchema, threadsPatchSchema } from '../../domain/ledger.ts'
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
import { byId, byIds } from './by-id.ts'

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
    doc: 'One thread with its members as quotes and its checks, by date, its status and how it came to it.',
    input: z.strictObject({ id: idSchema, asOf: z.iso.date().optional() }),
    output: threadDetailSchema,
    reads: ['threads', 'annotations', 'articles', 'parties'],
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
  'threads.roles': query({
    doc: 'The role that each of these annotations would have in a thread, in the order asked for; what is gone is left out.',
    input: z.strictObject({ id: idSchema, annotationIds: byIds.shape.ids }),
    output: z.array(threadMemberSchema),
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
  'threads.attachMany': mutation({
    doc: 'Gives annotations roles in a thread in one step, behind those that are there; one that is there keeps its place and gets the role.',
    input: z.strictObject({ id: idSchema, members: z.array(threadMemberSchema).min(1).max(10_000) }),
    output: threadSchema,
    touches: ['threads'],
  }),
  'threads.detach': mutation({
    doc: 'Takes an annotation out of a thread; both stay.',
    input: z.strictObject({ id: idSchema, annotationId: idSchema }),
    output: threadSchema,
    touches: ['threads'],
  }),

  'threads.ledger': query({
    doc: 'Threads as the rows of the ledger, with their status and what gives it: overdue first, then unanswered, then by last heard.',
    input: ledgerInputSchema,
    output: ledgerSchema,
    reads: ['threads', 'annotations', 'articles', 'parties', 'codebook'],
  }),
  'threads.updateMany': mutation({
    doc: 'Changes the same fields of many threads in one step.',
    input: z.strictObject({ ids: byIds.shape.ids, patch: threadsPatchSchema }),
    output: z.object({ changed: z.int() }),
    touches: ['threads', 'parties', 'codebook'],
  }),
  'threads.removeMany': mutation({
    doc: 'Removes threads with their checks; their annotations stay.',
    input: byIds,
    output: z.object({ removed: z.int() }),
    touches: ['threads'],
  }),
  'threads.merge': mutation({
    doc: 'Makes one thread part of another: members and checks go over, the roles and fields of the one that stays win, what it left empty is taken over.',
    input: z.strictObject({ id: idSchema, intoId: idSchema }),
    output: threadSchema,
    touches: ['threads'],
  }),
  'threads.propose': query({
    doc: 'Statements in no thread that look like one, and statements that look like part of a thread that is there; nothing is done by itself.',
    input: proposeInputSchema,
    output: proposalsSchema,
    reads: ['threads', 'annotations', 'articles', 'parties', 'codebook'],
  }),
  'threads.decline': mutation({
    doc: 'Says that statements are not one thread, or with `threadId` that they are no part of that one: this is not proposed again.',
    input: z.strictObject({
      annotationIds: z.array(idSchema).min(1).max(50),
      /** The rest of the proposal, which was not shown: each of the others is apart from these, but not these from each other. */
      more: z.array(idSchema).max(1_000).default([]),
      threadId: idSchema.optional(),
    }),
    output: done,
    touches: ['threads'],
  }),
} as const
