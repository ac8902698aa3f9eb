/**
 * Which script a stretch of text is in, and what Word has to be told of it: it draws right-to-left and Indic text with a font, a size and a
 * language of their own ("complex script"), and only where the run says so. Digits and signs go with the words around them.
 */
export type Script = 'plain' | 'rtl' | 'complex'

const RTL = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'
const COMPLEX = '\\u0900-\\u109f\\u1780-\\u17ff\\u1900-\\u1cff\\ua800-\\uabff\\u{11000}-\\u{11fff}'
const NEEDS_CARE = new RegExp(`[${RTL}${COMPLEX}]`, 'u')
const STRETCHES = new RegExp(
  `([${RTL}]+)|([${COMPLEX}]+)|((?:(?![${RTL}${COMPLEX}])[\\p{L}\\p{M}])+)|([^\\p{L}\\p{M}${RTL}${COMPLEX}]+)`,
  'gu',
)

export interface Stretch {
  readonly text: string
  readonly script: Script
}

/** The text in stretches of one script each; joined they are the text. `base`: where signs between two scripts belong. */
export function stretches(text: string, base: 'ltr' | 'rtl'): Stretch[] {
  if (!NEEDS_CARE.test(text)) return [{ text, script: 'plain' }]
  const found = Array.from(text.matchAll(STRETCHES), ([whole, rtl, complex, plain]): { text: string; script: Script | null } => ({
    text: whole,
    script: rtl !== undefined ? 'rtl' : complex !== undefined ? 'complex' : plain !== undefined ? 'plain' : null,
  }))
  const merged: { text: string; script: Script }[] = []
  found.forEach((piece, index) => {
    const before = merged.at(-1)?.script ?? null
    const after = found[index + 1]?.script ?? null
    const script =
      piece.script ?? (before === after || after === null ? before : before === null ? after : null) ?? (base === 'rtl' ? 'rtl' : 'plain')
    const last = merged.at(-1)
    if (last?.script === script) last.text += piece.text
    else merged.push({ text: piece.text, script })
  })
  return merged
}

const RTL_LANGUAGES = new Set(['ar', 'fa', 'prs', 'ur', 'ps', 'ks', 'ckb', 'sd', 'ug', 'he', 'yi', 'dv', 'pnb', 'azb', 'arc'])
const COMPLEX_LANGUAGES = new Set([
  'hi',
  'mr',
  'ne',
  'sa',
  'bn',
  'as',
  'pa',
  'gu',
  'or',
  'ta',
  'te',
  'kn',
  'ml',
  'si',
  'th',
  'lo',
  'bo',
  'dz',
  'my',
  'km',
])
const EAST_ASIAN = new Set(['zh', 'ja', 'ko', 'yue'])

export interface LanguageSign {
  readonly script: Script | 'east-asian'
  /** As Word writes it, with a region: "ur-PK". */
  readonly tag: string
  /** The language alone: "ur". */
  readonly language: string
}
const known = new Map<string, LanguageSign | null>()

/** What is known of a BCP 47 tag; null for what is none. */
export function languageSign(tag: string | null | undefined): LanguageSign | null {
  if (tag === null || tag === undefined || tag === '') return null
  const remembered = known.get(tag)
  if (remembered !== undefined) return remembered
  const made = makeSign(tag)
  if (known.size < 500) known.set(tag, made)
  return made
}

function makeSign(tag: string): LanguageSign | null {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return null
  try {
    const locale = new Intl.Locale(tag).maximize()
    const { language } = locale
    const script = RTL_LANGUAGES.has(language)
      ? 'rtl'
      : COMPLEX_LANGUAGES.has(language)
        ? 'complex'
        : EAST_ASIAN.has(language)
          ? 'east-asian'
          : 'plain'
    return { script, language, tag: locale.region === undefined ? language : `${language}-${locale.region}` }
  } catch {
    return null
  }
}
