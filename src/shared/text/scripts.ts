/**
 * Scripts of names, as ISO 15924 codes. A language tag can carry one ("ur-Latn"); where it does not, the letters say it. What no
 * letter says (simplified or traditional Chinese) stays unsaid.
 */

const known =
  'Latn Arab Hani Hira Kana Hang Cyrl Grek Hebr Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Mymr Khmr Tibt Geor Armn Ethi Syrc Thaa Mong Tfng Nkoo'.split(
    ' ',
  )
const patterns = new Map(known.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')]))

/** Codes that stand for several scripts, or for one in a particular form. */
const composed: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Hrkt: ['Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
  Aran: ['Arab'],
  Cyrs: ['Cyrl'],
}

/** The script of most letters; Japanese and Korean as the mixtures they are. Null where no letter is of a known script. */
export function scriptOfText(text: string): string | null {
  const counts = lettersByScript(text)
  if (counts.has('Hira') || counts.has('Kana')) return 'Jpan'
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first?.[0] === 'Hang' ? 'Kore' : (first?.[0] ?? null)
}

/** The script that a language tag carries, as "Arab"; null where it carries none. */
export function scriptOfLanguage(language: string | null): string | null {
  const script = language === null ? undefined : /^[a-z]{2,3}(?:-[a-z]{3}){0,3}-([a-z]{4})(?=-|$)/i.exec(language)?.[1]
  return script === undefined ? null : script.slice(0, 1).toUpperCase() + script.slice(1).toLowerCase()
}

/** The language tag with this script in its place ("zh-CN" and "Hans" give "zh-Hans-CN"); one without a language is "und-Hans". */
export function withScript(language: string | null, script: string): string {
  if (language === null) return `und-${script}`
  return language.replace(/^[a-z]{2,3}(?:-[a-z]{3}(?=-|$)){0,3}/i, (start) => `${start}-${script}`)
}

/** Whether a text can be in a script: true too where the script is not known here, or the text has no letter that says anything. */
export function isInScript(text: string, script: string): boolean {
  const wanted = composed[script] ?? [script]
  if (!wanted.every((one) => patterns.has(one))) return true
  const counts = lettersByScript(text)
  return counts.size === 0 || wanted.some((one) => counts.has(one))
}

function lettersByScript(text: string): Map<string, number> {
  const counts = [...patterns].map(([script, pattern]): [string, number] => [script, text.match(pattern)?.length ?? 0])
  return new Map(counts.filter(([, count]) => count > 0))
}
