/** Hints about hues that look alike to readers with a colour vision deficiency, computed from the shipped tokens. */
import { describe, expect, test } from 'vitest'
import {
  colourDistance,
  cssColour,
  lookAlikes,
  parseColour,
  seenWith,
  VISIONS,
  type Rgb,
} from '../../../../src/renderer/lib/colour-vision.ts'
import { HUES, type Hue } from '../../../../src/renderer/ui/hues.ts'
import { distance } from '../styles/colour.ts'
import { colour, declarations, type Theme } from '../styles/tokens.ts'

const TOKENS = declarations('tags.css')
const strong = (hue: Hue, theme: Theme): string => colour(TOKENS, `--hue-${hue}-strong`, theme)
const palette = (theme: Theme): Map<Hue, Rgb> =>
  new Map(
    HUES.map((hue) => {
      const rgb = parseColour(strong(hue, theme))
      if (!rgb) throw new Error(`${hue} is no colour`)
      return [hue, rgb]
    }),
  )

test('grey, white and black look the same to everyone', () => {
  for (const vision of VISIONS)
    for (const grey of [0, 1, 90, 128, 200, 255]) {
      const [r, g, b] = seenWith(vision, [grey, grey, grey])
      expect(Math.max(Math.abs(r - grey), Math.abs(g - grey), Math.abs(b - grey))).toBeLessThanOrEqual(1)
    }
})

test('red and green come together without red or green cones, blue and green without blue ones', () => {
  const [red, green, blue]: [Rgb, Rgb, Rgb] = [
    [200, 0, 0],
    [0, 110, 0],
    [0, 0, 200],
  ]
  for (const vision of ['protanopia', 'deuteranopia'] as const)
    expect(colourDistance(seenWith(vision, red), seenWith(vision, green))).toBeLessThan(colourDistance(red, green) / 2)
  expect(colourDistance(seenWith('tritanopia', red), seenWith('tritanopia', green))).toBeGreaterThan(colourDistance(red, green) / 2)
  expect(colourDistance(seenWith('tritanopia', blue), seenWith('tritanopia', [0, 95, 95]))).toBeLessThan(
    colourDistance(blue, [0, 95, 95]) / 2,
  )
})

test('distances go from 0 to 100', () => {
  expect(colourDistance([12, 200, 90], [12, 200, 90])).toBe(0)
  expect(colourDistance([0, 0, 0], [255, 255, 255])).toBeCloseTo(100, 1)
})

describe.each<Theme>(['light', 'dark'])('%s theme', (theme) => {
  test('the hint names exactly the pairs that the check of the tokens finds near', () => {
    const colours = palette(theme)
    for (const vision of VISIONS)
      for (const hue of HUES) {
        const near = HUES.filter((other) => other !== hue && distance(strong(hue, theme), strong(other, theme), vision) < 9)
        expect(new Set(lookAlikes(colours, hue, vision))).toEqual(new Set(near))
      }
  })

  test('looking alike is mutual, and the likest comes first', () => {
    const colours = palette(theme)
    let found = 0
    for (const vision of VISIONS)
      for (const hue of HUES) {
        const alikes = lookAlikes(colours, hue, vision)
        found += alikes.length
        for (const other of alikes) expect(lookAlikes(colours, other, vision)).toContain(hue)
        const seen = (name: Hue): Rgb => seenWith(vision, colours.get(name) ?? [0, 0, 0])
        const apart = alikes.map((other) => colourDistance(seen(hue), seen(other)))
        expect(apart).toEqual(apart.toSorted((a, b) => a - b))
      }
    expect(found).toBeGreaterThan(0)
  })
})

test('a hue that is not in use gives no hint', () => {
  expect(lookAlikes(new Map<string, Rgb>([['blue', [0, 0, 255]]]), 'red', 'protanopia')).toEqual([])
})

test('colours are read as browsers write them', () => {
  expect(parseColour('rgb(178, 130, 0)')).toEqual([178, 130, 0])
  expect(parseColour('#B28200')).toEqual([178, 130, 0])
  expect(parseColour('var(--hue-strong)')).toBeNull()
  expect(cssColour([178, 130, 0])).toBe('rgb(178 130 0)')
})
