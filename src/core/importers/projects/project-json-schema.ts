/**
 * The project of a library as JSON, as it may come in: everything is checked, as it was written by anybody. Strict where a value that is not
 * understood would be lost; references to what is not there are found later, when the project is brought in, and counted there.
 */
import { z } from 'zod'
import { annotationCodingSchema, MOST_LINKS, stanceSchema } from '../../../shared/domain/annotation.ts'
import {
  codingStatusSchema,
  credibilitySchema,
  directionSchema,
  languageSchema,
  reliabilitySchema,
  urlSchema,
} from '../../../shared/domain/article.ts'
import { partyLevelSchema, trendKindSchema } from '../../../shared/domain/compare.ts'
import { endsInOrder, eventKindSchema } from '../../../shared/domain/event.ts'
import { uidSchema } from '../../../shared/domain/ids.ts'
import { notTextKindSchema } from '../../../shared/domain/not-text.ts'
import { partialDateSchema } from '../../../shared/domain/partial-date.ts'
import { fieldValueSchema } from '../../../shared/domain/tag-field.ts'
import { checkResultSchema, memberRoleSchema, threadKindSchema, threadStatusSchema } from '../../../shared/domain/thread-status.ts'
import { fileIssueSchema, filePartySchema, fileTagSchema } from '../../codebook/file.ts'
import { bytesHash } from '../fingerprint.ts'

/** Raised when a later version writes what this one would misread. */
export const PROJECT_JSON_VERSION = 1
export const PROJECT_JSON_FORMAT = 'Parley project'

/** SHA-256 (hex) of the very text, in UTF-8: by it a text that stands elsewhere is known again. */
export const presentHash = (text: string): string => bytesHash(new TextEncoder().encode(text))

const key = z.string().min(1).max(300)
const uid = uidSchema
const name = z.string().trim().min(1).max(300)
const words = z.string().max(1_000_000)
const wordsOrNull = words.nullable()
const text = z.string().min(1).max(100_000_000)
const offset = z.int().min(0)
const moment = z.int().min(-8_640_000_000_000_000).max(8_640_000_000_000_000)
const place = z.int().min(0).nullable()
const coder = z.string().max(1_000).nullable()
const list = <S extends z.ZodType>(schema: S) => z.array(schema).max(1_000_000)
const pages = z.array(z.strictObject({ start: offset, label: z.string().max(50) })).max(50_000)

const revision = z.strictObject({
  uid,
  number: z.int().min(1),
  /** Left out of the last one, which is the text of the article. */
  text: text.optional(),
  pages: pages.nullable(),
  part: z.int().min(1).nullish(),
  note: wordsOrNull,
  coder,
  addedAt: moment,
  file: place,
})

const article = z.strictObject({
  key,
  uid,
  /** The text itself, or its length and hash where it stands elsewhere. */
  text: text.optional(),
  textHash: z.hex().length(64).optional(),
  textLength: z.int().min(1).optional(),
  title: wordsOrNull,
  outlet: wordsOrNull,
  author: wordsOrNull,
  url: urlSchema.nullable().catch(null),
  published: partialDateSchema.nullable().catch(null),
  language: languageSchema.nullable().catch(null),
  direction: directionSchema,
  note: wordsOrNull.optional(),
  details: z.record(z.string().max(1_000), words).optional(),
  pages: pages.optional(),
  notText: list(z.strictObject({ start: offset, end: offset, kind: notTextKindSchema })).optional(),
  more: z
    .strictObject({
      translatedFrom: languageSchema.nullable(),
      reliability: reliabilitySchema.nullable(),
      credibility: credibilitySchema.nullable(),
      status: codingStatusSchema,
    })
    .partial()
    .optional(),
  file: place,
  revisions: z.array(revision).min(1).max(10_000),
  collections: list(key).optional(),
  story: key.nullish(),
  addedAt: moment.optional(),
  /** Its text is the quotes alone. */
  isExcerpt: z.literal(true).optional(),
})

const entry = <S extends z.ZodType>(more: S) =>
  z.strictObject({
    key,
    uid,
    name,
    parent: key.nullable(),
    definition: words.optional(),
    colour: z.string().max(20).nullish(),
    more: more.optional(),
  })

const annotation = annotationCodingSchema.partial().extend({
  key,
  uid,
  article: key,
  start: offset,
  end: offset,
  tag: key.nullable(),
  speaker: key.nullish(),
  onBehalfOf: key.nullish(),
  targets: z.array(key).max(MOST_LINKS).optional(),
  issues: z.array(key).max(MOST_LINKS).optional(),
  fields: z.record(z.string().max(300), fieldValueSchema).optional(),
  // Cut to what a library takes when they are brought in.
  condition: wordsOrNull.optional(),
  consequence: wordsOrNull.optional(),
  deadline: wordsOrNull.optional(),
  translation: wordsOrNull.optional(),
  note: wordsOrNull.optional(),
  coder: coder.optional(),
  createdAt: moment.optional(),
  revision: z.int().min(1).optional(),
  gone: z.boolean().optional(),
})

const check = z.strictObject({
  uid,
  checked: partialDateSchema,
  result: checkResultSchema,
  note: words,
  by: key.nullable(),
  createdAt: moment,
  annotations: list(uid),
})

const thread = z.strictObject({
  key,
  uid,
  kind: threadKindSchema,
  title: z.string().trim().min(1).max(10_000),
  criterion: wordsOrNull,
  deadline: wordsOrNull,
  schedule: wordsOrNull,
  measure: wordsOrNull,
  standard: wordsOrNull,
  monitor: wordsOrNull,
  note: wordsOrNull,
  owner: key.nullable(),
  addressee: key.nullable(),
  issue: key.nullable(),
  statusOverride: threadStatusSchema.nullable(),
  statusReason: wordsOrNull,
  statusBy: z
    .strictObject({ coder, at: moment.nullable(), seen: z.strictObject({ members: list(uid), checks: list(uid) }).nullable() })
    .nullable(),
  createdAt: moment,
  members: list(z.strictObject({ annotation: uid, role: memberRoleSchema })),
  checks: list(check),
})

const event = z
  .strictObject({
    uid,
    title: z.string().trim().min(1).max(10_000),
    kind: eventKindSchema,
    starts: partialDateSchema,
    ends: partialDateSchema.nullable(),
    place: words,
    note: words,
    createdAt: moment,
  })
  .refine(({ starts, ends }) => endsInOrder(starts, ends))

const cell = {
  uid,
  level: partyLevelSchema,
  issue: key.nullable(),
  party: key,
  seen: list(uid),
  coder,
  writtenAt: moment,
}
const removed = list(uid).optional().default([])

const library = z.strictObject({
  threads: list(thread),
  collections: list(z.strictObject({ key, uid, name: z.string().trim().min(1).max(10_000), parent: key.nullable() })),
  stories: list(z.strictObject({ key, uid })),
  apart: list(z.tuple([key, key])),
  events: list(event),
  summaries: list(z.strictObject({ ...cell, text: words.min(1), quotes: list(z.strictObject({ annotation: uid, number: z.int() })) })),
  readings: list(
    z
      .strictObject({ ...cell, stance: stanceSchema.nullable(), trend: trendKindSchema.nullable(), reason: words.min(1) })
      .refine(({ stance, trend }) => stance !== null || trend !== null),
  ),
  threadsApart: list(z.tuple([uid, uid])),
  removed: z.strictObject({
    articles: removed,
    annotations: removed,
    tags: removed,
    issues: removed,
    parties: removed,
    threads: removed,
    collections: removed,
    stories: removed,
  }),
})

export const projectJsonSchema = z.strictObject({
  format: z.string(),
  version: z.int(),
  origin: z.string().max(300),
  name: z.string().max(1_000),
  articles: list(article),
  tags: list(entry(fileTagSchema.omit({ path: true, uid: true }))),
  issues: list(entry(fileIssueSchema.omit({ path: true, uid: true }))),
  parties: list(entry(filePartySchema.omit({ path: true, uid: true }))),
  annotations: list(annotation),
  library,
  files: z
    .array(
      z.strictObject({ name: z.string().max(1_000), mediaType: z.string().max(200), encoding: z.string().max(100), base64: z.base64() }),
    )
    .max(1_000_000),
})
export type ProjectJson = z.infer<typeof projectJsonSchema>
