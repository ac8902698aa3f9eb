/** All that can be recognised about an article from its text: proposals, each with the place it was seen. */
import type { Direction } from '../../../shared/domain/article.ts'
import type { RecognisedField } from '../types.ts'
import { recogniseByline } from './byline.ts'
import { datelineOf, type Dateline } from './dateline.ts'
import { directionOf, recogniseLanguage } from './language.ts'
import { articleLines, type ArticleLines, type Found, part } from './lines.ts'
import { recognisePublished } from './published.ts'
import { recogniseSourceLink } from './source-link.ts'
import { proposeTitle } from './title.ts'

export interface RecognisedMetadata {
  readonly fields: Readonly<Record<RecognisedField, Found | null>>
  readonly language: string | null
  readonly direction: Direction
}

/** Longest values that an article's metadata take; longer ones were no names. */
const LONGEST: Readonly<Record<RecognisedField, number>> = { title: 1_000, outlet: 300, author: 500, url: 4_000, published: 22 }

/** Recognises metadata in canonical text. Never throws on any text. */
export async function recogniseMetadata(text: string): Promise<RecognisedMetadata> {
  const language = await recogniseLanguage(text)
  const lines = articleLines(text)
  const byline = recogniseByline(lines)
  const dateline = firstDateline(lines)
  const fields: Record<RecognisedField, Found | null> = {
    title: proposeTitle(text, lines, byline.taken, language),
    outlet: byline.outlet ?? dateline?.outlet ?? null,
    author: byline.author ?? dateline?.author ?? null,
    url: recogniseSourceLink(lines),
    published: recognisePublished(lines) ?? dateline?.published ?? null,
  }
  return { fields: withinLimits(text, fields), language, direction: directionOf(language, text) }
}

const PARAGRAPHS_WITH_DATELINE = 6

/** The dateline of the first paragraph that has one, also behind a bracket with the byline. */
function firstDateline(lines: ArticleLines): Dateline | null {
  for (const line of lines.head.slice(0, PARAGRAPHS_WITH_DATELINE)) {
    const bracket = /^[【[（(][^】\])）\n]{0,100}[】\])）]/u.exec(line.text)?.[0].length ?? 0
    const rest = part(line.text, bracket, line.text.length)
    const dateline = rest && datelineOf({ start: line.start + rest.start, end: line.start + rest.end, text: rest.text })
    if (dateline) return dateline
  }
  return null
}

/** Values on one line, and only such as an article's metadata can hold. */
function withinLimits(text: string, fields: Record<RecognisedField, Found | null>): Record<RecognisedField, Found | null> {
  const within = (field: RecognisedField): Found | null => {
    const found = fields[field]
    const value = found?.value.replace(/\s+/g, ' ').trim() ?? ''
    const seen = found && part(text, found.span.start, found.span.end)
    return seen && value !== '' && value.length <= LONGEST[field] ? { value, span: { start: seen.start, end: seen.end } } : null
  }
  return { title: within('title'), outlet: within('outlet'), author: within('author'), url: within('url'), published: within('published') }
}
