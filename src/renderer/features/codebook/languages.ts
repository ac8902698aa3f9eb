/** Languages and scripts by name, for aliases. Tags are BCP 47; names come from the browser in the reader's language. */
import type { ComboItem } from '../../ui/combo-box.tsx'

/** Offered first: what news of this kind is written in. Any other tag can be typed. */
const OFFERED = [
  'en', 'ur', 'ps', 'prs', 'fa', 'ar', 'he', 'tr', 'ru', 'uk', 'zh', 'zh-Hant', 'ja', 'ko', 'hi', 'bn', 'ta', 'th', 'vi', 'id', 'ms',
  'ur-Latn', 'fr', 'de', 'es', 'pt', 'it', 'pl', 'el', 'am', 'so', 'sw', 'ha', 'ku', 'ckb', 'az', 'hy', 'ka', 'kk', 'uz', 'tg', 'my',
] as const // prettier-ignore

/** "Urdu"; the tag itself where the browser has no name for it. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** "Arabic" for "Arab"; the code itself where the browser has no name for it. */
export function scriptName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'script' }).of(code) ?? code
  } catch {
    return code
  }
}

/** Choices of a language field, `current` among them whatever it is. */
export function languageItems(locale: string, current: string | null): ComboItem[] {
  const tags = current === null || OFFERED.some((tag) => tag === current) ? [...OFFERED] : [current, ...OFFERED]
  return tags.map((tag) => ({ id: tag, label: languageName(tag, locale), detail: tag, keywords: [tag] }))
}
