/**
 * The texts that annotations stand in. An article is a resource of its own, named by its uid: offsets count in our text of it, never in the
 * page it came from, whose address is only where it was got (`via`). A text that was corrected since is another resource.
 */
import type { ProjectArticle } from '../../importers/project.ts'
import { urnOf } from '../../importers/web-annotation/vocabulary.ts'

export interface Source {
  readonly id: string
  readonly type: 'Text'
  readonly format: 'text/plain'
  readonly label?: string
  readonly language?: string
  readonly textDirection: 'ltr' | 'rtl'
  readonly via?: string
  readonly 'parley:textOf'?: string
}

/** The present text of an article, or the one with this number. */
export function sourceOf(article: ProjectArticle, revision?: number): Source {
  const { key, title, language, direction, url } = article
  const earlier = article.revisions?.find(({ number }) => number === revision)
  const via = url === null ? null : addressOf(url)
  return {
    id: urnOf(earlier?.uid ?? key),
    type: 'Text',
    format: 'text/plain',
    ...(title !== null && { label: title }),
    ...(language !== null && { language }),
    textDirection: direction,
    ...(via !== null && { via }),
    ...(earlier && { 'parley:textOf': urnOf(key) }),
  }
}

/** The text itself; undefined where the article has none with this number. */
export const textOf = (article: ProjectArticle, revision?: number): string | undefined =>
  revision === undefined ? article.text : article.revisions?.find(({ number }) => number === revision)?.text

/** A web address as the model wants it: an absolute URI in ASCII. Null for what is none. */
export function addressOf(url: string): string | null {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return null
  return new URL(url).href.replaceAll(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g, (sign) => encodeURIComponent(sign))
}
