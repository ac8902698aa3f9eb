/** `search`: what the search box finds, for reading and for scripts. What is off in the query goes to stderr, with its place. */
import { searchOrderSchema, type FoundArticle, type SearchResult } from '../shared/domain/search.ts'
import type { CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { whenIndexed, withLibrary } from './library.ts'
import { line as tableLine } from './table.ts'
import { say } from './words.ts'

const PAGE = 100
const HITS = 1_000

export const searchCommand: CommandSpec = {
  name: 'search',
  usage: 'search QUERY --library FILE [--order newest|oldest|relevance] [--limit N]',
  words: 1,
  options: { order: { type: 'string' }, limit: { type: 'string' } },
  example: `parley search '"monitoring mechanism" after:2025-10' --library talks.parley --json`,
  run: ({ positionals, options, json, out }) =>
    withLibrary(options, async ({ client }) => {
      const [query] = positionals
      if (query === undefined) throw new UsageError(say('cli.search.needsQuery'))
      const order = searchOrderSchema.safeParse(options.order ?? 'newest').data
      if (order === undefined) throw new UsageError(say('cli.search.badOrder'))
      const limit = Number(options.limit ?? 1_000)
      if (!Number.isSafeInteger(limit) || limit < 1) throw new UsageError(say('cli.search.badLimit'))
      await whenIndexed(client)
      const articles: FoundArticle[] = []
      let first: SearchResult | null = null
      for (let after: string | null = null; articles.length < limit;) {
        const page: SearchResult = await client.call('search.run', {
          query,
          order,
          limit: Math.min(PAGE, limit - articles.length),
          hits: HITS,
          after,
        })
        first ??= page
        articles.push(...page.articles)
        after = page.next
        if (after === null) break
      }
      const problems = first?.problems ?? []
      for (const { code, start, end, details } of problems)
        out.error(`${start}-${end}: ${say(`search.problem.${code}`, { piece: query.slice(start, Math.min(end, start + 40)), ...details })}`)
      const total = first?.total ?? 0
      // What was cut of an article says so itself; an article left out by the limit was asked for.
      const cut = articles.filter((article) => article.cut || article.count > article.hits.length).length
      const complete = (first?.complete ?? true) && cut === 0
      if (first?.complete === false) out.error(say('search.stopped'))
      if (first?.index.complete === false) out.error(say('cli.search.indexing'))
      if (first?.ranked !== undefined) out.error(say('search.ranked', { count: first.ranked }))
      if (cut > 0) out.error(say('cli.search.cut', { count: cut }))
      if (total > articles.length) out.error(say('cli.search.limited', { shown: articles.length, total }))
      if (json) return out.json({ query, total, complete, problems, articles })
      for (const { id, title, hits } of articles)
        for (const { kind, start, end, line } of hits)
          out.text(tableLine([id, title, kind, start === null ? '-' : `${start}-${end}`, line.text]))
    }),
}
