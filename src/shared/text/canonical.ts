/**
 * The canonical text of an article: what is stored, shown, searched and counted in.
 * Only four things are changed, each of them counted so that an import can say what it did; composed and decomposed
 * letters stay as the source has them. Idempotent: canonicalText(canonicalText(x).text) changes nothing.
 */

export interface CanonicalChanges {
  /** A byte order mark stood at the beginning. */
  readonly bom: boolean
  /** Line ends that were not a single LF (CRLF counts once). */
  readonly lineEnds: number
  /** Control characters dropped. */
  readonly controls: number
  /** Halves of surrogate pairs replaced by U+FFFD. */
  readonly loneSurrogates: number
}

export interface CanonicalText {
  readonly text: string
  readonly changes: CanonicalChanges
}

const LINE_END = String.raw`\r\n?|[\u0085\u2028\u2029]`
const CONTROL = String.raw`[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]`
const LONE_SURROGATE = String.raw`[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`
const UNWANTED = new RegExp(`${LINE_END}|${CONTROL}|${LONE_SURROGATE}`, 'g')

const isLineEnd = (unit: number): boolean => unit === 0x0d || unit === 0x85 || unit === 0x2028 || unit === 0x2029

/** Canonical text of a decoded source, and what had to be changed. Never throws. */
export function canonicalText(decoded: string): CanonicalText {
  let lineEnds = 0
  let controls = 0
  let loneSurrogates = 0
  const clean = decoded.replace(UNWANTED, (found) => {
    const unit = found.charCodeAt(0)
    if (isLineEnd(unit)) {
      lineEnds++
      return '\n'
    }
    if (unit >= 0xd800) {
      loneSurrogates++
      return '\ufffd'
    }
    controls++
    return ''
  })
  // After the controls: a dropped NUL must not leave a mark at the beginning for the next run to find.
  const text = clean.replace(/^\ufeff+/, '')
  return { text, changes: { bom: text.length !== clean.length, lineEnds, controls, loneSurrogates } }
}
