/**
 * Definition, when to use and when not, as one text and back, for formats with a single description. The headings are words of the
 * format, not of the screen: the same in every language, so that each copy of Parley reads what any other wrote.
 */

interface Guidance {
  definition?: string | undefined
  useWhen?: string | undefined
  useNot?: string | undefined
}

const USE_WHEN = 'Use when:'
const USE_NOT = 'Do not use when:'
/** A line of the analyst's own that looks like a heading: it is written with a backslash more, and read with one less. */
const ESCAPED = new RegExp(`^(\\\\*)(${USE_WHEN}|${USE_NOT})$`, 'gm')
const SPLIT = new RegExp(`(?:^|\\n\\n)(${USE_WHEN}|${USE_NOT})\\n`)

export function joinGuidance({ definition = '', useWhen = '', useNot = '' }: Guidance): string {
  const [meaning, when, not] = [definition, useWhen, useNot].map((text) => text.replaceAll(ESCAPED, '\\$1$2'))
  return [meaning, when && `${USE_WHEN}\n${when}`, not && `${USE_NOT}\n${not}`].filter((part) => part).join('\n\n')
}

/** What is under no heading is the definition. A text without headings says nothing about when to use. */
export function splitGuidance(text: string): Guidance {
  const [definition = '', ...rest] = text.split(SPLIT)
  const found: Guidance = definition === '' ? {} : { definition }
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const key = rest[at] === USE_WHEN ? 'useWhen' : 'useNot'
    // A heading that comes twice is text of the first.
    found[key] = found[key] === undefined ? rest[at + 1] : `${found[key]}\n\n${rest[at]}\n${rest[at + 1]}`
  }
  for (const key of ['definition', 'useWhen', 'useNot'] as const)
    if (found[key] !== undefined)
      found[key] = found[key].replaceAll(ESCAPED, (line, slashes: string) => (slashes === '' ? line : line.slice(1)))
  return found
}
