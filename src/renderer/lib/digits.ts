/** Digits of any script as 0–9. Pure. */

/** The text with every decimal digit as an ASCII one. */
export const latinDigits = (text: string): string => text.replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)))

/** Decimal digits stand ten in a row from nought in every script. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return code - zero
}
