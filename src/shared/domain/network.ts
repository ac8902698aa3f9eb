/**
 * Network of parties: who agrees with whom, and who stands against whom, over how many issues. Congruence and conflict as Discourse
 * Network Analyzer defines them (P. Leifeld, "Discourse Network Analysis: Policy Debates as Dynamic Networks", in: The Oxford Handbook of
 * Political Networks, 2017). A party that supports and opposes one issue counts with both.
 */
import { z } from 'zod'
import { partyLevelSchema } from './compare.ts'
import { filterSchema } from './filter.ts'
import { idSchema } from './ids.ts'

/**
 * What a count is divided by. `none`: nothing. `activity`: the mean number of positions of the two ("average activity"). `jaccard`: the
 * positions of both taken together. `cosine`: the geometric mean. A position is an issue that is supported, or one that is opposed.
 */
export const normalisationSchema = z.enum(['none', 'activity', 'jaccard', 'cosine'])
export type Normalisation = z.infer<typeof normalisationSchema>

export const networkInputSchema = z.strictObject({
  filter: filterSchema.default({}),
  level: partyLevelSchema.default('side'),
  normalisation: normalisationSchema.default('none'),
})

export const networkNodeSchema = z.object({
  partyId: idSchema,
  /** Statements that support or oppose. */
  statements: z.int(),
  supports: z.int(),
  opposes: z.int(),
})
export type NetworkNode = z.infer<typeof networkNodeSchema>

export const networkEdgeSchema = z.object({
  /** The party that stands first in the codebook, and the other. */
  a: idSchema,
  b: idSchema,
  /** Issues that both support, and both oppose; issues on which one supports and the other opposes. */
  agreed: z.array(z.object({ issueId: idSchema, stance: z.enum(['supports', 'opposes']) })),
  opposed: z.array(z.object({ issueId: idSchema, supporterId: idSchema })),
  /** Their numbers, divided as asked. */
  congruence: z.number(),
  conflict: z.number(),
})
export type NetworkEdge = z.infer<typeof networkEdgeSchema>

export const networkSchema = z.object({
  nodes: z.array(networkNodeSchema),
  edges: z.array(networkEdgeSchema),
  /** Statements that pass the filter and take no side on an issue, or have no speaker. */
  left: z.int(),
})
export type Network = z.infer<typeof networkSchema>
