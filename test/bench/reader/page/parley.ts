/** Our own reader surface, from the source, as the application uses it. */
import { createReaderSurface, type Mark, type ReaderSurface } from '../../../../src/renderer/lib/reader-surface/reader-surface.ts'
import { startsOf, type Doc, type Technique } from './technique.ts'

const nothing = (): void => {}

export class Parley implements Technique {
  surface!: ReaderSurface
  scroller!: HTMLElement
  paragraphs: HTMLElement[] = []
  #starts: number[] = []

  open(host: HTMLElement, { text, script, direction, marks }: Doc): void {
    this.surface = createReaderSurface(host, {
      text,
      language: script,
      direction,
      strings: {
        label: 'Article',
        help: '',
        margin: 'Annotations',
        chip: (mark) => `${mark.label}, ${mark.detail ?? ''}: select`,
        more: (count) => `${count} more`,
        entered: (mark) => mark.label,
        left: (mark) => mark.label,
        selected: String,
        cleared: '',
      },
      onSelect: nothing,
      onActivate: nothing,
      onMore: nothing,
      onHover: nothing,
    })
    this.surface.setMarks(marks)
    this.scroller = host.querySelector('.rs')!
    this.paragraphs = Array.from(host.querySelectorAll<HTMLElement>('.rs-paragraph'))
    this.#starts = startsOf(text)
  }

  add(_mark: Mark, all: Mark[]): void {
    this.surface.setMarks(all)
  }

  hover(id: number | null): void {
    this.surface.setHover(id)
  }

  isPainted({ start, hue }: Mark): boolean {
    for (let lane = 0; lane < 4; lane++) {
      for (const { startContainer, startOffset } of CSS.highlights.get(`${hue}-${lane}`) ?? []) {
        const paragraph = startContainer.parentElement
        if (paragraph?.isConnected === true && this.#starts[Number(paragraph.dataset['i'])]! + startOffset === start) return true
      }
    }
    return false
  }
}
