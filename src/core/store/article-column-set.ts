/** Articles by column: one entry a slot, texts by number and equal lists as one object, so that counting a hundred thousand takes a few milliseconds. */

/** Texts by number, so that counting needs no map of texts. */
export class Words {
  readonly values: string[] = []
  readonly #codes = new Map<string, number>()
  code(value: string): number {
    let code = this.#codes.get(value)
    if (code === undefined) {
      code = this.values.push(value) - 1
      this.#codes.set(value, code)
    }
    return code
  }
}

/** One entry a slot; a removed article leaves its slot empty (id 0). */
export class ArticleColumns {
  /** Last step of the history that is in here. */
  seq = 0
  /** Raised by every change, so that what was worked out from it can be kept. */
  version = 0
  readonly slotOf = new Map<number, number>()
  readonly id: number[] = []
  readonly title: string[] = []
  readonly author: string[] = []
  /** Days since 1970-01-01, or null. */
  readonly day: (number | null)[] = []
  readonly annotations: number[] = []
  readonly chars: number[] = []
  readonly credibility: number[] = []
  readonly story: number[] = []
  readonly outlet: number[] = []
  readonly month: number[] = []
  readonly language: number[] = []
  readonly status: number[] = []
  readonly reliability: number[] = []
  readonly words = { outlet: new Words(), month: new Words(), language: new Words(), status: new Words(), reliability: new Words() }
  /** Equal lists are one list. Empty until they are asked for, save collections. */
  readonly collections: (readonly number[])[] = []
  readonly tags: (readonly number[])[] = []
  readonly parties: (readonly number[])[] = []
  readonly coders: (readonly number[])[] = []
  hasAnnotations = false
  readonly #lists = new Map<string, readonly number[]>()

  get slots(): number {
    return this.id.length
  }

  /** The list behind `1,5,2`; null: none. */
  list(text: string | null): readonly number[] {
    const key = text ?? ''
    let list = this.#lists.get(key)
    if (!list) {
      list = key === '' ? [] : key.split(',').map(Number)
      this.#lists.set(key, list)
    }
    return list
  }
}
