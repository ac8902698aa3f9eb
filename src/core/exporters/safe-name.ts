/**
 * File names made from titles and names of a library, safe on every system: no path, no device name, no option, nothing
 * hidden or invisible, and short enough. Pure: whoever writes the file still checks that it lands in the chosen folder.
 */

/** UTF-8 bytes of a name with its extension, without a counter. */
export const MAX_NAME_BYTES = 120

const bytes = (text: string): number => new TextEncoder().encode(text).length
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

// Format characters (direction overrides, tags, byte order marks) are invisible; the joiners are spelling in Persian and in emoji.
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\ufdd0-\ufdef\ufffe\uffff]/gu
const SEPARATORS = /[/\\:*?"<>|\u2044\u2215\u29f8\uff0f\uff3c]+/gu
const HAS_SUBSTANCE = /[\p{L}\p{N}\p{P}\p{S}]/u
/** Windows devices, which keep their meaning before any extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\.|$)/i
/** A dot hides a file, a hyphen makes it an option, a tilde a home folder; joiners there join nothing. */
const EDGE = /^[\s.\-~\u200c\u200d]+|[\s.\u200c\u200d]+$/gu

export interface SafeNameOptions {
  /** What every name ends in, kept whole however long the name is: ".html", or " – comparison.html". */
  extension: string
  /** Used where nothing is left; one of our own words. */
  fallback: string
}

/** One safe name: NFC, at most 120 bytes, with the extension. The same input gives the same name. */
export function safeName(wanted: string, { extension, fallback }: SafeNameOptions): string {
  const bare = wanted.toLowerCase().endsWith(extension) ? wanted.slice(0, -extension.length) : wanted
  // What was hidden between them is gone before blanks and accents meet.
  const seen = bare.replace(/\s/gu, ' ').replace(INVISIBLE, '').normalize('NFC').replace(/ +/g, ' ')
  const clean = seen.replace(SEPARATORS, '-').replace(EDGE, '')
  const cut = cutToBytes(clean, MAX_NAME_BYTES - bytes(extension) - 1).replace(EDGE, '')
  const stem = HAS_SUBSTANCE.test(cut) ? cut : fallback
  return `${DEVICE.test(stem) ? '_' : ''}${stem}${extension}`
}

/** A safe name for each, none equal to another even where capitals or compatibility forms are not told apart. */
export function safeNames(wanted: readonly string[], options: SafeNameOptions): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const first = safeName(name, options)
    const stem = first.slice(0, -options.extension.length)
    let free = first
    for (let count = 2; taken.has(sameness(free)); count++) free = `${stem} (${count})${options.extension}`
    taken.add(sameness(free))
    return free
  })
}

const sameness = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase()

/** The longest beginning of whole graphemes; of whole characters where one grapheme alone is too long. */
function cutToBytes(text: string, limit: number): string {
  if (bytes(text) <= limit) return text
  const whole = take(
    Array.from(graphemes.segment(text), ({ segment }) => segment),
    limit,
  )
  return whole === '' ? take(Array.from(text), limit) : whole
}

function take(parts: readonly string[], limit: number): string {
  let used = 0
  const fit = parts.findIndex((part) => {
    used += bytes(part)
    return used > limit
  })
  return parts.slice(0, fit < 0 ? parts.length : fit).join('')
}
