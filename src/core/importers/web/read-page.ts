/** From the markup of a page to its article: the same for files, for the pages in MHTML and for mails in HTML. Never throws for what is in the page. */
import type { Span } from '../../../shared/text/span.ts'
import type { FoundArticle, ImportLoss, ImportProblem, NotTextKind } from '../types.ts'
import { extractArticle, isWithinReach, type ExtractedArticle } from './article.ts'
import { boilerplateLines } from './boilerplate.ts'
import type { PageDocument } from './dom.ts'
import { checkAttributes, PAGE_LIMITS, PageLimit } from './limits.ts'
import { mergedMetadata } from './merge.ts'
import { pageFacts, type PageFacts } from './page-facts.ts'
import { textOf, textOfTags } from './page-text.ts'
import type { BuiltText } from './text-builder.ts'
import { parsePage } from './tree.ts'

export interface PageReading {
  readonly article: FoundArticle
  readonly lost: readonly ImportLoss[]
}

interface PageParts {
  readonly built: BuiltText
  readonly facts: PageFacts
  readonly extracted: ExtractedArticle | null
  /** Why the text is all that is on the page, not the article; null where it is the article. */
  readonly whole: 'none' | 'depth' | 'nodes' | null
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** The article of a page, or why there is none. `savedFrom`: where the envelope says that the page was. */
export async function readPage(html: string, savedFrom: string | null = null): Promise<PageReading | ImportProblem> {
  try {
    checkAttributes(html)
  } catch (error) {
    return { code: 'unsafe', details: { format: 'HTML', reason: 'attributes', limit: limitOf(error) } }
  }
  const parts = partsOf(html, savedFrom)
  const { text, isCut } = parts.built
  if (!hasWords(text)) return { code: 'no-text', details: {} }
  const { details, ...metadata } = await mergedMetadata(text, parts.facts, parts.extracted)
  const lost: ImportLoss[] = []
  if (parts.whole !== null) lost.push({ code: 'extraction', count: 1, details: { reason: parts.whole } })
  if (isCut) lost.push({ code: 'cut', count: 1, details: { limit: PAGE_LIMITS.text } })
  return { article: { ...metadata, text, details, notText: notTextOf(parts.built) }, lost }
}

function limitOf(error: unknown): number {
  if (error instanceof PageLimit) return PAGE_LIMITS[error.limit]
  throw error
}

function partsOf(html: string, savedFrom: string | null): PageParts {
  let page: PageDocument
  try {
    page = parsePage(html)
  } catch (error) {
    limitOf(error)
    return { built: textOfTags(html), facts: headFacts(html, savedFrom), extracted: null, whole: reasonOf(error) }
  }
  const facts = pageFacts(page, savedFrom)
  if (!isWithinReach(page)) return { built: textOf(page.body ?? page), facts, extracted: null, whole: 'nodes' }
  const extracted = extractArticle(page)
  const built = extracted && textOf(extracted.body)
  if (built && hasWords(built.text)) return { built, facts, extracted, whole: null }
  // Once more from the beginning: extraction leaves nothing as it was.
  const again = parsePage(html)
  return { built: textOf(again.body ?? again), facts, extracted, whole: 'none' }
}

const reasonOf = (error: unknown): 'depth' | 'nodes' => (error instanceof PageLimit && error.limit === 'depth' ? 'depth' : 'nodes')

const HEAD = 64 * 1024

/** What the head of a monster declares; nothing where even that is one. */
function headFacts(html: string, savedFrom: string | null): PageFacts {
  const body = html.slice(0, HEAD).search(/<body\b/i)
  try {
    return pageFacts(parsePage(html.slice(0, body < 0 ? HEAD : body)), savedFrom)
  } catch (error) {
    limitOf(error)
    return pageFacts(parsePage(''), savedFrom)
  }
}

/** Captions, and boilerplate outside of them, in the order of the text. */
export function notTextOf({ text, notText }: BuiltText): (Span & { kind: NotTextKind })[] {
  const lines = boilerplateLines(text).filter((line) => notText.every((span) => line.end <= span.start || line.start >= span.end))
  return [...notText, ...lines.map((line) => ({ ...line, kind: 'boilerplate' as const }))].toSorted((a, b) => a.start - b.start)
}
