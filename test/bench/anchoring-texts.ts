/** Made-up articles and corrections with their ground truth: where every word of the earlier text is in the later one. Seeded. */

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Word {
  text: string
  /** Where it begins in the earlier text; -1 for one that is new. */
  origin: number
  /** Units it had in the earlier text. */
  length: number
}
type Sentence = Word[]
type Paragraph = Sentence[]

export interface Corrected {
  before: string
  after: string
  /** Where [start, end) of the earlier text is in the later one; null where all of its words were taken out. */
  truth(start: number, end: number): { start: number; end: number } | null
  /** A quote of whole words, within a paragraph. */
  quote(random: () => number): { start: number; end: number }
}

const SYLLABLES = 'ka mi to ran is tal be do lu ser van kor pe ti ash mo ne ra gul zan'.split(' ')

/** A text of about `units` units and a correction of it that changes `rate` of its words, paragraphs and sentences; some paragraphs move. */
export function correctedText(units: number, rate: number, seed: number): Corrected {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const words = Array.from({ length: 6_000 }, () => Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(SYLLABLES)).join(''))
  /** Few words are frequent, most are rare, as in any language. */
  const word = (): string => words[Math.floor(words.length * random() ** 3)] ?? ''
  const sentence = (): Sentence => {
    const texts = Array.from({ length: 6 + Math.floor(random() * 18) }, word)
    return texts.map((text, at) => ({ text: at === texts.length - 1 ? `${text}.` : text, origin: -1, length: 0 }))
  }
  const paragraph = (): Paragraph => Array.from({ length: 2 + Math.floor(random() * 6) }, sentence)

  const old: Paragraph[] = []
  for (let made = 0; made < units;) {
    const next = paragraph()
    made += next.flat().reduce((sum, { text }) => sum + text.length + 1, 1)
    old.push(next)
  }
  const before = write(old, (entry, start) => {
    entry.origin = start
    entry.length = entry.text.length
  })
  const starts = old.flatMap((sentences, index) => sentences.flat().map(({ origin, length }) => ({ origin, length, paragraph: index })))

  const misspelt = (text: string): string => {
    const at = Math.floor(random() * text.length)
    return text.slice(0, at) + pick('abcdefgh'.split('')) + text.slice(at + 1)
  }
  const corrected = (entry: Word): Word => {
    if (random() >= rate) return entry
    const dot = entry.text.endsWith('.') ? '.' : ''
    return { ...entry, text: random() < 0.7 ? misspelt(entry.text) : `${word()}${dot}` }
  }
  let now = old.map((sentences) => sentences.map((entries) => entries.map(corrected)))
  const some = (share: number): number => Math.max(2, Math.round(now.length * share))
  for (let n = some(rate); n > 0; n--) now.splice(Math.floor(random() * now.length), 0, paragraph())
  for (let n = some(rate); n > 0; n--) pick(now).splice(1, 0, sentence())
  for (let n = some(0.4 * rate); n > 0; n--) now.splice(Math.floor(random() * now.length), 1)
  for (let n = some(0.4 * rate); n > 0; n--) pick(now).splice(0, 1)
  for (let n = 5; n > 0; n--) now.splice(Math.floor(random() * now.length), 0, ...now.splice(Math.floor(random() * now.length), 1))
  now = now.filter((sentences) => sentences.length > 0)

  const places = new Map<number, { start: number; end: number }>()
  const after = write(now, (entry, start) => {
    if (entry.origin >= 0) places.set(entry.origin, { start, end: start + entry.text.length })
  })
  return {
    before,
    after,
    truth(start, end) {
      const kept = starts
        .filter(({ origin, length }) => origin >= start && origin + length <= end)
        .flatMap(({ origin }) => places.get(origin) ?? [])
      const first = kept.at(0)
      const last = kept.at(-1)
      return first && last ? { start: first.start, end: last.end } : null
    },
    quote(next) {
      const from = Math.floor(next() * starts.length)
      // Most quotes are a clause long, a few a whole paragraph.
      const length = Math.max(1, Math.round(2 ** (next() * 6)))
      const first = starts[from] ?? { origin: 0, length: 1, paragraph: 0 }
      const last = starts.slice(from, from + length).findLast((entry) => entry.paragraph === first.paragraph) ?? first
      return { start: first.origin, end: last.origin + last.length }
    },
  }
}

/** The text of paragraphs; `visit` hears where each word begins. */
function write(paragraphs: readonly Paragraph[], visit: (word: Word, start: number) => void): string {
  let text = ''
  for (const [index, sentences] of paragraphs.entries()) {
    if (index > 0) text += '\n\n'
    for (const [at, entry] of sentences.flat().entries()) {
      if (at > 0) text += ' '
      visit(entry, text.length)
      text += entry.text
    }
  }
  return text
}
