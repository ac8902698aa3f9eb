/** Sizes of files in words: "312 byte", "48 kB", "3.2 MB", in the reader's locale. Thousands, as file managers count. */
import type { IntlShape } from 'react-intl'

export function sizeText(intl: IntlShape, bytes: number): string {
  const unit = bytes < 1_000 ? 'byte' : bytes < 1_000_000 ? 'kilobyte' : 'megabyte'
  const value = unit === 'byte' ? bytes : unit === 'kilobyte' ? bytes / 1_000 : bytes / 1_000_000
  return intl.formatNumber(value, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 && unit !== 'byte' ? 1 : 0,
  })
}
