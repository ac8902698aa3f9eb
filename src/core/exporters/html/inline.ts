/** Inlines of the document as HTML. Words of the library are isolated; a link that may be none is its words alone. */
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { plain } from '../document/inlines.ts'
import type { ForeignText, Inline, LinkTarget, TextLook } from '../document/model.ts'
import { anchor, attrs, libraryLink, markup, webLink, type Attributes, type Markup } from './markup.ts'
import { badge, citeMark, intensityDots, letterChip, stanceMark } from './signs.ts'
import { bdi } from './text.ts'

export const inlines = (content: readonly Inline[]): Markup => markup`${content.map(inline)}`

function inline(one: Inline): Markup {
  switch (one.kind) {
    case 'text':
      return looking(markup`${one.text}`, one.look)
    case 'foreign':
      return looking(bdi(one.text, one.language ?? null), one.look)
    case 'link':
      return linked(one.to, inlines(one.content))
    case 'reference': {
      const place = one.place ?? one.statement.home
      return one.look === 'chip' ? badge(one.statement, place) : citeMark(one.statement, place)
    }
    case 'letter':
      return letterChip(one.tag)
    case 'stance':
      return stanceMark(one.stance)
    case 'intensity':
      return intensityDots(one.intensity)
    case 'mark':
      return markup`<span class="mark ${one.tone}">${one.text}</span>`
    case 'break':
      return markup`<br>`
  }
}

function looking(words: Markup, look: TextLook | undefined): Markup {
  switch (look) {
    case 'strong':
      return markup`<b>${words}</b>`
    case 'emphasis':
      return markup`<i>${words}</i>`
    case 'muted':
      return markup`<span class="muted">${words}</span>`
    case 'code':
      return markup`<code>${words}</code>`
    default:
      return words
  }
}

function linked(to: LinkTarget, words: Markup): Markup {
  if ('place' in to) return markup`<a href="${anchor(to.place)}">${words}</a>`
  if ('passage' in to) return markup`<a class="library" href="${libraryLink(to.passage.articleUid, to.passage.annotationUid)}">${words}</a>`
  const href = webLink(to.web)
  return href === null ? words : markup`<a class="url" href="${href}" rel="noopener noreferrer">${words}</a>`
}

/** Attributes of a line: words of the library alone have their own direction, ours read as the document does. */
export function lineAttrs(content: readonly Inline[], more: Readonly<Record<string, string | null>> = {}): Attributes {
  const words = content.filter((one) => one.kind !== 'reference' && one.kind !== 'break')
  const [only] = words
  const language = words.length === 1 && only?.kind === 'foreign' ? (only.language ?? null) : null
  const isForeign = words.length > 0 && words.every((one) => one.kind === 'foreign')
  return attrs({ ...more, lang: language, dir: isForeign ? firstStrongDirection(plain(words)) : null })
}

/** Attributes of running text of the library: its language where known, its direction from its own first letter. */
export const foreignAttrs = ({ language }: ForeignText): Attributes => attrs({ lang: language, dir: 'auto' })

/** Whether a text opens with a quotation mark or bracket that should hang outside the edge of the column. */
export const hangs = (text: string): boolean => /^[“”„«‹"‘’'「『《〈（(]/u.test(text)
