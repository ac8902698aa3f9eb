/** Contrast in the marked text, computed from the style sheets: words on every pile of marks, and what lies over them. */
import { describe, expect, it } from 'vitest'
import { contrast, over } from '../styles/colour.ts'
import { colour, declarations, type Theme } from '../styles/tokens.ts'

const TOKENS = new Map([...declarations('tokens.css'), ...declarations('tags.css')])
const HUES = [...TOKENS.keys()].flatMap((name) => /^--hue-(\w+)-wash$/.exec(name)?.[1] ?? [])
const ALPHA = Number(TOKENS.get('--wash-alpha')?.replace('%', '')) / 100
/** As in highlights.css: the pointed mark is under a veil of ink. */
const VEIL = 0.09

describe.each<Theme>(['light', 'dark'])('%s theme', (theme) => {
  const of = (name: string): string => colour(TOKENS, name, theme)
  const ink = of('--text')
  const page = of('--surface')
  const wash = (hue: string, under: string): string => over(of(`--hue-${hue}-wash`), ALPHA, under)
  const low = (backs: Iterable<[string, string]>, front: string, least: number): string[] =>
    [...backs].flatMap(([name, back]) => (contrast(front, back) < least ? [`${name}: ${contrast(front, back).toFixed(2)}`] : []))

  it('words reach 7:1 on one, two and three marks on each other, in any order', () => {
    const piles = new Map<string, string>()
    for (const first of HUES) {
      piles.set(first, wash(first, page))
      for (const second of HUES) {
        piles.set(`${second} on ${first}`, wash(second, wash(first, page)))
        for (const third of HUES) piles.set(`${third} on ${second} on ${first}`, wash(third, wash(second, wash(first, page))))
      }
    }
    expect(piles.size).toBe(HUES.length + HUES.length ** 2 + HUES.length ** 3)
    expect(low(piles, ink, 7)).toEqual([])
  })

  it('words reach 7:1 on the selected mark, which hides what is under it', () => {
    expect(
      low(
        HUES.map((hue): [string, string] => [hue, of(`--hue-${hue}-wash`)]),
        ink,
        7,
      ),
    ).toEqual([])
  })

  it('words stay readable under the veil of the pointed mark, selected or not', () => {
    const veiled = HUES.flatMap((hue): [string, string][] => [
      [hue, over(ink, VEIL, wash(hue, page))],
      [`selected ${hue}`, over(ink, VEIL, of(`--hue-${hue}-wash`))],
    ])
    expect(low(veiled, ink, 4.5)).toEqual([])
  })

  it('words reach 4.5:1 on search hits and on what is selected, which lie over all marks', () => {
    expect(
      low(
        [
          ['hit', of('--search-hit')],
          ['current hit', of('--search-hit-current')],
          ['selection', of('--selection')],
        ],
        ink,
        4.5,
      ),
    ).toEqual([])
  })

  it('lines of marks reach 3:1 on the page', () => {
    for (const hue of HUES) expect(contrast(of(`--hue-${hue}-strong`), page), hue).toBeGreaterThanOrEqual(3)
  })

  it('letters on their badges, and the label that is selected, reach 7:1', () => {
    for (const hue of HUES) {
      expect(contrast(ink, of(`--hue-${hue}-bg`)), hue).toBeGreaterThanOrEqual(7)
      expect(contrast(of(`--hue-${hue}-text`), of(`--hue-${hue}-bg`)), hue).toBeGreaterThanOrEqual(7)
    }
    expect(contrast(of('--accent'), page)).toBeGreaterThanOrEqual(3)
  })
})
