/** `articles`, `annotations`: what is in the library, for reading and for scripts. */
import type { ArticleSummary } from '../shared/domain/article.ts'
import type { Client } from '../shared/rpc/client.ts'
import { articleId } from './filter-options.ts'
import type { CommandSpec } from './command.ts'
import { withLibrary } from './library.ts'
import { codebookNames, line } from './table.ts'

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

/** Every article, page by page: a script must not take the first page for the whole. */
async function allArticles(client: Client, filter: { text?: string }): Promise<ArticleSummary[]> {
  const items: ArticleSummary[] = []
  for (;;) {
    const page = await client.call('articles.list', { ...filter, limit: PAGE, offset: items.length })
    items.push(...page.items)
    if (page.items.length < PAGE) return items
  }
}
