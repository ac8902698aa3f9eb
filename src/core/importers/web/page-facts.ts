/** The metadata that a page declares: meta elements of several vocabularies, JSON-LD, links, times, and how browsers mark what they save. */
import { PageElement, type PageDocument } from './dom.ts'
import { nodesIn, PageComment } from './nodes.ts'
import { structuredArticle } from './json-ld.ts'
import { declaredDate, languageTag, LONGEST, oneLine, webAddress } from './values.ts'

export interface PageFacts {
  readonly title: string | null
  readonly outlet: string | null
  readonly author: string | null
  readonly url: string | null
  readonly published: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl' | null
  readonly details: Readonly<Record<string, string>>
}

/** Names in the order of how much they are to be believed; case does not matter. */
const NAMES = {
  title: ['citation_title', 'og:title', 'dc.title', 'dcterms.title', 'twitter:title'],
  outlet: ['og:site_name', 'citation_journal_title', 'dc.publisher', 'dcterms.publisher', 'citation_publisher', 'publisher', 'application-name'],
  author: ['author', 'dc.creator', 'dcterms.creator', 'article:author', 'parsely-author', 'sailthru.author', 'byl', 'twitter:creator'],
  published: [
    'article:published_time', 'datepublished', 'citation_publication_date', 'citation_date', 'citation_online_date', 'dcterms.issued', 'dc.date.issued',
    'dcterms.date', 'dc.date', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'publication_date', 'og:published_time', 'date',
  ],
  updated: ['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified'],
  language: ['content-language', 'dc.language', 'dcterms.language', 'citation_language', 'language', 'og:locale'],
  section: ['article:section', 'parsely-section'],
} as const // prettier-ignore

type Metas = ReadonlyMap<string, readonly string[]>

const MOST_METAS = 2_000

function metasOf(page: PageDocument): Metas {
  const metas = new Map<string, string[]>()
  for (const meta of page.getElementsByTagName('meta').slice(0, MOST_METAS)) {
    const content = meta.getAttribute('content')
    const names = ['name', 'property', 'itemprop', 'http-equiv'].flatMap((attribute) => meta.getAttribute(attribute)?.split(/\s+/) ?? [])
    if (!content || content.trim() === '') continue
    for (const name of names) {
      const key = name.toLowerCase().replace(/^(dc|dcterms):/, '$1.')
      metas.set(key, [...(metas.get(key) ?? []), content])
    }
  }
  return metas
}

const first = (metas: Metas, field: keyof typeof NAMES, fits: (value: string) => boolean = () => true): string | null =>
  NAMES[field].flatMap((name) => metas.get(name) ?? []).find(fits) ?? null

const isName = (value: string): boolean => !/^(?:https?:|@|www\.)/i.test(value.trim())

/** What the page declares. Before extraction, which changes the tree. `savedFrom`: where the envelope says it is from. */
export function pageFacts(page: PageDocument, savedFrom: string | null = null): PageFacts {
  const metas = metasOf(page)
  const article = structuredArticle(page)
  const cited = metas.get('citation_author')?.filter(isName)
  const heading = page.getElementsByTagName('h1')
  const html = page.documentElement
  const direction = html?.getAttribute('dir') ?? page.body?.getAttribute('dir')
  const section = oneLine(article?.section ?? first(metas, 'section'), LONGEST.detail)
  const updated = declaredDate(article?.updated ?? first(metas, 'updated'))
  return {
    title: oneLine(
      article?.title ?? first(metas, 'title') ?? (page.title || (heading.length === 1 ? heading[0]?.textContent : null)),
      LONGEST.title,
    ),
    outlet: oneLine(article?.outlet ?? first(metas, 'outlet', isName), LONGEST.outlet),
    author: oneLine(article?.author ?? (cited?.length ? cited.slice(0, 50).join(', ') : first(metas, 'author', isName)), LONGEST.author),
    url: addressOf(page, metas, article?.url ?? null, savedFrom),
    published:
      declaredDate(article?.published) ?? declaredDate(first(metas, 'published', (date) => declaredDate(date) !== null)) ?? timeIn(page),
    language:
      languageTag(html?.getAttribute('lang') ?? html?.getAttribute('xml:lang')) ??
      languageTag(article?.language) ??
      languageTag(first(metas, 'language', (tag) => languageTag(tag) !== null)),
    direction: /^rtl$/i.test(direction ?? '') ? 'rtl' : /^ltr$/i.test(direction ?? '') ? 'ltr' : null,
    details: { ...(section !== null && { section }), ...(updated !== null && { updated }) },
  }
}

/** Where the page was: what it says itself, unless that is the front page of its site, then where it was saved from. */
function addressOf(page: PageDocument, metas: Metas, structured: string | null, savedFrom: string | null): string | null {
  const saved = webAddress(savedFrom) ?? savedFromComment(page)
  const base = webAddress(page.getElementsByTagName('base')[0]?.getAttribute('href'), saved) ?? saved
  const links = page.getElementsByTagName('link').filter((link) => /(?:^|\s)canonical(?:\s|$)/i.test(link.getAttribute('rel') ?? ''))
  const declared = [links[0]?.getAttribute('href'), metas.get('og:url')?.[0], structured].map((address) => webAddress(address, base))
  const own = declared.find((address) => address !== null && !isFrontPage(address))
  return own ?? saved ?? declared.find((address) => address !== null) ?? null
}

const isFrontPage = (address: string): boolean => {
  const url = URL.parse(address)
  return url !== null && url.pathname === '/' && url.search === ''
}

const SAVED = [/saved from url=\(\d+\)(\S+)/, /Page saved with SingleFile[\s\S]{0,40}?url:\s*(\S+)/]

/** Browsers and their helpers leave a comment in what they save. */
function savedFromComment(page: PageDocument): string | null {
  const places = [page, page.documentElement, page.head].flatMap((parent) => parent?.childNodes.slice(0, 20) ?? [])
  for (const comment of places.filter((node) => node instanceof PageComment)) {
    for (const pattern of SAVED) {
      const address = webAddress(pattern.exec(comment.data.slice(0, 6_000))?.[1])
      if (address !== null) return address
    }
  }
  return null
}

const OF_THE_ARTICLE = new Set(['article', 'main', 'header'])

/** The time that is marked as that of publication; else the only one of the article, its head, or the page. */
function timeIn(page: PageDocument): string | null {
  const times: { date: string; isOwn: boolean; isInside: boolean }[] = []
  for (const node of nodesIn(page)) {
    if (!(node instanceof PageElement)) continue
    const property = node.getAttribute('itemprop') ?? ''
    if (node.localName !== 'time' && property !== 'datePublished') continue
    const date = declaredDate(node.getAttribute('datetime') ?? node.getAttribute('content') ?? node.textContent)
    if (date === null) continue
    let parent = node.parentNode
    while (parent && !OF_THE_ARTICLE.has(parent.nodeName.toLowerCase())) parent = parent.parentNode
    times.push({ date, isOwn: node.hasAttribute('pubdate') || property.includes('datePublished'), isInside: parent !== null })
    if (times.length > 100) break
  }
  const time = times.find(({ isOwn }) => isOwn) ?? times.find(({ isInside }) => isInside) ?? (times.length === 1 ? times[0] : undefined)
  return time?.date ?? null
}
