/** The shapes of stances and of trends as paths, for the matrix on the screen and for its picture. */
import type { Stance } from '../../../shared/domain/annotation.ts'
import type { TrendKind } from '../../../shared/domain/compare.ts'

export interface GlyphShape {
  /** In a box of 16. */
  outline: string
  /** Lines upon it. */
  sign: string | null
  /** Drawn as a line, not filled: a ring says that nothing was said. */
  isHollow: boolean
}

const RING = 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z'

export const GLYPHS: Readonly<Record<Stance, GlyphShape>> = {
  supports: { outline: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z', sign: 'M8 4.75v6.5M4.75 8h6.5', isHollow: false },
  opposes: {
    outline: 'M3 1.5h10a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-10a1.5 1.5 0 0 1-1.5-1.5v-10a1.5 1.5 0 0 1 1.5-1.5z',
    sign: 'M4.5 8h7',
    isHollow: false,
  },
  conditional: {
    outline: 'M8 .75L15.25 8L8 15.25L.75 8z',
    sign: 'M3 10.2L10.2 3M5.2 12.4L12.4 5.2M1.5 7.7L7.7 1.5M8.3 14.5L14.5 8.3',
    isHollow: true,
  },
  neutral: { outline: 'M2.5 4.5h11v7h-11z', sign: 'M4.75 6.9h6.5M4.75 9.1h6.5', isHollow: false },
  declined: { outline: RING, sign: null, isHollow: true },
}

/** In a box of 12: up, down, both ways, a star for what is new, two lines for what is repeated. */
export const TREND_PATHS: Readonly<Record<TrendKind, string>> = {
  hardened: 'M6 1.5L11 10.5H1z',
  softened: 'M1.9 2.4H10.1L6 9.8z',
  reversed: 'M4 1L.8 3.6L4 6.2V4.4H10.5V2.8H4zM8 5.8V7.6H1.5V9.2H8V11L11.2 8.4z',
  new: 'M6 2.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z',
  repeated: 'M2 3h8v2H2zM2 7h8v2H2z',
}
/** "Softened" is the one that is drawn hollow: it points down as "hardened" points up. */
export const isHollowTrend = (kind: TrendKind): boolean => kind === 'softened'
