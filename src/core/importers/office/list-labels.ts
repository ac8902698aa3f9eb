/** Numbers of lists as they are shown. What has no rule here is shown as a decimal number, which loses the script and not the count. */

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
const HAN = '零一二三四五六七八九'

export type NumberStyle = 'decimal' | 'zero' | 'lower-letter' | 'upper-letter' | 'lower-roman' | 'upper-roman' | 'han' | 'bullet' | 'none'

/** A number in a style. Numbers that a style cannot show stay decimal. */
export function listNumber(value: number, style: NumberStyle): string {
  switch (style) {
    case 'zero':
      return String(value).padStart(2, '0')
    case 'lower-letter':
      return letters(value)
    case 'upper-letter':
      return letters(value).toUpperCase()
    case 'lower-roman':
      return roman(value)
    case 'upper-roman':
      return roman(value).toUpperCase()
    case 'han':
      return han(value)
    case 'bullet':
      return '•'
    case 'none':
      return ''
    default:
      return String(value)
  }
}

/** a … z, aa, bb: as word processors count. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function roman(value: number): string {
  if (value < 1 || value > 3_999) return String(value)
  let rest = value
  let written = ''
  for (const [worth, sign] of ROMAN) {
    written += sign.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return written
}

function han(value: number): string {
  if (value < 0 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return (tens > 1 ? (HAN[tens] ?? '') : '') + (tens > 0 ? '十' : '') + (ones > 0 || tens === 0 ? (HAN[ones] ?? '') : '')
}
