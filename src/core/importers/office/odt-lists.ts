/** Numbers of lists in an ODT while it is read: which item is the next one, on each level. */
import { listNumber } from './list-labels.ts'
import type { OdtListLevel, OdtStyles } from './odt-styles.ts'

interface OpenList {
  readonly style: string | null
  count: number
  /** A value that the next item is given. */
  start: number | null
  /** The item shows its number at its first paragraph only. */
  isFresh: boolean
}

export class OdtLists {
  readonly #styles: OdtStyles
  readonly #open: OpenList[] = []
  /** Where the last list of a style ended, for lists that go on. */
  readonly #ended = new Map<string, number>()
  readonly #headings: number[] = []

  constructor(styles: OdtStyles) {
    this.#styles = styles
  }

  open(style: string | null, continues: boolean): void {
    const own = style ?? this.#open.at(-1)?.style ?? null
    const level = this.#styles.level(own, this.#open.length + 1)
    const count = continues && this.#open.length === 0 ? (this.#ended.get(own ?? '') ?? 0) : (level?.start ?? 1) - 1
    this.#open.push({ style: own, count, start: null, isFresh: false })
  }

  close(): void {
    const list = this.#open.pop()
    if (list && this.#open.length === 0) this.#ended.set(list.style ?? '', list.count)
  }

  item(start: number | null): void {
    const list = this.#open.at(-1)
    if (!list) return
    list.count = start ?? list.count + 1
    list.isFresh = true
  }

  /** The number of the paragraph that begins here; '' for none. */
  label(): string {
    const list = this.#open.at(-1)
    if (!list?.isFresh) return ''
    list.isFresh = false
    return this.#written(
      this.#styles.level(list.style, this.#open.length),
      (level) => this.#open[level - 1]?.count ?? 1,
      this.#open.length,
      (level) => this.#styles.level(list.style, level),
    )
  }

  /** The number of a heading, which the outline counts; '' for none. */
  heading(outline: string, level: number): string {
    const own = this.#styles.level(outline, level)
    this.#headings[level - 1] = (this.#headings[level - 1] ?? (own?.start ?? 1) - 1) + 1
    this.#headings.length = level
    return this.#written(
      own,
      (at) => this.#headings[at - 1] ?? 1,
      level,
      (at) => this.#styles.level(outline, at),
    )
  }

  #written(own: OdtListLevel | null, count: (level: number) => number, level: number, of: (level: number) => OdtListLevel | null): string {
    if (!own || own.style === 'none') return ''
    if (own.style === 'bullet') return listNumber(0, 'bullet')
    const numbers: string[] = []
    for (let at = Math.max(1, level - own.shown + 1); at <= level; at++) {
      const written = listNumber(count(at), of(at)?.style ?? 'decimal')
      if (written !== '') numbers.push(written)
    }
    return `${own.before}${numbers.join('.')}${own.behind}`.trim()
  }
}
