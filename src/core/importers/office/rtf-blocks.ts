/** Paragraphs and cells of an RTF while it is read: words such as `\par`, `\cell` and `\row` end them. */
import type { Block } from './blocks.ts'

export class RtfBlocks {
  readonly blocks: Block[] = []
  #text = ''
  #level: number | null = null
  #inTable = false
  #table = 0
  #row = 0
  #column = 0

  write(text: string): void {
    this.#text += text
  }

  /** Puts another mark in the place of the one that was written last. */
  replaceEnd(mark: string, by: string): void {
    if (this.#text.endsWith(mark)) this.#text = this.#text.slice(0, -mark.length) + by
  }

  /** A control word that is about paragraphs; others do nothing. `label` gives the number of a list, and forgets it. */
  word(word: string, value: number | null, levels: ReadonlyMap<number, number>, label: () => string): void {
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        this.end(label)
        break
      case 'pard':
        this.#inTable = false
        this.#level = null
        break
      case 'intbl':
        this.#inTable = true
        break
      case 's':
        this.#level = levels.get(value ?? 0) ?? null
        break
      case 'outlinelevel':
        this.#level = value !== null && value >= 0 && value <= 8 ? value : null
        break
      case 'cell':
        this.#inTable = true
        this.end(label)
        this.#column++
        break
      case 'row':
        this.#row++
        this.#column = 0
        break
      default:
    }
  }

  /** Ends the paragraph that is being written. */
  end(label: () => string): void {
    if (!this.#inTable && this.#row > 0) {
      this.#table++
      this.#row = 0
      this.#column = 0
    }
    const cell = this.#inTable ? { table: this.#table, row: this.#row, column: this.#column } : null
    this.blocks.push({ text: this.#text, label: label(), level: this.#level, cell })
    this.#text = ''
  }
}
