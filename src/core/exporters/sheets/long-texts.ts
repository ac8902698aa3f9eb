/** Texts that no cell can hold: cut with a mark, and given in full on a sheet of their own, in pieces that a cell can hold. */
import { say } from '../../messages.ts'
import type { Sheet, SheetValue } from '../document/model.ts'

/** UTF-16 units that a cell holds. */
export const LONGEST_CELL = 32_767
/** Room for the mark. */
const KEPT = 32_600
const PIECE = 32_000

export class LongTexts {
  readonly #rows: SheetValue[][] = []
  readonly #name: string
  #count = 0

  /** `name`: of the sheet that will hold them. */
  constructor(name: string) {
    this.#name = name
  }

  /** The text as its cell holds it. */
  fit(text: string, sheet: string, cell: string): string {
    if (text.length <= LONGEST_CELL) return text
    this.#count += 1
    let piece = 0
    for (let at = 0; at < text.length;) {
      const end = whole(text, at + PIECE)
      this.#rows.push([this.#count, sheet, cell, ++piece, text.slice(at, end)])
      at = end
    }
    return text.slice(0, whole(text, KEPT)) + cutMark(this.#count, this.#name)
  }

  /** null where there is none. */
  sheet(): Sheet | null {
    if (this.#rows.length === 0) return null
    return {
      name: this.#name,
      columns: [
        { head: say('sheet.longTexts.number'), kind: 'number', width: 8 },
        { head: say('sheet.longTexts.sheet'), kind: 'text', width: 24 },
        { head: say('sheet.longTexts.cell'), kind: 'text', width: 10 },
        { head: say('sheet.longTexts.piece'), kind: 'number', width: 8 },
        { head: say('sheet.longTexts.text'), kind: 'text', width: 100 },
      ],
      rows: this.#rows,
    }
  }
}

const cutMark = (number: number, sheet: string): string => ` ${say('sheet.longTexts.mark', { number, sheet })}`

/** A place that is not within a pair. */
const whole = (text: string, at: number): number => (/[\ud800-\udbff]/.test(text[at - 1] ?? '') && at < text.length ? at - 1 : at)
