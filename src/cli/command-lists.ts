/** `articles`, `annotations`, `compare`: what is in the library, for reading and for scripts. */
import type { ArticleSummary } from '../shared/domain/article.ts'
import { PATH_SEPARATOR } from '../shared/domain/codebook.ts'
import type { Client } from '../shared/rpc/client.ts'
import { articleId, readFilter } from './filter-options.ts'
import type { CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { withLibrary } from './library.ts'
import { say } from './words.ts'

const PAGE = 5_000

export const articlesCommand: CommandSpec = {
  name: 'articles',
  usage: 'articles --library FILE [--text WORDS]',
  options: { text: { type: 'string' } },
  example: 'parley articles --library talks.parley --json',
  run: ({ options, json, out }) =>
    withLibrary(options, async ({ client }) => {
      const text = typeof options.text === 'string' ? { text: options.text } : {}
      const items = await allArticles(client, text)
      if (json) out.json(items)
      else
        items.forEach((article) =>
          out.text(line([article.id, article.published ?? '-', article.outlet ?? '-', article.title, article.annotations])),
        )
    }),
}

export const annotationsCommand: CommandSpec = {
  name: 'annotations',
  usage: 'annotations --library FILE [--article ID]',
  options: { article: { type: 'string' } },
  example: 'parley annotations --article 1 --library talks.parley --json',
  run: ({ options, json, out }) =>
    withLibrary(options, async ({ client }) => {
      const filter = typeof options.article === 'string' ? { articles: [articleId(options.article)] } : {}
      const annotations = await client.call('annotations.list', { filter, limit: 200_000 })
      if (json) return out.json(annotations)
      const names = await codebookNames(client)
      annotations.forEach((annotation) => {
        const speaker = annotation.speakerId === null ? '-' : (names.parties.get(annotation.speakerId) ?? '-')
        out.text(
          line([
            annotation.id,
            annotation.articleId,
            `${annotation.start}-${annotation.end}`,
            names.tags.get(annotation.tagId) ?? '-',
            speaker,
            annotation.quote,
          ]),
        )
      })
    }),
}

export const compareCommand: CommandSpec = {
  name: 'compare',
  usage: 'compare --library FILE [--level speaker|side] [--from DAY] [--to DAY] [--tag NAME] [--story-once]',
  options: {
    level: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    tag: { type: 'string' },
    'story-once': { type: 'boolean' },
  },
  example: 'parley compare --library talks.parley --level side --json',
  run: ({ options, json, out }) =>
    withLibrary(options, async ({ client }) => {
      const level = options.level ?? 'side'
      if (level !== 'speaker' && level !== 'side') throw new UsageError(say('cli.compare.badLevel'))
      const matrix = await client.call('compare.matrix', { level, filter: await readFilter(client, options) })
      if (json) return out.json(matrix)
      const names = await codebookNames(client)
      out.text(line(['', ...matrix.columns.map((column) => names.parties.get(column.partyId) ?? '')]))
      matrix.rows.forEach((row) => {
        const cells = matrix.columns.map((column) =>
          matrix.cells.find((cell) => cell.issueId === row.issueId && cell.partyId === column.partyId),
        )
        const label = row.issueId === null ? say('compare.noIssue') : (names.issues.get(row.issueId) ?? '')
        out.text(line([label, ...cells.map((cell) => (cell ? `${cell.statements}${cell.stance ? ` ${cell.stance}` : ''}` : '·'))]))
      })
    }),
}

/** A line of a table. What would break it, or steer a terminal, becomes a space: names and titles may hold anything. */
const line = (cells: readonly (string | number)[]): string => cells.map((cell) => String(cell).replaceAll(/[\s\p{Cc}]+/gu, ' ')).join('\t')

/** Every article, page by page: a script must not take the first page for the whole. */
async function allArticles(client: Client, filter: { text?: string }): Promise<ArticleSummary[]> {
  const items: ArticleSummary[] = []
  for (;;) {
    const page = await client.call('articles.list', { ...filter, limit: PAGE, offset: items.length })
    items.push(...page.items)
    if (page.items.length < PAGE) return items
  }
}

async function codebookNames(client: Client) {
  const [tags, parties, issues] = await Promise.all([
    client.call('tags.list', {}),
    client.call('parties.list', {}),
    client.call('issues.list', {}),
  ])
  return {
    tags: new Map(tags.map((tag) => [tag.id, tag.name])),
    parties: new Map(parties.map((party) => [party.id, party.name])),
    issues: new Map(issues.map((issue) => [issue.id, issue.path.join(PATH_SEPARATOR)])),
  }
}
