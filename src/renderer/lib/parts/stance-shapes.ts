/** The one set of signs for stances, as paths: each has a shape and a sign of its own, so that colour only repeats it. */
import type { Stance } from '../../../shared/domain/annotation.ts'

export interface StanceShape {
  /** In a box of 16. */
  outline: string
  /** Lines upon it. */
  sign: string | null
  /** Drawn as a line, not filled: a ring says that nothing was said, a rhombus that it depends. */
  isHollow: boolean
}

export const STANCE_SHAPES: Readonly<Record<Stance, StanceShape>> = {
  supports: { outline: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z', sign: 'M8 4.75v6.5M4.75 8h6.5', isHollow: false },
  opposes: {
    outline: 'M3 1.5h10a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-10a1.5 1.5 0 0 1-1.5-1.5v-10a1.5 1.5 0 0 1 1.5-1.5z',
    sign: 'M4.5 8h7',
    isHollow: false,
  },
  conditional: { outline: 'M8 .75L15.25 8L8 15.25L.75 8z', sign: 'M8 4.3v4.6M5.7 6.6h4.6M5.7 11h4.6', isHollow: true },
  neutral: { outline: 'M2.5 4.5h11v7h-11z', sign: 'M4.75 6.9h6.5M4.75 9.1h6.5', isHollow: false },
  declined: { outline: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z', sign: null, isHollow: true },
}
