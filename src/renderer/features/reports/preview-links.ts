/**
 * Links of the report in the preview. Left to itself the frame would go where they lead, a place in the report included: that is an address
 * of the app's there. So the app follows what is clicked, by mouse or keys: to the place, to the passage in the library, or, for an address
 * of the web, to where every other one of the app's is opened. The frame stays where it is.
 */
import { readPassageLink } from '../../../shared/domain/passage-link.ts'

export interface LinkFollower {
  /** A link to a passage of the library, as it stands in the report. */
  onPassage: (link: string) => void
  /** An address of the web, or of mail. */
  onWeb: (url: string) => void
}

const OUTSIDE = new Set(['http:', 'https:', 'mailto:'])

/** What a link of a report, as it is written, leads to; null where it is none that a report has. */
export function kindOfLink(href: string): 'place' | 'passage' | 'web' | null {
  if (href.startsWith('#')) return 'place'
  if (readPassageLink(href) !== null) return 'passage'
  return URL.canParse(href) && OUTSIDE.has(new URL(href).protocol) ? 'web' : null
}

/** Takes over every link of the document in a frame of the app's, for as long as that document is there. */
export function takeOverLinks(report: Document, { onPassage, onWeb }: LinkFollower): void {
  report.addEventListener('click', (event) => {
    const href = hrefAt(event)
    if (href === null) return
    event.preventDefault()
    const kind = kindOfLink(href)
    if (kind === 'passage') onPassage(href)
    else if (kind === 'web') onWeb(href)
    // Within the document: it is marked as aimed at, Tab goes on from there, and no trace is left in the way back.
    else if (kind === 'place') report.defaultView?.location.replace(`about:srcdoc${href}`)
  })
  // The middle button would open a window.
  report.addEventListener('auxclick', (event) => {
    if (hrefAt(event) !== null) event.preventDefault()
  })
}

/** As it is written, not as the frame would complete it. What is in a frame is of that frame's classes, so `instanceof` says nothing. */
function hrefAt({ target }: Event): string | null {
  const element = target as Partial<Element> | null
  return element?.closest?.('[href]')?.getAttribute('href') ?? null
}
