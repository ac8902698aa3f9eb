/** Numbers as people write them. Pure. */
import { latinDigits } from '../../lib/digits.ts'

/**
 * "1,200", "1 200.5", "1.200,5", "١٬٢٠٠", "-3": groups of three are groups, the other sign is the decimal one. A single comma or point
 * with three digits after it is a group where it is a comma, a decimal where it is a point, as in English. Null for anything else.
 */
export function readNumber(typed: string): number | null {
  const text = latinDigits(typed.normalize('NFKC').trim())
    .replace(/[\u2212\u2013]/gu, '-')
    .replaceAll('\u066c', ',')
    .replaceAll('\u066b', '.')
    .replace(/^[-+]?\d{1,3}(?:[\s'’_]\d{3})+(?=[.,]|$)/u, (groups) => groups.replace(/[\s'’_]/gu, ''))
  const commaGroups = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/
  const pointGroups = /^[-+]?\d{1,3}(\.\d{3}){2,}$|^[-+]?\d{1,3}(\.\d{3})+,\d+$/
  const plain = commaGroups.test(text)
    ? text.replaceAll(',', '')
    : pointGroups.test(text)
      ? text.replaceAll('.', '').replace(',', '.')
      : text.replace(/^([-+]?\d+),(\d+)$/, '$1.$2')
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  const number = Number(plain)
  return Number.isFinite(number) ? number + 0 : null
}
