/** The shapes of trends as paths, for the matrix on the screen and for its picture. Those of stances are in lib/parts/stance-shapes. */
import type { TrendKind } from '../../../shared/domain/compare.ts'

/** In a box of 12: up, down, both ways, a dot for what is new, two lines for what is repeated. */
export const TREND_PATHS: Readonly<Record<TrendKind, string>> = {
  hardened: 'M6 1.5L11 10.5H1z',
  softened: 'M1.9 2.4H10.1L6 9.8z',
  reversed: 'M4 1L.8 3.6L4 6.2V4.4H10.5V2.8H4zM8 5.8V7.6H1.5V9.2H8V11L11.2 8.4z',
  new: 'M6 2.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z',
  repeated: 'M2 3h8v2H2zM2 7h8v2H2z',
}
/** "Softened" is the one that is drawn hollow: it points down as "hardened" points up. */
export const isHollowTrend = (kind: TrendKind): boolean => kind === 'softened'
