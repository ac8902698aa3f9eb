/** What resources/sample/library.json looks like: all names and paths in it, ids nowhere. */
import { z } from 'zod'
import { annotationCodingSchema, stanceSchema } from '../shared/domain/annotation.ts'
import { articleMetadataSchema } from '../shared/domain/article.ts'
import { hueSchema } from '../shared/domain/codebook.ts'
import { partyLevelSchema, trendKindSchema } from '../shared/domain/compare.ts'
import { partialDateSchema } from '../shared/domain/partial-date.ts'
import { partyKindSchema, partyRoleSchema, aliasSchema } from '../shared/domain/party.ts'
import { eventInputSchema } from '../shared/domain/event.ts'
import { checkInputSchema } from '../shared/domain/thread-status.ts'
import { memberRoleSchema, threadKindSchema } from '../shared/domain/thread.ts'

const path = z.array(z.string()).min(1)
export const sampleSchema = z.object({
  name: z.string(),
  coder: z.string(),
  parties: z.array(
    z.object({
      name: z.string(),
      kind: partyKindSchema,
      role: partyRoleSchema,
      parent: z.string().nullable(),
      note: z.string().nullish(),
      aliases: z.array(aliasSchema),
      affiliations: z
        .array(z.object({ with: z.string(), since: partialDateSchema.nullable(), until: partialDateSchema.nullable(), note: z.string() }))
        .default([]),
    }),
  ),
  issues: z.array(z.object({ path, definition: z.string(), useWhen: z.string(), useNot: z.string(), hue: hueSchema.optional() })),
  /** Annotations, by their key, that show what a tag (by code) or an issue means. */
  examples: z.array(z.object({ tag: z.string().optional(), issue: path.optional(), annotation: z.string() })),
  articles: z.array(
    articleMetadataSchema
      .pick({
        title: true,
        outlet: true,
        author: true,
        published: true,
        url: true,
        language: true,
        reliability: true,
        credibility: true,
        note: true,
      })
      .extend({
        file: z.string(),
        annotations: z.array(
          annotationCodingSchema.partial().extend({ key: z.string(), quote: z.string(), occurrence: z.int().positive(), tag: z.string() }),
        ),
      }),
  ),
  /** What the analyst says of a cell, and the annotations, by their keys, that it rests on. */
  summaries: z
    .array(z.object({ party: z.string(), issue: path.nullable(), level: partyLevelSchema, text: z.string(), quotes: z.array(z.string()) }))
    .default([]),
  /** Where the analyst reads a cell otherwise than the rules. */
  readings: z
    .array(
      z.object({
        party: z.string(),
        issue: path,
        level: partyLevelSchema,
        stance: stanceSchema.nullable(),
        trend: trendKindSchema.nullable(),
        reason: z.string(),
      }),
    )
    .default([]),
  threads: z.array(
    z.object({
      kind: threadKindSchema,
      title: z.string(),
      owner: z.string().nullable(),
      addressee: z.string().nullable(),
      issue: path.nullable(),
      criterion: z.string().nullable(),
      deadline: z.string().nullable(),
      schedule: z.string().nullish(),
      measure: z.string().nullish(),
      standard: z.string().nullish(),
      monitor: z.string().nullable(),
      /** What was found when somebody looked, with the annotations that show it. */
      checks: z
        .array(
          checkInputSchema
            .pick({ checked: true, result: true })
            .extend({ by: z.string().nullable(), note: z.string(), annotations: z.array(z.string()) }),
        )
        .default([]),
      members: z.array(z.object({ annotation: z.string(), role: memberRoleSchema })),
    }),
  ),
  /** What happened between and around the articles: bands of the timeline. */
  events: z.array(eventInputSchema),
})
export type Sample = z.infer<typeof sampleSchema>
