/**
 * The last word on what a reader found, in the process that parses: limits of output, so that no file can flood the core; metadata cut to
 * what an article can hold; offsets that lie in the text; hashes. Readers are trusted to mean well, not to be without mistakes.
 */
import { languageSchema, urlSchema } from '../../shared/domain/article.ts'
import { isPartialDate } from '../../shared/domain/partial-date.ts'
import { canonicalText } from '../../shared/text/canonical.ts'
import { textHash } from './fingerprint.ts'
import { detailName } from './records/details.ts'
import type { ForeignProject } from './project.ts'
import type { FoundArticle, ImportProblem, Reading } from './types.ts'

export interface ReadingLimits {
  /** Articles of one file. */
  readonly articles: number
  /** UTF-16 units of one text, and of all texts of a file together. */
  readonly text: number
  readonly texts: number
}

export const READING_LIMITS: ReadingLimits = { articles: 20_000, text: 16 * 1024 * 1024, texts: 128 * 1024 * 1024 }

const MOST = {
  title: 1_000,
  outlet: 300,
  author: 500,
  note: 100_000,
  detail: 10_000,
  details: 100,
  label: 50,
  spans: 50_000,
}

/** The reading as it may leave the parser, or the limit that it is past. */
export function settle(reading: Reading, limits: ReadingLimits = READING_LIMITS): Reading {
  if (reading.kind === 'problem') return reading
  const found = reading.kind === 'articles' ? reading.articles : reading.project.articles
  const problem = beyond(found, limits)
  if (problem) return { kind: 'problem', format: reading.format, problem }
  if (reading.kind === 'project') return { ...reading, project: settledProject(reading.project) }
  const articles = reading.articles.filter(({ text }) => text.trim() !== '').map(settledArticle)
  if (articles.length === 0) return { kind: 'problem', format: reading.format, problem: { code: 'no-text', details: {} } }
  const blank = reading.articles.length - articles.length
  return { ...reading, articles, lost: blank > 0 ? [...reading.lost, { code: 'blank', count: blank }] : reading.lost }
}

function beyond(articles: readonly FoundArticle[], limits: ReadingLimits): ImportProblem | null {
  if (articles.length > limits.articles) return { code: 'too-many', details: { count: articles.length, limit: limits.articles } }
  let all = 0
  for (const { text } of articles) {
    if (text.length > limits.text) return { code: 'too-large', details: { chars: text.length, limit: limits.text } }
    all += text.length
  }
  return all > limits.texts ? { code: 'too-large', details: { chars: all, limit: limits.texts } } : null
}

/** Articles of a project keep their text as it is, because its annotations count in it; the importer of projects checks those. */
const settledProject = (project: ForeignProject): ForeignProject => ({
  ...project,
  articles: project.articles.map((article) => ({ ...article, ...metadataOf(article), textHash: textHash(article.text) })),
})

function settledArticle(article: FoundArticle): FoundArticle {
  const { text } = canonicalText(article.text)
  const moved = text.length !== article.text.length
  const isSpan = (start: number, end: number): boolean =>
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length
  const pages = moved ? [] : (article.pages ?? []).filter(({ start }) => isSpan(start, start)).toSorted((a, b) => a.start - b.start)
  const notText = moved ? [] : (article.notText ?? []).filter(({ start, end }) => start < end && isSpan(start, end))
  return {
    ...article,
    ...metadataOf(article),
    text,
    textHash: textHash(text),
    pages: pages.slice(0, MOST.spans).map(({ start, label }) => ({ start, label: line(label, MOST.label) ?? '' })),
    notText: notText.slice(0, MOST.spans),
  }
}

function metadataOf(article: FoundArticle): Omit<FoundArticle, 'text'> {
  const { title, outlet, author, url, published, language, note, direction } = article
  return {
    title: line(title, MOST.title),
    outlet: line(outlet, MOST.outlet),
    author: line(author, MOST.author),
    url: urlSchema.safeParse(url?.trim()).data ?? null,
    published: published !== null && isPartialDate(published) ? published : null,
    language: languageSchema.safeParse(language).data ?? null,
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
    ...(note !== undefined && { note: note === null ? null : cut(canonicalText(note).text.trim(), MOST.note) || null }),
    ...(article.details && { details: detailsOf(article.details) }),
  }
}

function detailsOf(details: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(details).flatMap(([name, value]) => {
    const text = cut(canonicalText(value).text.trim(), MOST.detail)
    return text === '' ? [] : [[detailName(name), text] as const]
  })
  return Object.fromEntries(entries.slice(0, MOST.details))
}

/** On one line, without control characters, cut to `most` units; null where nothing is left. */
function line(value: string | null, most: number): string | null {
  if (value === null) return null
  return (
    cut(
      value
        .toWellFormed()
        .replaceAll(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
      most,
    ).trim() || null
  )
}

/** Cut to `most` units, never through a pair. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/u, '')
