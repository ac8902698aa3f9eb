/**
 * The style sheet that brings a document's faces along: only the slices with characters that occur in it, as data: addresses, so that the
 * page looks the same on a machine without these faces and nothing has to be fetched.
 */
import { readFile } from 'node:fs/promises'
import { CHINESE, DEVANAGARI, fontFiles, NASKH, NASTALIQ, SANS, SERIF, type FontFile } from './font-files.ts'

/** Signs and scripts from here on are drawn with the Chinese face where the others lack them: arrows, stars, boxes. */
const FIRST_SIGN = 0x2100

/** CSS for this document: its faces, and the names under which the report's own styles use them. */
export async function fontStyles(html: string): Promise<string> {
  const faces = await Promise.all(neededFonts(html, fontFiles()).map(fontFace))
  return [...faces, names].join('\n')
}

/** The files that hold characters of this text, in the order in which they are listed. */
export function neededFonts(html: string, files: readonly FontFile[]): FontFile[] {
  const used = [...new Set(Array.from(html, (char) => char.codePointAt(0) ?? 0))]
  const signs = used.filter((point) => point >= FIRST_SIGN)
  const inUrdu = /\blang="(?:ur|ks)\b/i.test(html)
  return files.filter(({ family, range }) => {
    if (range === null) return true
    if (family === NASTALIQ && !inUrdu) return false
    // Latin letters are in every document, and in a slice of the Chinese face: in that one they are wanted beside Chinese only.
    const points = family === CHINESE && !hasHan(signs) ? signs : used
    return covers(range, points)
  })
}

const hasHan = (points: readonly number[]): boolean => points.some((point) => /\p{Script=Han}/u.test(String.fromCodePoint(point)))

/** Whether a unicode-range ("U+0600-06FF,U+200C") holds one of these code points. */
export function covers(range: string, points: readonly number[]): boolean {
  const spans = range.split(',').map((span) => {
    const [from = '', to = from] = span.trim().replace(/^u\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
  return points.some((point) => spans.some(([from, to]) => point >= from && point <= to))
}

async function fontFace({ family, weight, style, path, mediaType, range }: FontFile): Promise<string> {
  const bytes = (await readFile(path)).toString('base64')
  const only = range === null ? '' : `unicode-range:${range};`
  return `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};${only}src:url(data:${mediaType};base64,${bytes})}`
}

const stack = (...families: readonly string[]): string => families.map((family) => `'${family}'`).join(',')

/** What `styles/page-styles.ts` names for the screen, with our faces instead of whatever a system has. */
const names = `:root {
  --serif: ${stack(SERIF, NASKH, DEVANAGARI, CHINESE)}, serif;
  --sans: ${stack(SANS, NASKH, DEVANAGARI, CHINESE)}, sans-serif;
  --mono: ${stack(SANS)}, monospace;
  --signs: ${stack(SANS, CHINESE)}, sans-serif;
  --naskh: ${stack(NASKH, SERIF)}, serif;
  --nastaliq: ${stack(NASTALIQ, NASKH, SERIF)}, serif;
  --devanagari: ${stack(DEVANAGARI, SERIF)}, serif;
  --chinese: ${stack(CHINESE, SERIF)}, serif;
}`
