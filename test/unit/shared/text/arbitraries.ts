/** Random texts out of what breaks text code: astral characters, ZWJ families, marks, both directions, line ends. */
import fc from 'fast-check'

const PIECES = [
  ...Array.from('abc XYZ.,"\'-\t\n'),
  'é',
  'e\u0301',
  'ا',
  'ك',
  'ک',
  'ی',
  'مُ',
  'ـ',
  'می\u200cشود',
  'پاکستان',
  'של',
  'שָׁ',
  'दक्षिण',
  'क\u093c',
  'ก',
  'น้ำ',
  'ประเทศ',
  '中',
  '国',
  '外交部',
  'が',
  'か\u3099',
  'サーバー',
  '한국',
  '\u1112\u1161\u11ab',
  '𠮷',
  '😀',
  '👨‍👩‍👧‍👦',
  '🇵🇰',
  '🇦',
  '👍🏽',
  '\u200f',
  '\u00a0',
  '\u00ad',
  '２０',
  '۲۰۲۵',
  '…',
  'ﷺ',
  '½',
  '\ufeff',
]

/** Canonical text: no CR, no control characters, no lone surrogates. */
export const canonicalArbitrary = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 60 }).map((text) => text.replace(/^\ufeff+/, ''))

/** Anything a decoder could hand over, lone surrogates and control characters included. */
export const rawArbitrary = fc.string({
  unit: fc.constantFrom(
    ...PIECES,
    '\r\n',
    '\r',
    '\u0085',
    '\u2028',
    '\u2029',
    '\0',
    '\u0007',
    '\f',
    '\u007f',
    '\u009b',
    '\ud83d',
    '\ude00',
  ),
  maxLength: 60,
})

/** Any UTF-16 units at all. */
export const unitsArbitrary = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }).map((units) => String.fromCharCode(...units))

/** A canonical text with two ordered offsets in it. */
export const rangeArbitrary = canonicalArbitrary.chain((text) =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) })),
)
