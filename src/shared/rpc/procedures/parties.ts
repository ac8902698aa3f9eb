/** Procedures about parties. */
import { z } from 'zod'
import { mergeInputSchema, mergePreviewSchema, moveInputSchema, removePreviewSchema } from '../../domain/codebook-changes.ts'
import { idSchema } from '../../domain/ids.ts'
import { partyFieldsSchema, partySchema, similarPartiesSchema } from '../../domain/party.ts'
import { mutation, nothing, query } from '../define.ts'
import { byId } from './by-id.ts'

export const partiesProcedures = {
  'parties.list': query({
    doc: 'All parties with their aliases.',
    input: nothing,
    output: z.array(partySchema),
    reads: ['parties', 'annotations'],
  }),
  'parties.similar': query({
    doc: 'Pairs of parties whose names or aliases look alike, most alike first: suggestions to merge.',
    input: nothing,
    output: z.array(similarPartiesSchema),
    reads: ['parties'],
  }),
  'parties.create': mutation({
    doc: 'Adds a party.',
    input: partyFieldsSchema.partial().required({ name: true }),
    output: partySchema,
    touches: ['parties'],
  }),
  'parties.update': mutation({
    doc: 'Changes a party; `aliases` and `affiliations` replace the whole list.',
    input: z.strictObject({ id: idSchema, patch: partyFieldsSchema.partial() }),
    output: partySchema,
    touches: ['parties', 'annotations'],
  }),
  'parties.move': mutation({
    doc: 'Moves a party with what is beneath it to another place in the tree; never beneath itself.',
    input: moveInputSchema,
    output: partySchema,
    touches: ['parties'],
  }),
  'parties.previewMerge': query({
    doc: 'What merging one party into another would do.',
    input: mergeInputSchema,
    output: mergePreviewSchema,
    reads: ['parties', 'annotations', 'threads'],
  }),
  'parties.merge': mutation({
    doc: 'Makes two parties one: the merged one lives on as aliases; its annotations, threads, affiliations and children go over.',
    input: mergeInputSchema,
    output: z.object({ annotations: z.int(), into: partySchema }),
    touches: ['parties', 'annotations', 'threads'],
  }),
  'parties.previewRemove': query({
    doc: 'What removing a party would do.',
    input: byId,
    output: removePreviewSchema,
    reads: ['parties', 'annotations', 'threads'],
  }),
  'parties.remove': mutation({
    doc: 'Removes a party; its annotations stay without it, the parties beneath move up.',
    input: byId,
    output: z.object({ annotations: z.int() }),
    touches: ['parties', 'annotations', 'threads'],
  }),
} as const
