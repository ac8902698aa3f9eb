/** Names that BibLaTeX (through babel and polyglossia) has for languages, for hyphenation and quotation marks; null where it has none. */
const NAMES: Readonly<Record<string, string>> = {
  ar: 'arabic', bn: 'bengali', bg: 'bulgarian', ca: 'catalan', cs: 'czech', da: 'danish', de: 'ngerman', el: 'greek', en: 'english', es: 'spanish',
  et: 'estonian', eu: 'basque', fa: 'persian', fi: 'finnish', fr: 'french', he: 'hebrew', hi: 'hindi', hr: 'croatian', hu: 'hungarian',
  hy: 'armenian', is: 'icelandic', it: 'italian', ja: 'japanese', ko: 'korean', lt: 'lithuanian', lv: 'latvian', mr: 'marathi', nb: 'norsk',
  nl: 'dutch', nn: 'nynorsk', pl: 'polish', pt: 'portuguese', ro: 'romanian', ru: 'russian', sk: 'slovak', sl: 'slovenian', sr: 'serbian',
  sv: 'swedish', ta: 'tamil', te: 'telugu', th: 'thai', tr: 'turkish', uk: 'ukrainian', ur: 'urdu', vi: 'vietnamese', zh: 'chinese',
} // prettier-ignore

export function babelName(language: string | null): string | null {
  const base = language?.toLowerCase().split('-', 1)[0] ?? ''
  return Object.hasOwn(NAMES, base) ? (NAMES[base] ?? null) : null
}

/** The language in English, where BibLaTeX has no name for it; null where neither has. */
export function languageWords(language: string | null): string | null {
  if (language === null || babelName(language) !== null) return null
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language.split('-', 1)[0] ?? '') ?? null
}
