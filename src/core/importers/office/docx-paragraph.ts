/** One paragraph of a DOCX while it is read, and what it becomes. Offsets are UTF-16 units into the paragraph's own text. */
import type { Span } from '../../../shared/text/span.ts'
import type { Block, Cell } from './blocks.ts'

export interface DocxLink extends Span {
  readonly text: string
  /** Web address; null for places inside the document and for anything that is no web address. */
  readonly url: string | null
}

export interface DocxParagraph extends Block {
  /** Name of its style as people see it ("heading 1", "Body Text"); '' for none. */
  readonly style: string
  /** All of its text is bold. */
  readonly bold: boolean
  readonly boldSpans: readonly Span[]
  readonly links: readonly DocxLink[]
}

/** What a paragraph says about itself. */
export interface ParagraphProperties {
  style: string | null
  list: number | null
  listLevel: number | null
  level: number | null
  /** Its end was deleted: the next one goes on in the same line. */
  endDeleted: boolean
}

export class OpenParagraph {
  readonly properties: ParagraphProperties = { style: null, list: null, listLevel: null, level: null, endDeleted: false }
  readonly #boldSpans: Span[] = []
  readonly #links: DocxLink[] = []
  #text = ''
  /** Paragraphs of text boxes that hang on this one. */
  readonly after: DocxParagraph[] = []

  get text(): string {
    return this.#text
  }

  add(text: string, bold: boolean): void {
    const start = this.#text.length
    this.#text += text
    if (!bold) return
    const last = this.#boldSpans.at(-1)
    if (last?.end === start) this.#boldSpans[this.#boldSpans.length - 1] = { start: last.start, end: this.#text.length }
    else this.#boldSpans.push({ start, end: this.#text.length })
  }

  /** A link over what was written since `start`. */
  link(start: number, url: string | null): void {
    const text = this.#text.slice(start)
    if (text !== '') this.#links.push({ start, end: this.#text.length, text, url })
  }

  close(rest: { style: string; label: string; level: number | null; cell: Cell | null }): DocxParagraph {
    const text = this.#text
    let plain = ''
    let at = 0
    for (const { start, end } of this.#boldSpans) {
      plain += text.slice(at, start)
      at = end
    }
    const bold = this.#boldSpans.length > 0 && (plain + text.slice(at)).trim() === ''
    return { text, ...rest, bold, boldSpans: this.#boldSpans, links: this.#links }
  }
}
