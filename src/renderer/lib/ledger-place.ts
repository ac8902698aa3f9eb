/** What the address of the ledger holds: which threads are looked at, how sorted and grouped, and which of its three views is on. */
import { z } from 'zod'
import { filterSchema } from '../../shared/domain/filter.ts'
import { threadKindSchema, threadStatusSchema } from '../../shared/domain/thread-status.ts'

export const LEDGER_COLUMNS = [
  'title',
  'kind',
  'status',
  'deadline',
  'parties',
  'issue',
  'raised',
  'heard',
  'answers',
  'open',
  'outlets',
  'members',
  'criterion',
  'monitor',
] as const
export const ledgerColumnSchema = z.enum(LEDGER_COLUMNS)
export type LedgerColumn = z.infer<typeof ledgerColumnSchema>

export const ledgerGroupSchema = z.enum(['owner', 'addressee', 'kind', 'status', 'issue'])
export type LedgerGroup = z.infer<typeof ledgerGroupSchema>

/** The threads one after the other; what was promised, as a monitor reads it; threads that are proposed. */
export const ledgerViewSchema = z.enum(['threads', 'compliance', 'proposals'])
export type LedgerViewName = z.infer<typeof ledgerViewSchema>

/** What does not parse is dropped, never an error. */
export const ledgerPlaceSchema = z.object({
  view: ledgerViewSchema.optional().catch(undefined),
  filter: filterSchema.optional().catch(undefined),
  /** None: threads of every kind. */
  kind: threadKindSchema.optional().catch(undefined),
  statuses: z.array(threadStatusSchema).max(20).optional().catch(undefined),
  text: z.string().max(1_000).optional().catch(undefined),
  /** None: overdue first, then unanswered, then what was heard last. */
  sort: z
    .array(z.object({ column: ledgerColumnSchema, descending: z.boolean() }))
    .max(3)
    .optional()
    .catch(undefined),
  group: ledgerGroupSchema.optional().catch(undefined),
})
export type LedgerPlace = z.infer<typeof ledgerPlaceSchema>
export type LedgerSort = NonNullable<LedgerPlace['sort']>
