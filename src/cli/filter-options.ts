/** The filter options that several commands share. */
import { filterSchema, type Filter } from '../shared/domain/filter.ts'
import { idSchema } from '../shared/domain/ids.ts'
import type { Client } from '../shared/rpc/client.ts'
import { UsageError } from './console.ts'
import { say } from './words.ts'

/** --from, --to, --tag, --article and --story-once as a filter. Throws UsageError naming what is off. */
export async function readFilter(client: Client, options: Record<string, unknown>): Promise<Filter> {
  const tags = typeof options.tag === 'string' ? [await tagId(client, options.tag)] : undefined
  const articles = typeof options.article === 'string' ? [articleId(options.article)] : undefined
  const storyOnce = options['story-once'] === true ? true : undefined
  const given = { from: options.from, to: options.to, tags, articles, storyOnce }
  const parsed = filterSchema.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
  if (!parsed.success) throw new UsageError(`--${String(parsed.error.issues[0]?.path[0])}: ${parsed.error.issues[0]?.message}`)
  return parsed.data
}

/** An --article as the number it must be. Throws UsageError. */
export function articleId(option: string): number {
  const id = idSchema.safeParse(Number(option))
  if (!id.success) throw new UsageError(say('cli.badArticle'))
  return id.data
}

async function tagId(client: Client, name: string): Promise<number> {
  const tags = await client.call('tags.list', {})
  const tag = tags.find((candidate) => candidate.code === name || candidate.name.toLowerCase() === name.toLowerCase())
  if (!tag) throw new UsageError(say('cli.unknownTag', { name, tags: tags.map((candidate) => candidate.code).join(', ') }))
  return tag.id
}
