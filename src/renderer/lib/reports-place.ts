/** What the address of the Reports screen holds when one comes there from another view: what the report is about. It goes into the draft. */
import { z } from 'zod'
import { partyLevelSchema } from '../../shared/domain/compare.ts'
import { filterSchema } from '../../shared/domain/filter.ts'
import { idSchema } from '../../shared/domain/ids.ts'
import { reportKindSchema } from '../../shared/domain/report.ts'

/** What does not parse is dropped, never an error. */
export const reportsPlaceSchema = z.object({
  kind: reportKindSchema.optional().catch(undefined),
  articles: z.array(idSchema).max(1_000).optional().catch(undefined),
  filter: filterSchema.optional().catch(undefined),
  level: partyLevelSchema.optional().catch(undefined),
  /** Whom a dossier is about. */
  party: idSchema.optional().catch(undefined),
  /** The days between which "what changed" looks. */
  since: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
})
export type ReportsPlace = z.infer<typeof reportsPlaceSchema>
