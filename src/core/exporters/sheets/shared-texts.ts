/** Texts that many cells hold, written once. The list is held until the end, so that it has a limit: what is beyond is written out. */
import { tXml } from './cell-xml.ts'

const MOST = 20_000
const LONGEST = 200

export class SharedTexts {
  readonly #places = new Map<string, number>()

  /** Place of a text in the list; null where it is not in there, and has no room. */
  place(text: string): number | null {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    if (text.length > LONGEST || this.#places.size >= MOST) return null
    this.#places.set(text, this.#places.size)
    return this.#places.size - 1
  }

  xml(): string {
    const texts = [...this.#places.keys()].map((text) => `<si>${tXml(text)}</si>`)
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${texts.length}">${texts.join('')}</sst>`
  }
}
