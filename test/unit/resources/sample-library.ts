/**
 * What resources/sample/library.json must look like, as zod schemas, and the sample library loaded with its articles' texts.
 * Loading throws on the first field that does not fit, so a test file that imports this fails as a whole.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

/** The folder of the sample library. */
export const dir = resolve(import.meta.dirname, '../../../resources/sample')
/** Every tag of the shipped codebook. */
export const tags = ['demand', 'threat', 'position', 'offer', 'agreement', 'rejection', 'accusation', 'appeal', 'action'] as const

const line = z
  .string()
  .min(1)
  .regex(/^\S(.*\S)?$/u)
const text = line.nullable()
const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d([+-]\d\d:\d\d|Z))?)?)?$/)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const issuePath = z.array(line).min(1)

const Party = z.strictObject({
  name: line,
  kind: z.enum(['state', 'government', 'armed-group', 'organisation', 'person', 'mediator', 'media', 'other']),
  role: z.enum(['principal', 'mediator', 'observer', 'none']),
  parent: text,
  note: line,
  aliases: z.array(z.strictObject({ name: line, language: z.enum(['en', 'ur', 'fa-AF', 'zh-Hans']) })),
  affiliations: z
    .array(z.strictObject({ with: line, since: partialDate.nullable(), until: partialDate.nullable(), note: z.string() }))
    .optional(),
})
const Annotation = z.strictObject({
  key: slug,
  quote: line,
  occurrence: z.int().min(1),
  tag: z.enum(tags),
  speaker: line,
  onBehalfOf: text,
  targets: z.array(line),
  issues: z.array(issuePath).min(1),
  stance: z.enum(['supports', 'opposes', 'conditional', 'neutral', 'declined']).nullable(),
  intensity: z.int().min(1).max(5).nullable(),
  attribution: z.enum(['direct', 'paraphrase', 'anonymous', 'outlet', 'denied']).nullable(),
  reportedBy: z.array(line),
  stated: partialDate.nullable(),
  condition: text,
  consequence: text,
  deadline: text,
  confidence: z.enum(['low', 'medium', 'high']).nullable(),
  translation: text,
  translationLanguage: z.literal('en').nullable(),
  note: text,
  important: z.boolean(),
  status: z.enum(['draft', 'reviewed', 'disputed']),
})
const Reading = z.strictObject({
  party: line,
  issue: issuePath,
  level: z.enum(['speaker', 'organisation', 'side']),
  stance: z.enum(['supports', 'opposes', 'conditional', 'neutral', 'declined']).nullable(),
  trend: z.enum(['new', 'repeated', 'hardened', 'softened', 'reversed']).nullable(),
  reason: line,
})
const Article = z.strictObject({
  file: z.string().regex(/^\d\d-[a-z0-9-]+\.txt$/),
  title: line,
  outlet: line,
  author: line,
  published: partialDate,
  url: z
    .url()
    .regex(/^https:\/\/example\.invalid\//)
    .nullable(),
  language: z.enum(['en', 'ur', 'fa-AF', 'zh-Hans']),
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).nullable(),
  credibility: z.int().min(1).max(6).nullable(),
  note: text,
  annotations: z.array(Annotation).min(1),
})
const roles = [
  'raised',
  'repeated',
  'hardened',
  'softened',
  'conditioned',
  'accepted',
  'rejected',
  'withdrawn',
  'fulfilled',
  'violated',
  'carried-out',
  'denied',
] as const
const Thread = z.strictObject({
  kind: z.enum(['demand', 'threat', 'commitment', 'position']),
  title: line,
  owner: line,
  addressee: line,
  issue: issuePath,
  criterion: text,
  deadline: partialDate.nullable(),
  monitor: text,
  schedule: text.optional(),
  measure: text.optional(),
  standard: text.optional(),
  checks: z
    .array(
      z.strictObject({
        checked: partialDate,
        result: z.enum(['met', 'not-met', 'unclear']),
        by: line.nullable(),
        note: z.string(),
        annotations: z.array(slug),
      }),
    )
    .optional(),
  members: z.array(z.strictObject({ annotation: slug, role: z.enum(roles) })).min(4),
})
const Summary = z.strictObject({
  party: line,
  issue: issuePath,
  level: z.enum(['speaker', 'organisation', 'side']),
  text: z.string().min(1),
  quotes: z.array(slug).min(1),
})
const Event = z.strictObject({
  title: line,
  kind: z.enum(['round', 'ceasefire', 'agreement', 'incident', 'other']),
  starts: partialDate,
  ends: partialDate.nullable(),
  place: z.string(),
  note: z.string(),
})
const Library = z.strictObject({
  name: line,
  coder: line,
  parties: z.array(Party),
  issues: z.array(
    z.strictObject({ path: issuePath, definition: line, useWhen: z.string(), useNot: z.string(), hue: z.string().optional() }),
  ),
  articles: z.array(Article),
  examples: z.array(z.strictObject({ tag: z.enum(tags).optional(), issue: issuePath.optional(), annotation: slug })),
  summaries: z.array(Summary),
  readings: z.array(Reading),
  threads: z.array(Thread),
  events: z.array(Event),
})

/** The last line of every article, by language. */
export const marks = {
  en: 'Sample article written for Parley. The wording is invented.',
  ur: 'یہ نمونے کا مضمون Parley کے لیے لکھا گیا ہے۔ اس کے الفاظ فرضی ہیں۔',
  'fa-AF': 'این مقالهٔ نمونه برای Parley نوشته شده است. عبارت‌های آن ساختگی است.',
  'zh-Hans': '本文是为 Parley 编写的示例文章，文字纯属虚构。',
}

/** The bytes of a file of the sample, by its path inside the folder. */
export const readBytes = (name: string): Buffer => readFileSync(resolve(dir, name))
/** Strict UTF-8; a BOM stays in, so that a test can see it. */
export const decode = (bytes: Buffer): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
/** library.json, checked. */
export const library = Library.parse(JSON.parse(decode(readBytes('library.json'))))
/** The articles in file order, each with its text as it stands in the file. */
export const articles = library.articles.map((article) => ({ ...article, text: decode(readBytes(`articles/${article.file}`)) }))
/** All annotations, each with its article. */
export const annotations = articles.flatMap((article) => article.annotations.map((a) => ({ ...a, article })))
