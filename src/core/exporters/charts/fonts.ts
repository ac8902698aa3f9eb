/**
 * The fonts that a picture needs: of those we ship only the files that hold one of its characters (of Chinese there are a hundred). Pictures
 * are so the same on every machine. Scripts for which none is shipped are boxes in a picture, and vowel signs of Devanagari stand too near,
 * for resvg gives a syllable the width of its widest sign; in the SVG the words are there as they should be.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { joinedFont } from './joined-font.ts'
import { sfntOf } from './woff.ts'

/** By what the files call themselves: what text is set in, and what runs of other scripts are. */
export const PICTURE_FONT = 'Noto Serif SC'
export const SCRIPT_FONTS: readonly (readonly [script: RegExp, font: string])[] = [
  [/\p{Script=Arabic}/u, 'Noto Naskh Arabic'],
  [/\p{Script=Devanagari}/u, 'Noto Serif Devanagari'],
]
/** By package, the parts of it that are taken; null: all. The others hold the same letters. What stands first gives what several have. */
const PACKAGES: readonly (readonly [name: string, parts: ReadonlySet<string> | null])[] = [
  ['noto-naskh-arabic', new Set(['arabic'])],
  ['noto-serif-devanagari', new Set(['devanagari'])],
  ['noto-serif-sc', null],
]
const WEIGHTS = ['400', '700'] as const

interface Part {
  file: string
  ranges: readonly (readonly [first: number, last: number])[]
}

const rangesSchema = z.record(z.string(), z.string())

/** Built when it is first asked for; the packages do not change while the app runs. */
let known: Promise<Part[]> | null = null

async function parts(): Promise<Part[]> {
  const { resolve } = createRequire(import.meta.url)
  const found: Part[] = []
  for (const [name, taken] of PACKAGES) {
    const file = resolve(`@fontsource/${name}/unicode.json`)
    const folder = file.slice(0, -'unicode.json'.length)
    const ranges = rangesSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    for (const [key, list] of Object.entries(ranges)) {
      if (taken && !taken.has(key)) continue
      const part = key.replace(/[[\]]/g, '')
      found.push({ file: `${folder}files/${name}-${part}-WEIGHT-normal.woff`, ranges: rangesOf(list) })
    }
  }
  // Latin first, else it would be set in whatever else holds a letter of it.
  const isLatin = ({ file }: Part): number => (file.includes('-latin-WEIGHT') ? 0 : 1)
  return found.toSorted((a, b) => isLatin(a) - isLatin(b))
}

/** "U+0600-06FF,U+200C" as numbers. */
function rangesOf(list: string): Part['ranges'] {
  return list.split(',').flatMap((range) => {
    const match = /^\s*U\+([0-9a-f]+)(?:-([0-9a-f]+))?\s*$/i.exec(range)
    const first = parseInt(match?.[1] ?? '', 16)
    return Number.isNaN(first) ? [] : [[first, match?.[2] === undefined ? first : parseInt(match[2], 16)] as const]
  })
}

/** Files of scripts whose letters join. */
const JOINING = /-(?:arabic|devanagari)-WEIGHT/

/** Font files for these words, the Latin one always among them. */
export async function fontsFor(words: string): Promise<Uint8Array[]> {
  known ??= parts()
  const wanted = new Set(Array.from(words, (character) => character.codePointAt(0) ?? 0).filter((point) => point > 0x20))
  wanted.add(0x41)
  const fonts: Uint8Array[] = []
  for (const { file, ranges } of await known) {
    const held = [...wanted].filter((point) => ranges.some(([first, last]) => point >= first && point <= last))
    if (held.length === 0) continue
    // What one part gives no other has to.
    for (const point of held) wanted.delete(point)
    for (const weight of WEIGHTS) {
      const font = sfntOf(await readFile(file.replace('WEIGHT', weight)))
      const latin = fonts[WEIGHTS.indexOf(weight)]
      // Names mix scripts, and a text whose letters join is set in one font.
      fonts.push(latin && JOINING.test(file) ? joinedFont(font, latin) : font)
    }
  }
  return fonts
}
