/** The lower bounds: the text as bare paragraphs, all laid out or in sections with content-visibility, without any highlight. */
import type { Doc, Technique } from './technique.ts'

const PARAGRAPHS_PER_SECTION = 8

export class Plain implements Technique {
  scroller!: HTMLElement
  paragraphs: HTMLElement[] = []
  article!: HTMLElement
  readonly #inSections: boolean

  constructor(inSections: boolean) {
    this.#inSections = inSections
  }

  open(host: HTMLElement, { text, script, direction }: Doc): void {
    this.scroller = document.createElement('div')
    this.scroller.className = 'bench-scroller'
    this.scroller.dir = direction
    this.article = document.createElement('article')
    this.article.className = 'bench-text'
    this.article.lang = script
    this.article.dataset['reading'] = ''
    this.paragraphs = text.split('\n').map((line) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      return paragraph
    })
    if (this.#inSections) this.article.append(...this.#sections())
    else this.article.append(...this.paragraphs)
    this.scroller.append(this.article)
    host.append(this.scroller)
  }

  #sections(): HTMLElement[] {
    const sections: HTMLElement[] = []
    for (let first = 0; first < this.paragraphs.length; first += PARAGRAPHS_PER_SECTION) {
      const section = document.createElement('section')
      section.className = 'bench-section'
      section.append(...this.paragraphs.slice(first, first + PARAGRAPHS_PER_SECTION))
      sections.push(section)
    }
    return sections
  }

  add(): void {}

  hover(): void {}

  isPainted(): boolean {
    return true
  }
}
