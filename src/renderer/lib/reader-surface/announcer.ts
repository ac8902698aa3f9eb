/**
 * Says what a screen reader cannot know by itself: where the caret went, which marks it entered or left, what is selected.
 * Steps that follow each other quickly are said once, when they stop.
 */
import { nextGrapheme } from '../../../shared/text/graphemes.ts'
import { sentenceAt } from '../../../shared/text/sentences.ts'
import type { Span } from '../../../shared/text/span.ts'
import { segmenterOf } from '../../../shared/text/segmenters.ts'
import { wordAt } from '../../../shared/text/words.ts'
import { element } from './dom.ts'
import { lineAt } from './geometry.ts'
import type { Motion } from './keys.ts'
import type { MarkSet } from './mark-set.ts'
import type { TextDom } from './text-dom.ts'
import type { Mark, SurfaceStrings } from './types.ts'

const PAUSE_MS = 120
/** Longer stretches (UTF-16 units) are not counted: it would be felt. */
const COUNT_LIMIT = 100_000

/** Number of words in [start, end), or null if that is too long to count at once. */
export function countWords(text: string, { start, end }: Span, language: string | null): number | null {
  if (end - start > COUNT_LIMIT) return null
  let words = 0
  for (const { isWordLike } of segmenterOf('word', language).segment(text.slice(start, end))) if (isWordLike === true) words++
  return words
}

export class Announcer {
  readonly region: HTMLElement
  readonly #dom: TextDom
  readonly #marks: MarkSet
  readonly #strings: SurfaceStrings
  readonly #language: string | null
  #timer: number | undefined
  #inside: Mark[] = []

  constructor(dom: TextDom, marks: MarkSet, strings: SurfaceStrings, language: string | null) {
    this.#dom = dom
    this.#marks = marks
    this.#strings = strings
    this.#language = language
    this.region = element('div', 'rs-hidden', { 'aria-live': 'polite', role: 'status' })
  }

  /** After a step of the caret without a selection: the text it came to, and the marks it entered or left. */
  moved(motion: Motion, offset: number): void {
    this.#soon(() => {
      const now = this.#marks.at(offset)
      const left = this.#inside.filter((mark) => !now.some(({ id }) => id === mark.id))
      const entered = now.filter((mark) => !this.#inside.some(({ id }) => id === mark.id))
      this.#inside = now
      const span = this.#stretchOf(motion, offset)
      this.#say([
        ...left.map((mark) => this.#strings.left(mark)),
        ...entered.map((mark) => this.describe(mark)),
        { text: this.#dom.text.slice(span.start, span.end) },
      ])
    })
  }

  /** After a change of the selection. */
  selected(span: Span | null): void {
    this.#soon(() => {
      this.#say([span === null ? this.#strings.cleared : this.#strings.selected(countWords(this.#dom.text, span, this.#language))])
    })
  }

  /** After an end of a mark was moved. */
  changed(mark: Mark): void {
    this.#soon(() => this.#say([this.describe(mark)]))
  }

  /** "Demand, 12 words, overlaps 2". */
  describe(mark: Mark): string {
    const words = countWords(this.#dom.text, mark, this.#language) ?? 0
    return this.#strings.entered(mark, { words, overlaps: this.#marks.overlaps(mark) })
  }

  destroy(): void {
    window.clearTimeout(this.#timer)
  }

  #soon(run: () => void): void {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(run, PAUSE_MS)
  }

  /** Sentences of the interface are strings; words of the text carry its language. */
  #say(messages: readonly (string | { text: string })[]): void {
    this.region.replaceChildren(
      ...messages.map((message) => {
        const line = typeof message === 'string' ? element('p', '') : element('p', '', { lang: this.#language, dir: 'auto' })
        line.textContent = typeof message === 'string' ? message : message.text
        return line
      }),
    )
  }

  /** The piece of text that a step of this size came to. */
  #stretchOf({ unit }: Motion, offset: number): Span {
    const { text, blocks } = this.#dom
    const block = blocks[this.#dom.paragraphAt(offset)]!
    const character = { start: offset, end: offset < text.length ? nextGrapheme(text, offset) : offset }
    if (unit === 'character' || unit === 'lineEdge') return character
    if (unit === 'word') return wordAt(text, offset, this.#language) ?? character
    if (unit === 'sentence') return sentenceAt(text, offset, this.#language) ?? character
    if (unit === 'paragraph' || unit === 'text') return block
    return lineAt(this.#dom, offset)
  }
}
