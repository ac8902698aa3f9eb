/**
 * Languages as databases name them: by tag ("en", "eng", "en-GB", "ZH_TW"), by name in their own language or in one of those that
 * databases speak ("ENGLISH", "Anglais", "Deutsch"). Names come from ICU, made at first use.
 */
import { foldText } from '../../../shared/text/fold.ts'
import { languageTag } from './article.ts'

const LANGUAGES = [
  'am', 'ar', 'az', 'be', 'bg', 'bn', 'bs', 'ca', 'ckb', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fil', 'fr', 'ga',
  'gl', 'gu', 'ha', 'he', 'hi', 'hr', 'hu', 'hy', 'id', 'is', 'it', 'ja', 'ka', 'kk', 'km', 'kn', 'ko', 'ku', 'ky', 'lo', 'lt', 'lv',
  'mk', 'ml', 'mn', 'mr', 'ms', 'my', 'nb', 'ne', 'nl', 'nn', 'no', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'sd', 'si', 'sk', 'sl', 'so',
  'sq', 'sr', 'sv', 'sw', 'ta', 'te', 'tg', 'th', 'tk', 'tr', 'ug', 'uk', 'ur', 'uz', 'vi', 'yi', 'zh', 'zu',
] // prettier-ignore
const SPOKEN = ['en', 'fr', 'de', 'es', 'pt', 'it', 'nl', 'ru', 'ar', 'fa', 'zh', 'tr', 'pl']

/** What ICU does not call them. */
const OTHERS: Readonly<Record<string, string>> = { farsi: 'fa', dari: 'fa', pushto: 'ps', 'simplified chinese': 'zh-Hans', mandarin: 'zh', 'traditional chinese': 'zh-Hant', castellano: 'es', burmese: 'my', 'chinese (simplified)': 'zh-Hans', 'chinese (traditional)': 'zh-Hant' } // prettier-ignore

/** Codes of catalogues that ICU does not turn into shorter ones. */
const BIBLIOGRAPHIC: Readonly<Record<string, string>> = { alb: 'sq', arm: 'hy', baq: 'eu', bur: 'my', chi: 'zh', cze: 'cs', dut: 'nl', fre: 'fr', geo: 'ka', ger: 'de', gre: 'el', ice: 'is', mac: 'mk', may: 'ms', per: 'fa', rum: 'ro', slo: 'sk', tib: 'bo', wel: 'cy' } // prettier-ignore

let names: ReadonlyMap<string, string> | undefined

function languageNames(): ReadonlyMap<string, string> {
  if (names) return names
  const made = new Map<string, string>(Object.entries(OTHERS))
  for (const speaker of [...SPOKEN, ...LANGUAGES]) {
    const spoken = new Intl.DisplayNames(speaker, { type: 'language', fallback: 'none' })
    // Every language in each of those that databases speak, and in its own.
    for (const language of SPOKEN.includes(speaker) ? LANGUAGES : [speaker]) {
      const name = foldText(spoken.of(language) ?? '')
      if (name !== '' && !made.has(name)) made.set(name, language)
    }
  }
  names = made
  return made
}

/** The BCP 47 tag of a language as it is written, or null where no language is meant. Of several, the first. */
export function languageNamed(written: string): string | null {
  const [first = ''] = written.slice(0, 200).split(/[;,|/]/u)
  const name = foldText(first).trim()
  if (name === '') return null
  const known = languageNames().get(name) ?? languageNames().get(name.replace(/\s*\(.*\)$/, ''))
  if (known !== undefined) return known
  const tag = first.trim().replaceAll('_', '-')
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return null
  return tagged(tag)
}

function tagged(tag: string): string | null {
  const [language = ''] = tag.toLowerCase().split('-')
  if (BIBLIOGRAPHIC[language] !== undefined) return BIBLIOGRAPHIC[language]
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag)
    const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
    return english.of(canonical.split('-')[0] ?? '') === undefined ? null : languageTag(canonical)
  } catch {
    return null
  }
}
