/** Procedures about checks: what was found when somebody looked whether a promise was kept. Checks come with `threads.get`. */
import { z } from 'zod'
import { idSchema } from '../../domain/ids.ts'
import { checkInputSchema, checkPatchSchema, checkSchema } from '../../domain/thread-status.ts'
import { done, mutation } from '../define.ts'
import { byId } from './by-id.ts'

export const checksProcedures = {
  'checks.add': mutation({
    doc: 'Records a check of a thread, with the statements that show it.',
    input: checkInputSchema,
    output: checkSchema,
    touches: ['threads', 'parties'],
  }),
  'checks.update': mutation({
    doc: 'Changes a check; `annotationIds` replaces the whole list.',
    input: z.strictObject({ id: idSchema, patch: checkPatchSchema }),
    output: checkSchema,
    touches: ['threads', 'parties'],
  }),
  'checks.remove': mutation({ doc: 'Removes a check; its evidence stays annotated.', input: byId, output: done, touches: ['threads'] }),
} as const
