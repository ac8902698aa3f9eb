/** A paragraph: its style, its direction, and whatever of its properties differs from the style. Properties stand in the order that the schema asks for. */
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import type { Inline } from '../document/model.ts'
import { hex } from './runs.ts'
import type { Place } from './writing.ts'

export interface ParagraphLook {
  readonly style: string
  readonly direction?: 'ltr' | 'rtl'
  readonly keepNext?: boolean
  readonly pageBefore?: boolean
  readonly number?: { readonly numId: number; readonly level: number }
  /** Twips, as seen on the page whatever the direction. */
  readonly left?: number
  /** A line down the left side, as of a quote. */
  readonly bar?: string
  readonly spaceBefore?: number
  readonly spaceAfter?: number
  /** `w:tab` elements. */
  readonly tabs?: string
}

export function paragraph({ writing, indent, item, inCell }: Place, look: ParagraphLook, content: string): string {
  const before = writing.waiting
  writing.waiting = ''
  const number = look.number ?? (item !== undefined && !item.used ? item : undefined)
  if (item !== undefined) item.used = true
  const isRtl = look.direction === 'rtl'
  const left = indent + (look.left ?? 0)
  const properties =
    `<w:pStyle w:val="${look.style}"/>` +
    (inCell === true ? '<w:keepNext w:val="0"/><w:keepLines w:val="0"/>' : look.keepNext === true ? '<w:keepNext/>' : '') +
    (look.pageBefore === true ? '<w:pageBreakBefore/>' : '') +
    (number === undefined ? '' : `<w:numPr><w:ilvl w:val="${number.level}"/><w:numId w:val="${number.numId}"/></w:numPr>`) +
    (look.bar === undefined ? '' : `<w:pBdr><w:left w:val="single" w:sz="12" w:space="9" w:color="${hex(look.bar)}"/></w:pBdr>`) +
    (look.tabs === undefined ? '' : `<w:tabs>${look.tabs}</w:tabs>`) +
    (isRtl ? '<w:bidi/>' : '') +
    spacing(look) +
    // In a paragraph from right to left Word means the right side by "left".
    (number !== undefined || left === 0 ? '' : isRtl ? `<w:ind w:left="0" w:right="${left}"/>` : `<w:ind w:left="${left}"/>`)
  return `<w:p><w:pPr>${properties}</w:pPr>${before}${content}</w:p>`
}

function spacing({ spaceBefore, spaceAfter }: ParagraphLook): string {
  if (spaceBefore === undefined && spaceAfter === undefined) return ''
  return `<w:spacing${spaceBefore === undefined ? '' : ` w:before="${spaceBefore}"`}${spaceAfter === undefined ? '' : ` w:after="${spaceAfter}"`}/>`
}

/** Words of our own read from left to right; a paragraph of nothing but foreign words goes by its first letter. */
export function directionOf(content: readonly Inline[]): 'ltr' | 'rtl' {
  const words = { own: false, foreign: '' }
  collect(content, words)
  return words.own ? 'ltr' : (firstStrongDirection(words.foreign) ?? 'ltr')
}

function collect(content: readonly Inline[], words: { own: boolean; foreign: string }): void {
  for (const inline of content) {
    if (inline.kind === 'foreign') {
      if (words.foreign.length < 2_000) words.foreign += `${inline.text.slice(0, 2_000)} `
    } else if (inline.kind === 'link') collect(inline.content, words)
    else if ((inline.kind === 'text' && /\p{L}/u.test(inline.text)) || inline.kind === 'stance') words.own = true
  }
}
