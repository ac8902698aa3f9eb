/** The filter of every view as options of the command line: the same choices as in the window, by names instead of ids. */
import { annotationStatusSchema, attributionSchema, confidenceSchema } from '../shared/domain/annotation.ts'
import { filterSchema, type Filter } from '../shared/domain/filter.ts'
import { idSchema } from '../shared/domain/ids.ts'
import type { Client } from '../shared/rpc/client.ts'
import { UsageError } from './console.ts'
import { findCoder, findCollection, findIssue, findParty, findTag } from './names.ts'
import { say } from './words.ts'

/** Options of a command that takes a filter. Those that may stand more than once widen; different ones narrow each other. */
export const FILTER_OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  tag: { type: 'string', multiple: true },
  party: { type: 'string', multiple: true },
  issue: { type: 'string', multiple: true },
  outlet: { type: 'string', multiple: true },
  collection: { type: 'string', multiple: true },
  article: { type: 'string', multiple: true },
  by: { type: 'string', multiple: true },
  status: { type: 'string', multiple: true },
  confidence: { type: 'string', multiple: true },
  attribution: { type: 'string', multiple: true },
  important: { type: 'boolean' },
  'story-once': { type: 'boolean' },
} as const

/** How a usage line names them. */
export const FILTER_USAGE = '[FILTER]'

/** The options as a filter. Throws UsageError naming what is off. */
export async function readFilter(client: Client, options: Record<string, unknown>): Promise<Filter> {
  const each = async <T>(name: string, find: (text: string) => Promise<T> | T): Promise<T[] | undefined> => {
    const texts = textsOf(options[name])
    return texts.length === 0 ? undefined : Promise.all(texts.map(find))
  }
  const oneOf = <T extends string>(name: string, words: readonly T[]) =>
    each(name, (text) => {
      const word = words.find((candidate) => candidate === text)
      if (word === undefined) throw new UsageError(say('cli.filter.oneOf', { option: name, words: words.join(', ') }))
      return word
    })
  const given = {
    from: options.from,
    to: options.to,
    tags: await each('tag', (text) => findTag(client, text)),
    parties: await each('party', (text) => findParty(client, text)),
    issues: await each('issue', (text) => findIssue(client, text)),
    outlets: await each('outlet', (text) => text),
    collections: await each('collection', (text) => findCollection(client, text)),
    articles: await each('article', articleId),
    coders: await each('by', (text) => findCoder(client, text)),
    statuses: await oneOf('status', annotationStatusSchema.options),
    confidences: await oneOf('confidence', confidenceSchema.options),
    attributions: await oneOf('attribution', attributionSchema.options),
    importantOnly: options.important === true ? true : undefined,
    storyOnce: options['story-once'] === true ? true : undefined,
  }
  const parsed = filterSchema.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
  if (!parsed.success) throw new UsageError(`--${String(parsed.error.issues[0]?.path[0])}: ${parsed.error.issues[0]?.message}`)
  const { from, to } = parsed.data
  if (from !== undefined && to !== undefined && to < from) throw new UsageError(say('cli.filter.backwards'))
  return parsed.data
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')

/** An --article as the number it must be. Throws UsageError. */
export function articleId(option: string): number {
  const id = idSchema.safeParse(Number(option))
  if (!id.success) throw new UsageError(say('cli.badArticle'))
  return id.data
}
