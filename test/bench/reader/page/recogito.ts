/**
 * @recogito/text-annotator with its default renderer, on the same document. What it opens with are offsets, as an application has
 * them in its store; what is added has a range, as its own selection handler gives it.
 */
import { createTextAnnotator, type TextAnnotation, type TextAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import type { Mark } from '../../../../src/renderer/lib/reader-surface/reader-surface.ts'
import { Plain } from './plain.ts'
import { startsOf, type Doc, type Technique } from './technique.ts'

export class Recogito implements Technique {
  readonly #document = new Plain(false)
  #starts: number[] = []
  #annotator!: TextAnnotator

  get scroller(): HTMLElement {
    return this.#document.scroller
  }

  get paragraphs(): HTMLElement[] {
    return this.#document.paragraphs
  }

  open(host: HTMLElement, doc: Doc): void {
    // It writes a line to the console at each redraw, which is no part of the work.
    console.log = () => {}
    this.#document.open(host, doc)
    this.#starts = startsOf(doc.text)
    this.#annotator = createTextAnnotator(this.#document.article) as unknown as TextAnnotator
    const stored = doc.marks.map(({ id, start, end }) => {
      const annotation = String(id)
      return {
        id: annotation,
        bodies: [],
        target: { annotation, selector: [{ quote: doc.text.slice(start, end), start, end }], created: new Date(id) },
      }
    })
    // Its public way in, setAnnotations, keeps no ranges in this version and then draws nothing until one scrolls.
    this.#annotator.state.store.bulkAddAnnotations(stored as unknown as TextAnnotation[], true)
  }

  add(mark: Mark): void {
    this.#annotator.state.store.addAnnotation(this.#annotationOf(mark))
  }

  hover(id: number | null): void {
    // Its types name a package that is not installed with it.
    const hover = this.#annotator.state.hover as { set(id: string | undefined): void }
    hover.set(id === null ? undefined : String(id))
  }

  isPainted(mark: Mark): boolean {
    return this.#document.article.querySelector(`.r6o-annotation[data-annotation="${mark.id}"]`) !== null
  }

  #annotationOf({ id, start, end }: Mark): TextAnnotation {
    const range = document.createRange()
    range.setStart(...this.#pointOf(start))
    range.setEnd(...this.#pointOf(end))
    const annotation = String(id)
    return {
      id: annotation,
      bodies: [],
      target: { annotation, selector: [{ quote: range.toString(), start, end, range }], created: new Date(id) },
    }
  }

  #pointOf(offset: number): [Node, number] {
    let [low, high] = [0, this.#starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! > offset) high = middle
      else low = middle + 1
    }
    const node = this.paragraphs[low - 1]!.firstChild!
    return [node, Math.min(offset - this.#starts[low - 1]!, node.nodeValue!.length)]
  }
}
