/** Languages and scripts by their names in the reader's language, as choices; and which way each is written. Tags are BCP 47. */
import type { ComboItem } from '../ui/combo-box.tsx'

/** Offered first to last by how often such news is written or translated in them. Any other can be typed by its tag. */
const OFFERED = [
  'en', 'ur', 'ps', 'prs', 'fa', 'ar', 'zh', 'zh-Hant', 'he', 'hi', 'tr', 'ru', 'fr', 'de', 'es', 'pt', 'it', 'ja', 'ko', 'id', 'ms', 'bn', 'pa', 'sd', 'bal', 'ckb',
  'ku', 'az', 'uz', 'tg', 'tk', 'kk', 'ky', 'hy', 'ka', 'uk', 'pl', 'nl', 'sv', 'el', 'am', 'so', 'sw', 'ha', 'th', 'vi', 'my', 'ta', 'ur-Latn',
] as const // prettier-ignore

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Thaa', 'Nkoo', 'Syrc', 'Adlm', 'Rohg'])

/** Languages that Chromium has no names for, though they are written in. */
const NOT_IN_CHROMIUM: Readonly<Record<string, string>> = {
  ace: 'Acehnese', bal: 'Baluchi', bo: 'Tibetan', brh: 'Brahui', ce: 'Chechen', cv: 'Chuvash', dz: 'Dzongkha', ff: 'Fula', ii: 'Sichuan Yi', ks: 'Kashmiri',
  kr: 'Kanuri', os: 'Ossetic', ba: 'Bashkir', kl: 'Kalaallisut', rhg: 'Rohingya', rn: 'Rundi', sat: 'Santali', sg: 'Sango', ss: 'Swati', syr: 'Syriac', ve: 'Venda', za: 'Zhuang',
} // prettier-ignore

/** "Urdu", in English where the reader's language has no name for it; the tag in capitals where nobody has one. */
export function languageName(tag: string, locale: string): string {
  for (const speaker of [locale, 'en']) {
    try {
      const name = new Intl.DisplayNames([speaker], { type: 'language', fallback: 'none' }).of(tag)
      if (name !== undefined) return name
    } catch {
      // Not a tag, or not a locale.
    }
  }
  return NOT_IN_CHROMIUM[tag.toLowerCase()] ?? tag.toUpperCase()
}

/** "Arabic" for "Arab"; the code itself where there is no name for it. */
export function scriptName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'script' }).of(code) ?? code
  } catch {
    return code
  }
}

/** Choices of a field for a language, `current` among them whatever it is. Found by name and by tag. */
export function languageItems(locale: string, current: string | null): ComboItem[] {
  const tags = new Set<string>(current === null ? OFFERED : [...OFFERED, current])
  return [...tags].map((tag) => ({ id: tag, label: languageName(tag, locale), detail: tag, keywords: [tag] }))
}

/** The way a language is written, by its script; of one that is not known, left to right. */
export function languageDirection(tag: string): 'ltr' | 'rtl' {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
