/**
 * Network of parties: who agrees with whom, and who stands against whom, over how many issues. Congruence and conflict are those of
 * discourse network analysis (P. Leifeld, "Discourse Network Analysis: Policy Debates as Dynamic Networks", in: The Oxford Handbook of
 * Political Networks, 2017) as the program Discourse Network Analyzer computes them with a binary qualifier and repeated statements counted
 * once. A position is an issue that a party supports, or one that it opposes. Whether it does is asked of its current stance, or of all that
 * it ever said; there, who did both to one issue holds two positions, and counts with both.
 */
import { z } from 'zod'
import { partyLevelSchema } from './compare.ts'
import { filterSchema } from './filter.ts'
import { idSchema } from './ids.ts'

/** Most parties of one network: those with most statements. */
export const MOST_NETWORK_PARTIES = 500

/**
 * What both counts of a pair are divided by. `none`: nothing. `activity`: the mean number of positions of the two, "average activity" in the
 * program and the simple method of the chapter. `jaccard`: the different positions of both together, shared ones counted once. `cosine`: the
 * geometric mean of their numbers, so that congruence is the cosine of their positions; the program divides by the product itself instead.
 */
export const normalisationSchema = z.enum(['none', 'activity', 'jaccard', 'cosine'])
export type Normalisation = z.infer<typeof normalisationSchema>

/**
 * What makes a side. `current`: the stance that the matrix shows for party and issue, by its rules or as the analyst reads it; who now says
 * "on conditions" takes no side, whatever it said before. `all`: every statement within the filter, as Discourse Network Analyzer counts.
 * Current stances are what is meant where nothing is said, in the window, in scripts and in files alike: the same question gives the same
 * numbers everywhere, and a file says which it was.
 */
export const networkBasisSchema = z.enum(['current', 'all'])
export type NetworkBasis = z.infer<typeof networkBasisSchema>

export const networkInputSchema = z.strictObject({
  filter: filterSchema.default({}),
  level: partyLevelSchema.default('side'),
  basis: networkBasisSchema.default('current'),
  normalisation: normalisationSchema.default('none'),
})

export const networkNodeSchema = z.object({
  partyId: idSchema,
  /** Statements that support or oppose, whatever the basis. */
  statements: z.int(),
  supports: z.int(),
  opposes: z.int(),
  positions: z.int(),
})
export type NetworkNode = z.infer<typeof networkNodeSchema>

export const networkEdgeSchema = z.object({
  /** The party that stands first in the codebook, and the other. */
  a: idSchema,
  b: idSchema,
  /** How many positions they share; over how many issues one supports what the other opposes (twice where each did both). */
  agreed: z.int(),
  opposed: z.int(),
  /** The same, divided as asked. */
  congruence: z.number(),
  conflict: z.number(),
})
export type NetworkEdge = z.infer<typeof networkEdgeSchema>

export const networkSchema = z.object({
  /** In the order of the codebook. Parties without a position are not among them. */
  nodes: z.array(networkNodeSchema),
  edges: z.array(networkEdgeSchema),
  /** Statements that pass the filter and take no side on an issue, were denied, or have no speaker. */
  left: z.int(),
  /** Parties that are left out because there are more than MOST_NETWORK_PARTIES. */
  beyond: z.int(),
})
export type Network = z.infer<typeof networkSchema>

export const networkPairInputSchema = networkInputSchema.omit({ normalisation: true }).extend({ a: idSchema, b: idSchema })

/** The issues behind the two counts of a pair, in the order of the codebook. */
export const networkPairSchema = z.object({
  agreed: z.array(z.object({ issueId: idSchema, stance: z.enum(['supports', 'opposes']) })),
  opposed: z.array(z.object({ issueId: idSchema, supporterId: idSchema })),
})
export type NetworkPair = z.infer<typeof networkPairSchema>
