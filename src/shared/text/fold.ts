/**
 * Folding: what counts as the same letter when people search. Compatibility forms, case, vowel signs and accents of
 * Latin, Greek, Cyrillic, Hebrew and Arabic are folded away; Arabic, Persian, Urdu and Pashto spellings of one letter
 * become one; all decimal digits become ASCII. Marks of Indic scripts, Thai and kana carry meaning and stay.
 * Any change here changes what the search index holds: raise FOLD_VERSION, the store re-feeds its index.
 */

/** Version of folding and tokens together; stored with every search index. */
export const FOLD_VERSION = 1

const STRIPPED_MARK =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]]--[\u3099\u309a]]/gv

// Tatweel, bidi marks, isolates and embeddings, joiners, soft hyphen, invisible operators, Latin signs for ayin and hamza.
const DROPPED = /[\u0640\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\u200d\u00ad\ufeff\u02be\u02bf]/g

/** What each character on the left stands for. Letters only where no Unicode normalisation form says it already. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\u06cc': '\u064a\u0649\u0626\u06cd', // yeh: Arabic, without dots, with hamza, Pashto feminine
    '\u06a9': '\u0643\u06aa', // kaf: Arabic, swash
    '\u06af': '\u06ab', // gaf: Pashto
    '\u0647': '\u06c1\u06be\u0629\u06d5\u06c0\u06c2\u06c3', // heh: goal, two-eyed, teh marbuta, Uyghur, with hamza
    '\u0627': '\u0623\u0625\u0622\u0671', // alef: with hamza, with madda, wasla
    '\u0648': '\u0624', // waw with hamza
    σ: 'ς',
    o: 'ø',
    d: 'đð',
    h: 'ħ',
    l: 'ł',
    t: 'ŧ',
    i: 'ı',
    n: 'ŋ',
    k: 'ĸ',
    ss: 'ß',
    ae: 'æ',
    oe: 'œ',
    th: 'þ',
    "'": '\u2018\u2019\u201b\u02bb\u02bc\u2032',
    '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212',
    ' ': '\u200b\u200c', // zero-width space, zero-width non-joiner: they part what they stand between
  }).flatMap(([to, all]) => Array.from(all, (from): [string, string] => [from, to])),
)

/** ASCII digit of a decimal digit of any script: the digits of a script are ten neighbours, the first one is zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}

// What can melt together with the character before it, so that folding unit by unit would see two letters for one:
// kana voicing, Hangul vowels and finals, nuktas and two-part vowels of Indic scripts, Thai and Lao AM taken apart,
// and the astral scripts of that kind.
const COMPOSES =
  /[\u3099\u309a\uff9e-\uffdc\u1160-\u11ff\u093c\u09bc\u09be\u09d7\u0a3c\u0b3c\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u0e4d\u0ecd\u102e\u1b35\ud804-\ud806\ud818\ud81b]/

/** True when a text must go through `compose` as a whole before it is folded unit by unit. */
export const needsComposing = (text: string): boolean => COMPOSES.test(text)

/** NFKC, but AM of Thai and Lao stays the one letter that people type. */
export const compose = (text: string): string =>
  text.normalize('NFKC').replaceAll('\u0e4d\u0e32', '\u0e33').replaceAll('\u0ecd\u0eb2', '\u0eb3')

const stripMarks = (text: string): string => compose(text.normalize('NFKD').replace(STRIPPED_MARK, ''))

/** One character folded the slow way; the table and astral characters come from here. */
export function foldCharacter(character: string): string {
  const bare = stripMarks(character)
  const lower = bare.toLowerCase()
  const plain = lower === bare ? bare : stripMarks(lower)
  const same = Array.from(plain.replace(DROPPED, ''), (letter) => SAME.get(letter) ?? letter).join('')
  return same.replace(/\p{Nd}/gu, asciiDigit)
}

// Unified ideographs, Hangul syllables, surrogates and private use fold to themselves; leaving them out of the slow
// way makes the table quick to build.
const foldsToItself = (unit: number): boolean => (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xf8ff)

export interface FoldTable {
  /** The folded unit for each UTF-16 unit, where it is exactly one. */
  readonly single: Uint16Array
  /** Units that fold to nothing (empty string) or to several units. */
  readonly several: ReadonlyMap<number, string>
}

let table: FoldTable | undefined

/** The folding table over UTF-16 units, built at first use. */
export function foldTable(): FoldTable {
  if (table) return table
  const single = new Uint16Array(0x10000)
  const several = new Map<number, string>()
  for (let unit = 0; unit < 0x10000; unit++) {
    single[unit] = unit
    if (foldsToItself(unit)) continue
    const folded = foldCharacter(String.fromCharCode(unit))
    if (folded.length === 1) single[unit] = folded.charCodeAt(0)
    else several.set(unit, folded)
  }
  table = { single, several }
  return table
}

function foldUnits(text: string): string {
  // Of ASCII nothing changes but its case; many texts are no more, and the table takes a tenth of a second to build.
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase()
  const { single, several } = foldTable()
  let folded = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    folded += several.get(unit) ?? String.fromCharCode(single[unit] ?? unit)
  }
  return /[\ud800-\udbff]/.test(folded) ? folded.replace(/[\u{10000}-\u{10ffff}]/gu, foldCharacter) : folded
}

/** The folded text: for comparing and looking up, never for showing. Idempotent; lengths may change. */
export function foldText(text: string): string {
  if (!needsComposing(text)) return foldUnits(text)
  // Twice: what stood between a letter and its mark may have been dropped by the first pass.
  return foldUnits(compose(foldUnits(compose(text))))
}

/** The folded form of a name or alias under which it is looked up: white space collapsed, trimmed. */
export function foldName(name: string): string {
  return foldText(name).replace(/\s+/g, ' ').trim()
}
