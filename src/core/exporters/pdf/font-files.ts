/**
 * The faces that go into a PDF, and where their files lie: in the packages that Parley is shipped with. Each covers the scripts of its
 * package in slices; what none covers is drawn with a face of the system.
 */
import { createRequire } from 'node:module'

export interface FontFile {
  readonly family: string
  /** As CSS has it: "400", or "600 700" for a face that stands for both. */
  readonly weight: string
  readonly style: 'normal' | 'italic'
  readonly path: string
  readonly mediaType: 'font/woff2' | 'font/ttf'
  /** A unicode-range of CSS; null: whatever the face has. */
  readonly range: string | null
}

interface Package {
  readonly family: string
  /** Package, and how its files are called before slice, weight and style. */
  readonly from: string
  readonly file: string
  readonly weights: readonly { readonly css: string; readonly file: string }[]
  readonly styles: readonly ('normal' | 'italic')[]
  /** Slices that another face draws. */
  readonly without: readonly string[]
}

const shipped = createRequire(import.meta.url)
const TWO_WEIGHTS = [
  { css: '400', file: '400' },
  { css: '600 700', file: '600' },
]
const LATIN = ['latin', 'latin-ext', 'math', 'symbols']

export const SERIF = 'Source Serif 4'
export const SANS = 'Liberation Sans'
export const NASKH = 'Noto Naskh Arabic'
export const NASTALIQ = 'Noto Nastaliq Urdu'
export const DEVANAGARI = 'Noto Serif Devanagari'
export const CHINESE = 'Noto Serif SC'

const PACKAGES: readonly Package[] = [
  // Not its variable face: Chromium writes that as drawings of every letter, which makes the file many times as big.
  { family: SERIF, from: '@fontsource/source-serif-4', file: 'source-serif-4', weights: TWO_WEIGHTS, styles: ['normal', 'italic'], without: [] },
  { family: NASKH, from: '@fontsource/noto-naskh-arabic', file: 'noto-naskh-arabic', weights: TWO_WEIGHTS, styles: ['normal'], without: LATIN },
  { family: NASTALIQ, from: '@fontsource/noto-nastaliq-urdu', file: 'noto-nastaliq-urdu', weights: TWO_WEIGHTS, styles: ['normal'], without: LATIN },
  { family: DEVANAGARI, from: '@fontsource/noto-serif-devanagari', file: 'noto-serif-devanagari', weights: TWO_WEIGHTS, styles: ['normal'], without: LATIN },
  { family: CHINESE, from: '@fontsource/noto-serif-sc', file: 'noto-serif-sc', weights: TWO_WEIGHTS, styles: ['normal'], without: ['vietnamese', 'cyrillic'] },
] // prettier-ignore

/** Small words and tables. The one static sans that is among our packages: pdf.js brings it for documents without faces of their own. */
const SANS_FILES = [
  { weight: '400', style: 'normal', file: 'LiberationSans-Regular.ttf' },
  { weight: '600 700', style: 'normal', file: 'LiberationSans-Bold.ttf' },
  { weight: '400', style: 'italic', file: 'LiberationSans-Italic.ttf' },
  { weight: '600 700', style: 'italic', file: 'LiberationSans-BoldItalic.ttf' },
] as const

/** Packages that have to be shipped. */
export const FONT_PACKAGES: readonly string[] = [...PACKAGES.map(({ from }) => from), 'pdfjs-dist']

/** Every file there is, from which `fonts.ts` takes what a document needs. */
export function fontFiles(): FontFile[] {
  const folder = shipped.resolve('pdfjs-dist/package.json').replace(/package\.json$/, 'standard_fonts/')
  const sans = SANS_FILES.map(({ weight, style, file }): FontFile => ({
    family: SANS,
    weight,
    style,
    path: folder + file,
    mediaType: 'font/ttf',
    range: null,
  }))
  return [...sans, ...PACKAGES.flatMap(slicesOf)]
}

function slicesOf({ family, from, file, weights, styles, without }: Package): FontFile[] {
  const ranges = shipped(`${from}/unicode.json`) as Readonly<Record<string, string>>
  const folder = shipped.resolve(`${from}/package.json`).replace(/package\.json$/, 'files/')
  return Object.entries(ranges).flatMap(([slice, range]) =>
    without.includes(slice)
      ? []
      : weights.flatMap((weight) =>
          styles.map((style): FontFile => {
            // Numbered slices are "[12]" in the list and "12" in the name.
            const path = `${folder}${file}-${slice.replace(/[[\]]/g, '')}-${weight.file}-${style}.woff2`
            return { family, weight: weight.css, style, path, mediaType: 'font/woff2', range }
          }),
        ),
  )
}
