/**
 * RSS and Atom feeds: each entry is an article. Read as XML, but forgivingly: many feeds are not well-formed. Entities of a document type
 * are never resolved, and nothing that a feed points to is fetched.
 */
import type { FoundArticle, ImportLoss, ImportProblem } from '../types.ts'
import { boilerplateLines } from './boilerplate.ts'
import { feedParts, MOST_ENTRIES, type FeedValues } from './feed-xml.ts'
import { checkAttributes, PAGE_LIMITS, PageLimit } from './limits.ts'
import { mergedMetadata } from './merge.ts'
import type { PageFacts } from './page-facts.ts'
import { textOf } from './page-text.ts'
import { afterProlog } from './prolog.ts'
import { parsePage } from './tree.ts'
import { declaredDate, languageTag, LONGEST, oneLine, webAddress } from './values.ts'

const START = /^<(?:rss\b|rdf:RDF\b|(?:atom:)?feed\b)/i

/** True for markup that begins as a feed does. */
export const isFeed = (text: string): boolean => START.test(afterProlog(text.slice(0, 4_096), true))

const BODY = ['content:encoded', 'content', 'encoded', 'description', 'summary']

/** The articles of a feed, or why there are none. */
export async function readFeed(xml: string): Promise<{ articles: FoundArticle[]; lost: ImportLoss[] } | ImportProblem> {
  try {
    checkAttributes(xml)
  } catch {
    return { code: 'unsafe', details: { format: 'XML', reason: 'attributes', limit: PAGE_LIMITS.attributes } }
  }
  const { channel, entries, isDamaged, isCut } = feedParts(xml)
  const read = await Promise.all(entries.map((entry) => articleOf(entry, channel)))
  const articles = read.filter((article) => article !== null)
  if (articles.length === 0)
    return { code: entries.length > 0 || !isDamaged ? 'no-text' : 'damaged', details: { format: 'RSS', reason: 'feed' } }
  const without = read.length - articles.length
  const lost: ImportLoss[] = []
  if (without > 0) lost.push({ code: 'blank', count: without })
  if (isCut) lost.push({ code: 'entries', count: 1, details: { limit: MOST_ENTRIES } })
  if (isDamaged) lost.push({ code: 'markup', count: 1 })
  return { articles, lost }
}

/** Text of a value, which may be markup; a monster has none. */
function textOfValue(markup: string): ReturnType<typeof textOf> | null {
  try {
    checkAttributes(markup)
    const page = parsePage(markup)
    return textOf(page.body ?? page)
  } catch (error) {
    if (error instanceof PageLimit) return null
    throw error
  }
}

async function articleOf(entry: FeedValues, channel: FeedValues): Promise<FoundArticle | null> {
  // A feed of headlines has nothing but them.
  const bodies = [...BODY, 'title'].flatMap((name) => entry.get(name) ?? [])
  const built = bodies.map(textOfValue).find((body) => body !== null && /[\p{L}\p{N}]/u.test(body.text))
  if (!built) return null
  const plain = (value: string | undefined): string | null => (value === undefined ? null : (textOfValue(value)?.text ?? null))
  const facts: PageFacts = {
    title: oneLine(plain(entry.get('title')), LONGEST.title),
    outlet: oneLine(plain(channel.get('title')), LONGEST.outlet),
    author: oneLine(authorOf(entry.get('creator') ?? entry.get('author')), LONGEST.author),
    url: webAddress(entry.get('link')) ?? webAddress(entry.get('guid')) ?? webAddress(entry.get('id')),
    published:
      ['pubDate', 'published', 'issued', 'date', 'updated', 'modified']
        .map((name) => declaredDate(entry.get(name)))
        .find((date) => date !== null) ?? null,
    language: languageTag(entry.get('language')) ?? languageTag(channel.get('language')),
    direction: null,
    details: {},
  }
  const section = oneLine(plain(entry.get('category')), LONGEST.detail)
  const { details: _, ...metadata } = await mergedMetadata(built.text, facts, null)
  const notText = [...built.notText, ...boilerplateLines(built.text).map((span) => ({ ...span, kind: 'boilerplate' as const }))]
  return {
    ...metadata,
    text: built.text,
    notText: notText.toSorted((a, b) => a.start - b.start),
    ...(section !== null && { details: { section } }),
  }
}

/** RSS writes "someone@example.org (Some One)". */
const authorOf = (value: string | undefined): string | null => /^\S+@\S+\s+\((.+)\)$/.exec(value?.trim() ?? '')?.[1] ?? value ?? null
