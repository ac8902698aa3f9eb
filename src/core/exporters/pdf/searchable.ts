/**
 * Words in Arabic script that can be found and copied out of a PDF. The faces draw a dotted letter as two signs, the dots and the stroke, and
 * Chromium says of both together which letter they are. Readers take the place of the first sign, the dots, for that of the letter, and so tear
 * words apart. Here the dots say nothing, and the stroke alone says the letter: what is drawn stays the same to the last sign.
 */
import { redrawn } from './objects.ts'

/** A run from right to left, as it is marked in a drawing. */
const RUN = /\/ReversedChars BMC\n[^]*?\nET\n/g
/** What is drawn for one letter or several. */
const LETTER = /(\/Span<<\/ActualText <[0-9A-F]+> >> BDC\n)((?:(?!EMC\n)[^])*)EMC\n/g
/** One sign, with the step to its place. */
const SIGN = /(?:(?!Tj\n)[^])*Tj\n/g
const NOTHING = '/Span<</ActualText <FEFF> >> BDC\n'

/** The PDF with the letters of its drawings said once each, where they stand. */
export const searchable = (pdf: Uint8Array): Uint8Array => redrawn(pdf, (drawing) => drawing.replaceAll(RUN, saidOnce))

const saidOnce = (run: string): string =>
  run.replaceAll(LETTER, (whole: string, says: string, signs: string) => {
    const parts = signs.match(SIGN) ?? []
    const stroke = parts.at(-1)
    // In a run from right to left the dots come first.
    return stroke === undefined || parts.length < 2 || parts.join('') !== signs
      ? whole
      : `${NOTHING}${parts.slice(0, -1).join('')}EMC\n${says}${stroke}EMC\n`
  })
