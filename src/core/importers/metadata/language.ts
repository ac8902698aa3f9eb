/**
 * The language of a text, as a BCP 47 tag. The script decides where one script means one language; letters that only one
 * language has decide inside the Arabic and Cyrillic scripts (Dari cannot be told from Persian: both are "fa"); for the
 * rest `eld` is asked about several places of the text. Null where nothing is sure enough.
 */
import type { eld as Eld } from 'eld'
import type { Direction } from '../../../shared/domain/article.ts'
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'

type Detector = Pick<typeof Eld, 'detect'>

const SAMPLE_PLACES = 5
const SAMPLE_LENGTH = 400

/** Scripts of one language each, or with one language far ahead; the others are looked into below. */
const BY_SCRIPT: readonly (readonly [script: RegExp, language: string | null])[] = [
  [/\p{Script=Latin}/gu, null],
  [/\p{Script=Cyrillic}/gu, null],
  [/\p{Script=Arabic}/gu, null],
  [/\p{Script=Devanagari}/gu, null],
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Tibetan}/gu, 'bo'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Oriya}/gu, 'or'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Thaana}/gu, 'dv'],
]

/** Letters which no other language of the script uses, with the share of all letters they have at least. */
const ARABIC_SCRIPT: readonly (readonly [letters: RegExp, share: number, language: string])[] = [
  [/[ۇۈۋڭ]/gu, 0.03, 'ug'],
  [/[ڕڵێۆ]/gu, 0.02, 'ckb'],
  [/[ٻڄڃڦڪڳڱڻڙڏٽ]/gu, 0.02, 'sd'],
  [/[ټډړږښځڅڼۍ]/gu, 0.01, 'ps'],
  [/[ٹڈڑںےہھ]/gu, 0.03, 'ur'],
]
const CYRILLIC: readonly (readonly [letters: RegExp, share: number, language: string])[] = [
  [/[ҳҷӣӯ]/giu, 0.01, 'tg'],
  [/[ұғқһ]/giu, 0.02, 'kk'],
  [/[іїєґ]/giu, 0.03, 'uk'],
]

/** Small words of the languages written in Devanagari; the language with most of them wins. */
const DEVANAGARI: readonly (readonly [words: RegExp, language: string])[] = [
  [/(?<![\p{L}\p{M}])(?:है|हैं|में|की|के|और|को|पर|ने)(?![\p{L}\p{M}])/gu, 'hi'],
  [/(?<![\p{L}\p{M}])(?:आहे|आहेत|आणि|या|ही)(?![\p{L}\p{M}])|च्या(?![\p{L}\p{M}])|ळ/gu, 'mr'],
  [/(?<![\p{L}\p{M}])(?:छ|छन्|पनि|भएको|गरेको)(?![\p{L}\p{M}])|हरू/gu, 'ne'],
]

/** Tags of `eld` that are not what BCP 47 calls the language. */
const TAGS: Readonly<Record<string, string>> = { ku: 'ckb', no: 'nb', tl: 'fil' }

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

let detector: Promise<Detector> | undefined

/** The smallest data of `eld` tells the languages of this work apart as well as the large ones; loaded when first needed. */
function loadDetector(): Promise<Detector> {
  detector ??= import('eld').then(async ({ eld }) => {
    if (!('load' in eld)) return eld
    const own = eld.newInstance()
    await own.load('extrasmall')
    return own
  })
  return detector
}

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/** Language of a text, or null. */
export async function recogniseLanguage(text: string): Promise<string | null> {
  const samples = samplesOf(text)
  const sample = samples.join('\n')
  const letters = count(sample, /\p{L}/gu)
  if (letters === 0) return null
  const scripts = BY_SCRIPT.map(([script, language]) => ({ language, size: count(sample, script) })).sort((a, b) => b.size - a.size)
  const [main] = scripts
  if (!main || main.size < letters * 0.3) return null
  if (main.language === 'zh') return count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > main.size * 0.05 ? 'ja' : 'zh'
  if (main.language !== null) return main.language
  return byLetters(sample, letters) ?? (await byDetector(samples, letters)) ?? likeliest(sample, letters)
}

function byLetters(sample: string, letters: number): string | null {
  const own = [...ARABIC_SCRIPT, ...CYRILLIC].find(([only, share]) => count(sample, only) >= letters * share)
  if (own) return own[2]
  const [most, second] = DEVANAGARI.map(([words, language]) => ({ language, size: count(sample, words) })).sort((a, b) => b.size - a.size)
  if (most && second && most.size > second.size) return most.language
  const arabic = count(sample, /\p{Script=Arabic}/gu)
  if (arabic < letters * 0.5) return null
  // Persian has four letters that Arabic lacks; Arabic has an article before many of its words.
  const persian = count(sample, /[پچژگ]/gu)
  const articles = count(sample, /(?<!\p{L})(?:و|ب|ف|ك)?ال\p{L}{2}|ة(?!\p{L})/gu)
  if (persian * 4 > articles && persian >= arabic * 0.005) return 'fa'
  return articles > arabic * 0.02 ? 'ar' : null
}

/** The language most texts of a script are in, where there is too little text to tell more. */
function likeliest(sample: string, letters: number): string | null {
  if (count(sample, /\p{Script=Cyrillic}/gu) > letters / 2) return 'ru'
  return count(sample, /\p{Script=Devanagari}/gu) > letters / 2 ? 'hi' : null
}

const LEAST_LETTERS = 20

/** The language most places of the text speak for; an unsure answer counts only where there is no sure one. */
async function byDetector(samples: readonly string[], letters: number): Promise<string | null> {
  if (letters < LEAST_LETTERS) return null
  const own = await loadDetector()
  const votes = new Map<string, number>()
  for (const sample of samples) {
    const result = own.detect(sample)
    if (result.language !== '' && result.isReliable()) votes.set(result.language, (votes.get(result.language) ?? 0) + sample.length)
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1])
  return winner ? (TAGS[winner[0]] ?? winner[0]) : null
}

/** Several places of a long text, so that a byline in another language does not decide; the whole of a short one. */
function samplesOf(text: string): string[] {
  if (text.length <= SAMPLE_PLACES * SAMPLE_LENGTH) return [text]
  const step = (text.length - SAMPLE_LENGTH) / (SAMPLE_PLACES - 1)
  return Array.from({ length: SAMPLE_PLACES }, (_, place) => text.slice(place * step, place * step + SAMPLE_LENGTH))
}

/** Direction in which a text of this language is written; where that is unknown, that of its first strong character. */
export function directionOf(language: string | null, text: string): Direction {
  if (language !== null) return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr'
  return firstStrongDirection(text) ?? 'ltr'
}
