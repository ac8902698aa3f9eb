/** What a page says of its article in JSON-LD (schema.org): only the few values that are metadata here, whatever else is in it. */
import type { PageDocument } from './dom.ts'

export interface StructuredArticle {
  readonly title: string | null
  readonly outlet: string | null
  readonly author: string | null
  readonly url: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly language: string | null
  readonly section: string | null
}

const LARGEST = 2_000_000
const DEEPEST = 6
const MOST = 2_000

const ARTICLE = /(?:Article|Posting|Report|NewsStory|Review|Analysis|OpinionPiece)$/

type Thing = Readonly<Record<string, unknown>>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A property of its own only: names such as "constructor" are names. */
const own = (thing: Thing, name: string): unknown => (Object.hasOwn(thing, name) ? thing[name] : undefined)

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])

/** The first text of a value that is a text, a list of texts, or a thing with a name. */
function textOf(value: unknown, name = 'name'): string | null {
  for (const item of list(value).slice(0, MOST)) {
    if (typeof item === 'string' && item.trim() !== '') return item
    if (!isThing(item)) continue
    const named = list(own(item, name))[0]
    if (typeof named === 'string' && named.trim() !== '') return named
  }
  return null
}

function namesOf(value: unknown): string | null {
  const names = list(value)
    .slice(0, 50)
    .flatMap((item) => textOf(item) ?? [])
  const people = names.map((name) => name.trim()).filter((name) => !/^https?:/i.test(name))
  return people.length > 0 ? [...new Set(people)].join(', ') : null
}

/** The article a page describes, or null. */
export function structuredArticle(page: PageDocument): StructuredArticle | null {
  for (const script of page.getElementsByTagName('script')) {
    if (!/^application\/ld\+json\s*(?:;|$)/i.test(script.getAttribute('type')?.trim() ?? '')) continue
    const found = articleIn(script.textContent)
    if (found) return found
  }
  return null
}

function articleIn(json: string): StructuredArticle | null {
  if (json.length > LARGEST) return null
  let parsed: unknown
  try {
    parsed = JSON.parse(json.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, ''))
  } catch {
    return null
  }
  const article = thingsIn(parsed).find((thing) => list(own(thing, '@type')).some((type) => typeof type === 'string' && ARTICLE.test(type)))
  if (!article) return null
  return {
    title: textOf(own(article, 'headline')) ?? textOf(own(article, 'name')),
    outlet: textOf(own(article, 'publisher')),
    author: namesOf(own(article, 'author') ?? own(article, 'creator')),
    url: textOf(own(article, 'mainEntityOfPage'), '@id') ?? textOf(own(article, 'url')),
    published: textOf(own(article, 'datePublished')) ?? textOf(own(article, 'dateCreated')),
    updated: textOf(own(article, 'dateModified')),
    language: textOf(own(article, 'inLanguage')),
    section: textOf(own(article, 'articleSection')),
  }
}

/** All things of a description, outer ones first. */
function thingsIn(root: unknown): Thing[] {
  const things: Thing[] = []
  let level = [root]
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const found = level.flatMap(list).filter(isThing).slice(0, MOST)
    things.push(...found)
    level = found.flatMap((thing) => ['@graph', 'mainEntity', 'itemListElement', 'item', 'hasPart'].map((name) => own(thing, name)))
  }
  return things
}
