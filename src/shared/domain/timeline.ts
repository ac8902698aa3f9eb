/**
 * Timeline: statements as marks on an axis of days, in a lane for each party. Days are counted from 1970-01-01. What is too much to be drawn
 * one by one is counted in bins instead; nothing is left out without a number that says so.
 */
import { z } from 'zod'
import { stanceSchema } from './annotation.ts'
import { partyLevelSchema } from './compare.ts'
import { filterSchema } from './filter.ts'
import { idSchema } from './ids.ts'
import { memberRoleSchema, threadKindSchema } from './thread.ts'

/** More marks than this are counted in bins: no screen and no eye takes them one by one. */
export const MOST_MARKS = 20_000

export const timelineInputSchema = z.strictObject({
  filter: filterSchema.default({}),
  level: partyLevelSchema.default('side'),
  /** With more marks than this the answer is in bins. */
  limit: z.int().min(0).max(MOST_MARKS).default(MOST_MARKS),
})

/** Principals come first, then everyone else, then those who mediate; what nobody is named for stands last. */
export const laneGroupSchema = z.enum(['principal', 'other', 'mediator', 'unnamed'])

export const laneSchema = z.object({
  /** null: statements without a speaker. */
  partyId: idSchema.nullable(),
  group: laneGroupSchema,
  /** All its statements, those without a date included. */
  statements: z.int(),
  /** Those without a date, which stand nowhere on the axis. */
  undated: z.int(),
})
export type Lane = z.infer<typeof laneSchema>

export const markSchema = z.object({
  id: idSchema,
  /** Index into the lanes. */
  lane: z.int(),
  /** First and last day that its date can mean; the same day but for dates that only name a month or a year. */
  first: z.int(),
  last: z.int(),
  precision: z.enum(['day', 'month', 'year']),
  /** Whether the text says the date, or it is only that of the publication. */
  dateFrom: z.enum(['statement', 'publication']),
  tagId: idSchema,
  /** What it is about: that which a stance supports or opposes. */
  issueIds: z.array(idSchema).default([]),
  stance: stanceSchema.nullable(),
  intensity: z.int().nullable(),
  important: z.boolean(),
  threadIds: z.array(idSchema),
})
export type Mark = z.infer<typeof markSchema>

/** Statements of one lane between two days, the days included; a date that names a month or a year counts in the bin of its first day. */
export const binSchema = z.object({
  lane: z.int(),
  first: z.int(),
  last: z.int(),
  statements: z.int(),
  tags: z.array(z.object({ tagId: idSchema, statements: z.int() })),
})
export type Bin = z.infer<typeof binSchema>

/** A thread as far as it has marks here, in order of time. */
export const timelineThreadSchema = z.object({
  id: idSchema,
  kind: threadKindSchema,
  title: z.string(),
  members: z.array(z.object({ id: idSchema, role: memberRoleSchema })),
})
export type TimelineThread = z.infer<typeof timelineThreadSchema>

export const timelineSchema = z.object({
  lanes: z.array(laneSchema),
  /** In order of time. Empty where there are bins. */
  marks: z.array(markSchema),
  threads: z.array(timelineThreadSchema),
  /** In place of the marks, where there are more than the limit: by lane, then by day. */
  bins: z.object({ unit: z.enum(['day', 'week', 'month']), bins: z.array(binSchema) }).nullable(),
  /** First and last day of all that is dated; null where nothing is. */
  first: z.int().nullable(),
  last: z.int().nullable(),
  /** All statements that pass the filter, and those among them without a date. */
  statements: z.int(),
  undated: z.int(),
  /** The day it is here and now. */
  today: z.int(),
})
export type Timeline = z.infer<typeof timelineSchema>
