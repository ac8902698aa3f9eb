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
import { weightOf } from './weight.ts'

export interface ReadingLimits {
  /** Articles of one file. */
  readonly articles: number
  /** UTF-16 units of one text, and of all texts of a file together. */
  readonly text: number
  readonly texts: number
  /** UTF-16 units of all there is: earlier texts, notes, metadata, names, quotations. */
  readonly all: number
  /** Of a project: annotations, entries of its codebook, threads, and bytes of the files its articles came from. */
  readonly annotations: number
  readonly entries: number
  readonly threads: number
  readonly originals: number
}

const MB = 1024 * 1024

export const READING_LIMITS: ReadingLimits = {
  articles: 20_000,
  text: 16 * MB,
  texts: 128 * MB,
  all: 256 * MB,
  annotations: 1_000_000,
  entries: 100_000,
  threads: 100_000,
  originals: 256 * MB,
}

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
  const problem =
    beyond(found, limits) ?? (reading.kind === 'project' ? beyondProject(reading.project, limits) : null) ?? beyondAll(reading, limits)
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

/** Lists of a project, before anything goes through them. */
function beyondProject(
  { annotations, tags, issues, parties, codes = [], library }: ForeignProject,
  limits: ReadingLimits,
): ImportProblem | null {
  const entries = [tags, issues, parties, codes, library?.collections ?? [], library?.stories ?? []].reduce(
    (sum, { length }) => sum + length,
    0,
  )
  const counts = { annotations: annotations.length, entries, threads: library?.threads.length ?? 0 }
  for (const reason of ['annotations', 'entries', 'threads'] as const)
    if (counts[reason] > limits[reason]) return { code: 'too-many', details: { reason, count: counts[reason], limit: limits[reason] } }
  return null
}

function beyondAll(reading: Reading, limits: ReadingLimits): ImportProblem | null {
  const { units, bytes } = weightOf(reading, { units: limits.all, bytes: limits.originals })
  if (units > limits.all) return { code: 'too-large', details: { reason: 'all', chars: units, limit: limits.all } }
  return bytes > limits.originals ? { code: 'too-large', details: { reason: 'originals', bytes, limit: limits.originals } } : null
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
