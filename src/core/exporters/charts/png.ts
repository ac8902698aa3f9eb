/**
 * A chart as a PNG, drawn by resvg with the fonts we ship and none of the machine's: the same SVG gives the same bytes everywhere. Only inert
 * SVG is drawn.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { isInertSvg } from '../inert-svg.ts'
import { fontsFor, PICTURE_FONT, SCRIPT_FONTS } from './fonts.ts'

let started: Promise<void> | null = null

function start(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  return readFile(file)
    .then((bytes) => initWasm(bytes))
    .catch((error: unknown) => {
      // Another copy of this module has started it: there is one for the whole process.
      if (!(error instanceof Error && /already initialized/i.test(error.message))) throw error
    })
}

/** Widest picture, in pixels: `scale` is lessened where it would be wider or higher. */
const WIDEST = 8_000

/** `scale`: pixels of the picture for one of the SVG; 2 is good for print on half a page. Throws a RangeError for an SVG that is not inert. */
export async function pngOf(svg: string, scale: number): Promise<Uint8Array> {
  if (!isInertSvg(svg)) throw new RangeError('not an inert SVG')
  started ??= start()
  await started
  const fontBuffers = await fontsFor(svg)
  const inFonts = withScripts(svg)
  const open = (zoom: number) =>
    new Resvg(inFonts, {
      fitTo: { mode: 'zoom', value: zoom },
      background: '#ffffff',
      font: { fontBuffers, defaultFontFamily: PICTURE_FONT, sansSerifFamily: PICTURE_FONT, serifFamily: PICTURE_FONT },
    })
  const drawing = open(Math.min(scale, WIDEST / Math.max(...sizeOf(svg))))
  try {
    const picture = drawing.render()
    try {
      return picture.asPng()
    } finally {
      picture.free()
    }
  } finally {
    drawing.free()
  }
}

/**
 * Words of other scripts in a font of their own, each text as a whole: out of several fonts resvg takes letters only one for one, which breaks
 * scripts whose letters join. Only what stands between tags is words.
 */
function withScripts(svg: string): string {
  return svg.replace(/>([^<]+)</g, (whole, words: string) => {
    const font = SCRIPT_FONTS.find(([script]) => script.test(words))?.[1]
    return font === undefined ? whole : `><tspan font-family="${font}">${words}</tspan><`
  })
}

/** Width and height as the root says; 1 where it does not. */
function sizeOf(svg: string): [number, number] {
  const of = (name: string): number => Number(new RegExp(`<svg[^>]*\\s${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 1)
  return [of('width'), of('height')]
}
