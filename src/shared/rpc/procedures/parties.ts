/** Procedures about parties. */
import { z } from 'zod'
import { idSchema } from '../../domain/ids.ts'
import { partyFieldsSchema, partySchema } from '../../domain/party.ts'
import { mutation, nothing, query } from '../define.ts'
import { byId } from './by-id.ts'

export const partiesProcedures = {
  'parties.list': query({
    doc: 'All parties with their aliases.',
    input: nothing,
    output: z.array(partySchema),
    reads: ['parties', 'annotations'],
  }),
  'parties.create': mutation({
    doc: 'Adds a party.',
    input: partyFieldsSchema.partial().required({ name: true }),
    output: partySchema,
    touches: ['parties'],
  }),
  'parties.update': mutation({
    doc: 'Changes a party; `aliases` replaces the whole list.',
    input: z.strictObject({ id: idSchema, patch: partyFieldsSchema.partial() }),
    output: partySchema,
    touches: ['parties', 'annotations'],
  }),
  'parties.remove': mutation({
    doc: 'Removes a party; its annotations stay without it, the parties beneath move up.',
    input: byId,
    output: z.object({ annotations: z.int() }),
    touches: ['parties', 'annotations', 'threads'],
  }),
} as const
