/** Markdown: the text without its marks, and what the front matter says about it. */
import { canonicalText } from '../../../shared/text/canonical.ts'
import { decodeBytes } from '../decode.ts'
import { recogniseMetadata } from '../metadata/recognise.ts'
import { MAX_ARTICLE_BYTES } from '../plain-text.ts'
import { recordDate } from '../records/dates.ts'
import { collectDetails } from '../records/details.ts'
import type { FileReader, FoundArticle, Reading } from '../types.ts'
import { frontMatter, type FrontMatter } from './front-matter.ts'
import { markdownText } from './markdown-text.ts'

/** Names that front matter uses for what an article has a place for. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'headline'],
  author: ['author', 'authors', 'byline', 'creator'],
  published: ['date', 'published', 'publisheddate', 'published_at', 'published_time', 'created', 'datum'],
  url: ['url', 'link', 'source_url', 'canonical', 'canonical_url', 'permalink', 'source'],
  outlet: ['outlet', 'publication', 'publisher', 'site', 'site_name', 'website', 'newspaper', 'source'],
  language: ['language', 'lang', 'locale'],
}
/** Other names that are known by a name of ours. */
const DETAILS: Readonly<Record<string, string>> = { tags: 'keywords', keywords: 'keywords', categories: 'category', category: 'category' }

export const read: FileReader = async ({ bytes, encoding }): Promise<Reading> => {
  const format = 'markdown'
  if (bytes.length > MAX_ARTICLE_BYTES)
    return { kind: 'problem', format, problem: { code: 'too-large', details: { bytes: bytes.length, limit: MAX_ARTICLE_BYTES } } }
  const decoded = decodeBytes(bytes, encoding)
  if ('problem' in decoded) return { kind: 'problem', format, problem: { code: decoded.problem, details: decoded.details } }
  const source = canonicalText(decoded.text).text
  const front = frontMatter(source)
  const { text, captions, heading } = markdownText(source.slice(front.length))
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'problem', format, problem: { code: 'no-text', details: {} } }
  const said = fromFront(front)
  const { fields, language, direction } = await recogniseMetadata(text)
  const article: FoundArticle = {
    text,
    title: said.title ?? heading ?? fields.title?.value ?? null,
    author: said.author ?? fields.author?.value ?? null,
    outlet: said.outlet ?? fields.outlet?.value ?? null,
    url: said.url ?? fields.url?.value ?? null,
    published: said.published ?? fields.published?.value ?? null,
    language: said.language ?? language,
    direction,
    details: said.details,
    notText: captions.map((span) => ({ ...span, kind: 'caption' as const })),
  }
  return {
    kind: 'articles',
    format,
    mediaType: 'text/markdown',
    encoding: decoded.encoding,
    certainty: decoded.certainty,
    candidates: decoded.candidates,
    articles: [article],
    lost: decoded.replaced > 0 ? [{ code: 'bytes', count: decoded.replaced }] : [],
  }
}

type Said = Pick<FoundArticle, 'title' | 'author' | 'outlet' | 'url' | 'published' | 'language'> & {
  details: Readonly<Record<string, string>>
}

function fromFront({ fields }: FrontMatter): Said {
  const used = new Set<string>()
  const take = (field: string, as: (value: string) => string | null): string | null => {
    for (const [name, values] of fields) {
      const value = FIELDS[field]?.includes(name) ? as(values.join(field === 'author' ? ', ' : ' ')) : null
      if (value === null) continue
      used.add(name)
      return value
    }
    return null
  }
  const isAddress = (value: string): boolean => /^https?:\/\//i.test(value)
  const said = {
    title: take('title', (value) => value),
    author: take('author', (value) => value),
    published: take('published', (value) => recordDate(value)),
    url: take('url', (value) => (isAddress(value) ? value : null)),
    outlet: take('outlet', (value) => (isAddress(value) ? null : value)),
    language: take('language', (value) => (/^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i.test(value) ? value.replaceAll('_', '-') : null)),
  }
  const others = fields.filter(([name]) => !used.has(name)).map(([name, values]) => [DETAILS[name] ?? name, values.join('; ')] as const)
  return { ...said, details: collectDetails(others).values }
}
