/**
 * Canonical text out of the elements of a page, in the order they come: paragraphs with a blank line between, lines, cells with tabs,
 * white space as browsers show it, and where captions are. It is told of tags and text, and knows no tree.
 */
import { canonicalText } from '../../../shared/text/canonical.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { NotTextKind } from '../types.ts'
import { PAGE_LIMITS } from './limits.ts'

/** What stands between two pieces of text; the stronger one of those asked for counts. */
const GAPS = ['', ' ', '\n', '\n\n'] as const
type Gap = 0 | 1 | 2 | 3
const SPACE: Gap = 1
const LINE: Gap = 2
const PARAGRAPH: Gap = 3

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const PARAGRAPHS = words(
  'address article aside blockquote body caption center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul',
)
const LINES = words('dd dt legend li optgroup option tr')
const LISTS = words('ol ul dl menu dir')

/** Elements whose text nobody sees on the page, or that are no text. */
export const UNSEEN = words(
  'applet area audio base canvas datalist embed frame frameset head iframe img input link map meta noembed noframes noscript object param progress script select source style svg template textarea title track video meter',
)

/** Captured, so that a text split by it keeps what stood between. */
const WHITE = /([\t\n\f\r \u0085\u2028\u2029]+)/
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u{20000}-\u{3ffff}]/u
const UNCANONICAL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]/

export interface BuiltText {
  /** Canonical. */
  readonly text: string
  readonly notText: readonly (Span & { readonly kind: NotTextKind })[]
  /** There was more than a text may have. */
  readonly isCut: boolean
}

export class TextBuilder {
  readonly #parts: string[] = []
  readonly #notText: (Span & { kind: NotTextKind })[] = []
  readonly #divs: Gap
  #length = 0
  #last = ''
  #gap: Gap = 0
  /** White space since the last text was or held a line end. */
  #wrapped = false
  #tabs = 0
  #lists = 0
  #preformatted = 0
  #cells = 0
  #captions = 0
  #captionFrom = 0
  #isCut = false

  /** `lines`: a <div> is a line, as mail programs mean it, not a paragraph. */
  constructor(divs: 'paragraphs' | 'lines' = 'paragraphs') {
    this.#divs = divs === 'lines' ? LINE : PARAGRAPH
  }

  /** A tag begins. `isGrid`: a table whose cells are data, so that rows are lines. */
  open(name: string, isGrid = true): void {
    if (name === 'br') return this.#break()
    if (name === 'q') this.text('“')
    if (name === 'pre') this.#preformatted++
    this.#block(name, isGrid)
    if (LISTS.has(name)) this.#lists++
    if (name === 'figcaption' && this.#captions++ === 0) this.#captionFrom = this.#length
    if (isGrid && (name === 'td' || name === 'th')) this.#cells++
  }

  /** The tag ends. */
  close(name: string, isGrid = true): void {
    if (name === 'q') this.#write('”')
    if (name === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1)
    if (LISTS.has(name)) this.#lists = Math.max(0, this.#lists - 1)
    if (name === 'figcaption' && this.#captions > 0 && --this.#captions === 0) this.#endCaption()
    if (name === 'td' || name === 'th') {
      if (!isGrid) return this.#ask(PARAGRAPH)
      this.#cells = Math.max(0, this.#cells - 1)
      this.#gap = this.#gap === SPACE ? 0 : this.#gap
      this.#tabs++
    }
    if (name === 'tr') this.#tabs = 0
    if (name !== 'br') this.#block(name, isGrid)
  }

  text(text: string): void {
    if (this.#isCut) return
    if (this.#preformatted > 0 && this.#cells === 0) return this.#verbatim(text)
    for (const [index, piece] of text.split(WHITE).entries()) {
      if (index % 2 === 1) this.#white(piece)
      else if (piece !== '') this.#write(piece)
    }
  }

  build(): BuiltText {
    if (this.#captions > 0) this.#endCaption()
    return { text: this.#parts.join(''), notText: this.#notText, isCut: this.#isCut }
  }

  #break(): void {
    if (this.#cells > 0) return this.#ask(SPACE)
    // Two in a row leave a blank line.
    this.#gap = this.#gap >= LINE ? PARAGRAPH : LINE
  }

  #block(name: string, isGrid: boolean): void {
    const isInList = this.#lists > 0 && LISTS.has(name)
    if (name === 'div') this.#ask(this.#divs)
    else if (PARAGRAPHS.has(name) && !isInList) this.#ask(PARAGRAPH)
    else if (isInList || LINES.has(name) || ((name === 'td' || name === 'th') && !isGrid)) this.#ask(LINE)
  }

  /** Inside a cell of a table everything is on one line. */
  #ask(gap: Gap): void {
    const wanted = this.#cells > 0 ? SPACE : gap
    if (wanted > this.#gap) this.#gap = wanted
  }

  #white(white: string): void {
    this.#wrapped ||= white.includes('\n')
    if (this.#gap === 0) this.#gap = SPACE
  }

  #verbatim(text: string): void {
    for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
      if (index > 0) this.#break()
      if (line !== '') this.#write(line)
    }
  }

  #write(piece: string): void {
    const text = UNCANONICAL.test(piece) ? canonicalText(piece).text : piece
    if (text === '') return
    if (this.#length + text.length > PAGE_LIMITS.text) this.#isCut = true
    if (this.#isCut) return
    if (this.#length > 0) this.#append(this.#between(text))
    if (this.#captions > 0 && this.#captionFrom >= 0 && this.#captionFrom < this.#length && !this.#hasCaptionText) {
      this.#captionFrom = this.#length
    }
    if (this.#captions > 0) this.#hasCaptionText = true
    this.#append(text)
    this.#gap = 0
    this.#tabs = 0
    this.#wrapped = false
    this.#last = text
  }

  #hasCaptionText = false

  #between(next: string): string {
    // A line end between two characters of Chinese or Japanese stands for nothing.
    if (this.#tabs > 0) return `${this.#gap >= LINE ? GAPS[this.#gap] : ''}${'\t'.repeat(this.#tabs)}`
    const isNothing = this.#gap === SPACE && this.#wrapped && WIDE.test(next.slice(0, 2)) && WIDE.test(this.#last.slice(-2))
    return isNothing ? '' : GAPS[this.#gap]
  }

  #append(text: string): void {
    if (text === '') return
    this.#parts.push(text)
    this.#length += text.length
  }

  #endCaption(): void {
    if (this.#hasCaptionText) this.#notText.push({ start: this.#captionFrom, end: this.#length, kind: 'caption' })
    this.#hasCaptionText = false
  }
}
