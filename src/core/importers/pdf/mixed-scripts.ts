/**
 * Whether the letters of a text can be believed. Fonts of some documents give wrong letters for their shapes: then words hold letters of
 * scripts that no language mixes, or letters that Unicode leaves to each font. Real texts have a few such words, for formulas and names.
 */
const SCRIPTS = ['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Devanagari', 'Armenian', 'Georgian', 'Thai', 'Ethiopic'].map(
  (name) => new RegExp(`\\p{Script=${name}}`, 'u'),
)
const WORD = /[\p{L}\p{M}\p{Co}\p{Cn}\ufffd]{2,}/gu
const NOBODYS = /[\p{Co}\p{Cn}\ufffd]/u
/** Beyond this share of the words. */
const FEW = 0.02
/** UTF-16 units that are looked at. */
const LOOKED_AT = 400_000

/** Words whose letters cannot be right, where there are more than a text has of itself; else 0. */
export function mixedWords(text: string): number {
  const words = text.slice(0, LOOKED_AT).match(WORD) ?? []
  const mixed = words.filter((word) => NOBODYS.test(word) || SCRIPTS.filter((script) => script.test(word)).length > 1).length
  return mixed > words.length * FEW ? mixed : 0
}
