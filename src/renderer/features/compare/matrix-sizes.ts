/** How large the parts of the matrix are, in CSS pixels, by what its cells show. */
export const DETAILS = ['dots', 'numbers', 'quotes'] as const
export type Detail = (typeof DETAILS)[number]

export interface MatrixSizes {
  /** Beforehand: but for dots a row is as high as what is in it. */
  row: number
  column: number
  /** Of a party that has nothing to be quoted. */
  bare: number
  /** Names of parties. */
  head: number
}

export const SIZES: Readonly<Record<Detail, MatrixSizes>> = {
  dots: { row: 24, column: 28, bare: 28, head: 152 },
  numbers: { row: 74, column: 208, bare: 208, head: 44 },
  quotes: { row: 112, column: 264, bare: 150, head: 44 },
}
/** Above the names where some parties stand apart. */
export const GROUP_HEAD = 22
export const ISSUES_WIDTH = { dots: 220, numbers: 220, quotes: 200 }
/** Narrowest and widest by hand. */
export const LEAST = { dots: 24, numbers: 96, quotes: 140 }
export const LEAST_ISSUES = 96
export const MOST = 800
/** An unfolded row that has nothing but what is beneath it. */
export const ROLLED_ROW = 32

/** The step in or out; null where there is none further. */
export function zoomed(detail: Detail, step: 1 | -1): Detail | null {
  return DETAILS[DETAILS.indexOf(detail) + step] ?? null
}
