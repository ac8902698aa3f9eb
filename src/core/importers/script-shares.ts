/**
 * Encodings told by the look of the text they give: Urdu, Persian and Pashto (chardet knows Arabic only), Thai (which it
 * takes for Chinese or Korean), Russian of DOS. A wrong encoding gives letters of several alphabets, capitals inside
 * words and marks on nothing, so the share of well-placed letters is near one for the right encoding alone.
 */
import { decodeStrictly } from './strict-decode.ts'

interface Look {
  readonly encoding: string
  /** Stretches as the script writes them. */
  readonly wellPlaced: RegExp
  /** Least share of the non-ASCII characters in such stretches. */
  readonly share: number
  /** Something that must be frequent besides, as share of the non-ASCII characters. */
  readonly frequent: RegExp
  readonly frequentShare: number
  readonly confidence: number
}

const LOOKS: readonly Look[] = [
  {
    encoding: 'windows-1256',
    wellPlaced:
      /[\u0621-\u063a\u0641-\u0652\u067e\u0679\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06d2\u060c\u061b\u061f\u0640\u200c]+/g,
    share: 0.97,
    frequent: /[اونهکےيىی]/g,
    frequentShare: 0.25,
    confidence: 60,
  },
  {
    encoding: 'windows-874',
    // Vowels and tone marks above and below follow a consonant, leading vowels stand before one.
    wellPlaced: /[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45\u0e46]*/g,
    share: 0.93,
    frequent: /[\u0e30-\u0e3a\u0e40-\u0e44\u0e47-\u0e4e]/g,
    frequentShare: 0.2,
    confidence: 95,
  },
  { encoding: 'ibm866', wellPlaced: /[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+/g, share: 0.97, frequent: /[оеаинт]/g, frequentShare: 0.3, confidence: 60 },
]

const LEAST_CHARACTERS = 10

const lengthOf = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).reduce((sum, found) => sum + found.length, 0)

/** Encodings whose text looks right, with the confidence they deserve. */
export function scriptConfidences(words: Uint8Array): { encoding: string; confidence: number }[] {
  return LOOKS.flatMap(({ encoding, wellPlaced, share, frequent, frequentShare, confidence }) => {
    const text = decodeStrictly(words, encoding)?.text ?? ''
    const foreign = lengthOf(text, /\P{ASCII}+/gu)
    if (foreign < LEAST_CHARACTERS || lengthOf(text, wellPlaced) < foreign * share) return []
    return lengthOf(text, frequent) < foreign * frequentShare ? [] : [{ encoding, confidence }]
  })
}
