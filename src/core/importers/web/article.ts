/** The article of a page: what is left without navigation, advertisement and the like. The tree is changed on the way. */
import { Readability } from '@mozilla/readability'
import { PageElement, type PageDocument } from './dom.ts'
import { nodesIn, PageComment, type PageNode } from './nodes.ts'
import { PAGE_LIMITS } from './limits.ts'

/** What extraction found, as the page has it. */
export interface ExtractedArticle {
  readonly body: PageElement
  readonly title: string | null
  readonly byline: string | null
  readonly siteName: string | null
  readonly published: string | null
  readonly language: string | null
  readonly direction: string | null
}

const orNull = (value: string | null | undefined): string | null => (value ? value : null)

/** True where an article can be looked for: every element is asked for all that is below it, so the cost grows with how deep they lie. */
export function isWithinReach(page: PageDocument): boolean {
  let depths = 0
  const depthOf = new Map<PageNode, number>([[page, 0]])
  for (const node of nodesIn(page)) {
    if (!(node instanceof PageElement)) continue
    const depth = (node.parentNode ? (depthOf.get(node.parentNode) ?? 0) : 0) + 1
    depthOf.set(node, depth)
    depths += depth
  }
  return depthOf.size <= PAGE_LIMITS.articleElements && depths <= PAGE_LIMITS.articleDepths
}

/** The article, or null where there is none. For pages within reach only. */
export function extractArticle(page: PageDocument): ExtractedArticle | null {
  // Programs that make pages put comments between words, which extraction would take for the end of a sentence.
  for (const comment of [...nodesIn(page)].filter((node) => node instanceof PageComment)) comment.remove()
  // The tree has all of the DOM that extraction uses, and deliberately nothing else of it.
  const found = new Readability<unknown>(page as unknown as ConstructorParameters<typeof Readability>[0], {
    serializer: (node) => node,
  }).parse()
  if (!found || !(found.content instanceof PageElement)) return null
  return {
    body: found.content,
    title: orNull(found.title),
    byline: orNull(found.byline),
    siteName: orNull(found.siteName),
    published: orNull(found.publishedTime),
    language: orNull(found.lang),
    direction: orNull(found.dir),
  }
}
