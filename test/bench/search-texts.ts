/** Seeded texts for the search benchmark: made-up words of unequal frequency in Latin, Arabic and Chinese script. */
export const COMMON = 'harbour'
export const RARE = 'quayside'
export const CHINESE = '停火'

export interface BenchText {
  title: string
  text: string
  published: string
  language: string
}

const SYLLABLES = 'ka lo mi ter van dor sel pri bou nas tim gor hal wen rus fo de li ma sto'.split(' ')
const ARABIC = 'با تو سن مر کل دن فر یک نو پا'.split(' ')
const HAN = '制裁谈判部长外交边境军方指责要求回应声明机制监督会谈代表团决定'
const WORDS = 12_000

/** A small linear congruential generator: the same texts in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const wordOf = (syllables: readonly string[], number: number): string => {
  let word = ''
  for (let left = number + 37; left > 0; left = Math.floor(left / syllables.length)) word += syllables[left % syllables.length]
  return word
}

export function* texts(count: number): Generator<BenchText> {
  const random = seeded(11)
  // Low numbers are common: a product of two draws falls towards nought.
  const pick = (): number => Math.floor((random(WORDS) * random(WORDS)) / WORDS)
  for (let made = 0; made < count; made++) {
    const kind = made % 10
    const length = 250 + random(250)
    const words: string[] = []
    for (let at = 0; at < length; at++) {
      const latin = kind < 6
      const special = random(1_000)
      if (latin && special < 2) words.push(COMMON)
      else if (latin && special === 5 && random(60) === 0) words.push(COMMON, RARE)
      else if (kind >= 8)
        words.push(Array.from({ length: 6 }, () => HAN.charAt(random(HAN.length))).join('') + (special < 6 ? `${CHINESE}。` : '，'))
      else words.push(wordOf(latin ? SYLLABLES : ARABIC, pick()))
      if (at % 60 === 59) words.push('\n')
    }
    const text = words.join(kind >= 8 ? (random(2) === 0 ? '' : ' ') : ' ')
    const month = String(1 + random(12)).padStart(2, '0')
    yield {
      title: `Report ${made} ${words[0] ?? ''}`,
      text: `Report ${made} of this series says what follows in some detail for all who read it here. ${text}`,
      published: `2025-${month}-${String(1 + random(28)).padStart(2, '0')}`,
      language: kind < 6 ? 'en' : kind < 8 ? 'fa' : 'zh',
    }
  }
}
