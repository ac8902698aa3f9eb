/**
 * How two lines become one. A hyphen at the end of a line is taken away where it only divides a word: where the word stands elsewhere in
 * one piece, or where nothing speaks for a hyphen of its own.
 */
import { UNSPACED } from './lines.ts'

const WORD = /[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*/gu
const DIVIDED = /([\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*)[-‐]$/u
const NEXT = /^[\p{L}\p{M}]+/u
/** First parts that keep their hyphen. */
const KEEPS =
  /^(?:all|anti|counter|cross|ex|far|half|long|mid|non|post|pre|pro|quasi|re|self|semi|short|so|vice|well|afro|anglo|euro|franco|indo|sino|russo)$/iu

/** The words of lines, in lower case; words at the ends of lines, which may be divided, are left out. */
export function wordsOf(lines: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const line of lines) for (const [word] of line.replace(DIVIDED, '').matchAll(WORD)) words.add(word.toLowerCase())
  return words
}

/** `before` and `after` as one. `words`: those of the whole document. */
export function joinLines(before: string, after: string, words: ReadonlySet<string>): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + after
  const first = DIVIDED.exec(before)?.[1]
  const second = NEXT.exec(after)?.[0]
  if (first !== undefined && second !== undefined) return keepsHyphen(first, second, words) ? before + after : before.slice(0, -1) + after
  // A dash between words, or the end of a number: "F-" and "16".
  if (/[\p{L}\p{N}][-‐‑]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return before + after
  const close = UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1))
  return close ? before + after : `${before} ${after}`
}

function keepsHyphen(first: string, second: string, words: ReadonlySet<string>): boolean {
  const whole = (first + second).toLowerCase()
  const parts = `${first}-${second}`.toLowerCase()
  if (words.has(parts)) return true
  if (words.has(whole)) return false
  // Anglo-American, MERCOSUR-EU: a divided word goes on in lower case.
  if (/^\p{Lu}/u.test(second)) return true
  const last = first.split(/[-‐‑]/).at(-1) ?? first
  return KEEPS.test(last) || /^\p{Lu}{2,}$/u.test(last)
}
