/** What our own CSL-JSON says beyond CSL, under `custom.parley`: the time of a date, the grading, and details that CSL has no variable for. */
import { z } from 'zod'
import { credibilitySchema, reliabilitySchema } from '../../../shared/domain/article.ts'
import { partialDateSchema } from '../../../shared/domain/partial-date.ts'
import { isRecord } from '../tables/json-rows.ts'

const ownSchema = z.object({
  published: partialDateSchema.nullable().catch(null).default(null),
  translatedFrom: z.string().nullable().catch(null).default(null),
  reliability: reliabilitySchema.nullable().catch(null).default(null),
  credibility: credibilitySchema.nullable().catch(null).default(null),
  details: z.record(z.string(), z.string()).catch({}).default({}),
})

/** null for an item that is not of our own making. Values that cannot be what they should are as if they were not there. */
export function ownOf(item: Readonly<Record<string, unknown>>): z.output<typeof ownSchema> | null {
  const custom = item['custom']
  if (!isRecord(custom) || !isRecord(custom['parley'])) return null
  return ownSchema.safeParse(custom['parley']).data ?? null
}
