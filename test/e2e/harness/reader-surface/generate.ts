/** Seeded texts and marks for the reader harness: words by rank (Zipf), marks of log-normal length, some on top of others. */
import type { Mark } from '../../../../src/renderer/lib/reader-surface/reader-surface.ts'

export type Random = () => number

/** Mulberry32: small, good enough, the same everywhere. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type Script = 'en' | 'ur' | 'zh'

const SYLLABLES: Record<Script, string[]> = {
  en: 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu tra ple nor sten gri'.split(' '),
  ur: 'با کی ہے نا گو را شت می دو لا پھر چا خوا غم زن طو'.split(' '),
  zh: Array.from('的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动'),
}

function vocabulary(script: Script, random: Random): string[] {
  const syllable = (): string => SYLLABLES[script][Math.floor(random() * SYLLABLES[script].length)]!
  return Array.from({ length: 2_000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * (script === 'zh' ? 2 : 4)) }, syllable).join(''),
  )
}

/** About `length` UTF-16 units of text in paragraphs of about 560. */
export function generateText(script: Script, length: number, seed = 1): string {
  const random = seeded(seed)
  const words = vocabulary(script, random)
  const space = script === 'zh' ? '' : ' '
  const stop = script === 'zh' ? '。' : script === 'ur' ? '۔ ' : '. '
  const paragraphs: string[] = []
  for (let made = 0; made < length;) {
    let paragraph = ''
    const size = 280 + random() * 560
    while (paragraph.length < size) {
      const sentence = Array.from({ length: 6 + Math.floor(random() * 18) }, () => {
        if (script === 'ur' && random() < 0.03) return 'BBC'
        if (random() < 0.02) return String(Math.floor(random() * 2_000))
        return words[Math.floor(random() ** 3 * words.length)]!
      })
      paragraph += sentence.join(space) + stop
    }
    paragraphs.push(paragraph.trimEnd())
    made += paragraph.length + 1
  }
  return paragraphs.join('\n').slice(0, length).trimEnd()
}

const TAGS: Pick<Mark, 'hue' | 'letter' | 'label'>[] = [
  { hue: 'amber', letter: 'D', label: 'Demand' },
  { hue: 'vermilion', letter: 'T', label: 'Threat' },
  { hue: 'blue', letter: 'P', label: 'Position' },
  { hue: 'green', letter: 'O', label: 'Offer' },
  { hue: 'teal', letter: 'G', label: 'Agreement' },
  { hue: 'magenta', letter: 'R', label: 'Rejection' },
  { hue: 'brown', letter: 'C', label: 'Accusation' },
  { hue: 'sky', letter: 'A', label: 'Appeal' },
  { hue: 'grey', letter: 'X', label: 'Action' },
]
const SPEAKERS = ['Pakistan', 'Afghan Taliban', 'Attaullah Tarar', '', 'Türkiye', 'Khawaja Asif']

/** `count` marks over a text of `length` units, three in ten of them on top of an earlier one. */
export function generateMarks(length: number, count: number, seed = 2): Mark[] {
  const random = seeded(seed)
  const marks: Mark[] = []
  for (let id = 1; id <= count; id++) {
    const gauss = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const size = Math.max(3, Math.min(2_000, Math.round(42 * Math.exp(0.8 * gauss))))
    const earlier = marks[Math.floor(random() * marks.length)]
    const near =
      earlier !== undefined && random() < 0.3
        ? earlier.start + Math.floor((random() - 0.3) * (earlier.end - earlier.start))
        : random() * length
    const start = Math.max(0, Math.min(length - size, Math.floor(near)))
    const detail = SPEAKERS[Math.floor(random() * SPEAKERS.length)]!
    marks.push({
      id,
      start,
      end: Math.min(length, start + size),
      ...TAGS[Math.floor(random() ** 1.5 * TAGS.length)]!,
      detail,
      important: random() < 0.05,
    })
  }
  return marks
}
