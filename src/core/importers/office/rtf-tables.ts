/** What an RTF says before its text: its fonts with their code pages, the levels of its styles, and what it says about itself. */
import { NO_PROPERTIES, type DocumentProperties } from './core-properties.ts'
import { encodingOfCharset, encodingOfPage, SYMBOLS } from './rtf-encodings.ts'
import type { RtfToken } from './rtf-tokens.ts'

export interface RtfFont {
  name: string
  /** Null: the document's. */
  encoding: string | null
  isSymbols: boolean
}

const LONGEST = 2_000

export class RtfTables {
  readonly fonts = new Map<number, RtfFont>()
  /** Levels of headings by number of style. */
  readonly levels = new Map<number, number>()
  readonly #info = new Map<string, string>()
  readonly #times = new Map<string, Map<string, number>>()
  #font: RtfFont | null = null
  #style: number | null = null

  /** A token in one of these groups. `path`: the groups it is in, from `fonttbl`, `stylesheet` or `info` on. `text`: what a byte says. */
  take(path: readonly string[], token: RtfToken, text: string): void {
    if (path[0] === 'fonttbl') this.#takeFont(token, text)
    else if (path[0] === 'stylesheet') this.#takeStyle(token)
    else this.#takeInfo(path.at(-1) ?? '', token, text)
  }

  #takeFont(token: RtfToken, text: string): void {
    if (token.kind === 'byte' && this.#font && this.#font.name.length < 100) this.#font.name += text
    if (token.kind !== 'word') return
    if (token.word === 'f') {
      this.#font = { name: '', encoding: null, isSymbols: false }
      this.fonts.set(token.value ?? 0, this.#font)
    }
    if (!this.#font) return
    if (token.word === 'fcharset') {
      this.#font.isSymbols = token.value === SYMBOLS
      this.#font.encoding = encodingOfCharset(token.value ?? 0)
    }
    if (token.word === 'cpg' && token.value !== null && token.value > 0) this.#font.encoding = encodingOfPage(token.value)
  }

  #takeStyle(token: RtfToken): void {
    if (token.kind === 'open') this.#style = 0
    if (token.kind !== 'word') return
    if (token.word === 's') this.#style = token.value ?? 0
    if (token.word === 'outlinelevel' && this.#style !== null && token.value !== null && token.value >= 0 && token.value <= 8)
      this.levels.set(this.#style, token.value)
  }

  #takeInfo(name: string, token: RtfToken, text: string): void {
    if (token.kind === 'byte') {
      const known = this.#info.get(name) ?? ''
      if (known.length < LONGEST) this.#info.set(name, known + text)
    } else if (token.kind === 'word' && token.value !== null) {
      const time = this.#times.get(name) ?? new Map<string, number>()
      this.#times.set(name, time.set(token.word, token.value))
    }
  }

  get properties(): DocumentProperties {
    const text = (name: string): string | null => this.#info.get(name)?.replace(/\s+/g, ' ').trim() || null
    return {
      ...NO_PROPERTIES,
      title: text('title'),
      creator: text('author'),
      subject: text('subject'),
      keywords: text('keywords'),
      created: this.#time('creatim'),
      modified: this.#time('revtim'),
    }
  }

  #time(name: string): string | null {
    const time = this.#times.get(name)
    const two = (part: string): string => String(time?.get(part) ?? 0).padStart(2, '0')
    const year = time?.get('yr') ?? 0
    return year < 1980 || year > 9999 ? null : `${year}-${two('mo')}-${two('dy')}T${two('hr')}:${two('min')}`
  }
}
