/**
 * Links that lead from a report back to the passage in the library: `parley://passage/<article>/<annotation>`, by uids, so that they hold
 * in every copy of the library. They name nothing else: what is not exactly of this shape is no such link.
 */
const UID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const SHAPE = new RegExp(`^parley://passage/(${UID})(?:/(${UID}))?/?$`, 'i')

export const LINK_SCHEME = 'parley'

export interface PassageLink {
  articleUid: string
  annotationUid: string | null
}

/** Throws RangeError for what are no uids. */
export function passageLink(articleUid: string, annotationUid: string | null = null): string {
  const link = `${LINK_SCHEME}://passage/${articleUid}${annotationUid === null ? '' : `/${annotationUid}`}`
  if (!SHAPE.test(link)) throw new RangeError('not a uid')
  return link
}

/** What a text links to; null where it is no such link. Blanks around it do not matter, nor does case. */
export function readPassageLink(text: string): PassageLink | null {
  const [, articleUid, annotationUid] = SHAPE.exec(text.trim()) ?? []
  return articleUid === undefined ? null : { articleUid: articleUid.toLowerCase(), annotationUid: annotationUid?.toLowerCase() ?? null }
}
