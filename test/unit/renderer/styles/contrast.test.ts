/** Every promise design makes about colour, computed from the style sheets in both themes: contrast and colour-blind distance. */
import { describe, expect, test } from 'vitest'
import { contrast, distance, luminance, over } from './colour.ts'
import type { Vision } from './colour.ts'
import { colour, declarations } from './tokens.ts'
import type { Theme } from './tokens.ts'

const THEMES: Theme[] = ['light', 'dark']
const TOKENS = new Map([...declarations('tokens.css'), ...declarations('tags.css')])
const MORE = new Map([...TOKENS, ...declarations('contrast.css', "[data-contrast='more']")])
const HUES = [...TOKENS.keys()].map((name) => /^--hue-(\w+)-bg$/.exec(name)?.[1]).filter((hue) => hue !== undefined)
const SHIPPED = ['amber', 'vermilion', 'blue', 'green', 'teal', 'magenta', 'brown', 'sky', 'grey']
const SURFACES = ['--surface', '--surface-sunken', '--surface-raised']
const STATES = [...SURFACES, '--surface-hover', '--surface-pressed', '--surface-selected', '--surface-selected-hover']

/** Pairs [foreground, background] of `tokens` in `theme` that stay below `least`, with what they reach. */
function below(tokens: Map<string, string>, theme: Theme, pairs: Iterable<[string, string]>, least: number): string[] {
  const found: string[] = []
  for (const [front, back] of pairs) {
    const reached = contrast(colour(tokens, front, theme), colour(tokens, back, theme))
    if (reached < least) found.push(`${front} on ${back}: ${reached.toFixed(2)}`)
  }
  return found
}

const cross = (fronts: string[], backs: string[]): [string, string][] => fronts.flatMap((f) => backs.map((b): [string, string] => [f, b]))

test('the arithmetic agrees with known values', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(luminance('#ff0000')).toBeCloseTo(0.2126, 4)
  expect(over('#000000', 0.5, '#ffffff')).toBe('#808080')
  expect(distance('#000000', '#ffffff', 'normal')).toBeCloseTo(100, 1)
  expect(distance('#c00000', '#007000', 'protanopia')).toBeLessThan(distance('#c00000', '#007000', 'normal') / 2)
})

test('the nine hues of the shipped tags and spare ones exist', () => {
  expect(HUES).toEqual(expect.arrayContaining(SHIPPED))
  expect(HUES.length).toBeGreaterThanOrEqual(12)
})

describe.each(THEMES)('%s theme', (theme) => {
  test('paper and ink are the ones chosen, never pure black', () => {
    const expected = theme === 'light' ? ['#fbfaf7', '#1c1b19'] : ['#171717', '#e8e6e1']
    expect([colour(TOKENS, '--surface', theme), colour(TOKENS, '--text', theme)]).toEqual(expected)
    for (const name of SURFACES) expect(colour(TOKENS, name, theme)).not.toBe('#000000')
  })

  test('interface text reaches 4.5:1 on every surface and state', () => {
    const pairs = [
      ...cross(['--text', '--text-muted'], STATES),
      ...cross(['--accent-ink', '--danger', '--warning', '--success'], [...SURFACES, '--surface-hover']),
      ...cross(['--text-on-selected'], ['--surface-selected', '--surface-selected-hover']),
      ...cross(['--accent-text'], ['--accent', '--accent-hover', '--accent-pressed']),
      ...cross(['--danger-text'], ['--danger', '--danger-hover']),
      ...cross(['--text', '--text-muted'], ['--danger-soft', '--warning-soft', '--success-soft', '--info-soft']),
      ...cross(['--text'], ['--selection', '--search-hit']),
      ['--danger', '--danger-soft'],
      ['--warning', '--warning-soft'],
      ['--success', '--success-soft'],
      ['--accent-ink', '--info-soft'],
    ] satisfies [string, string][]
    expect(below(TOKENS, theme, pairs, 4.5)).toEqual([])
  })

  test('text reaches 7:1 on every tag background, ink and own hue', () => {
    const pairs = HUES.flatMap((hue): [string, string][] => [
      ['--text', `--hue-${hue}-bg`],
      [`--hue-${hue}-text`, `--hue-${hue}-bg`],
      [`--hue-${hue}-text`, '--surface'],
    ])
    expect(below(TOKENS, theme, pairs, 7)).toEqual([])
  })

  test('ink stays at 7:1 under any stack of washes', () => {
    // A stack of layers of one colour tends to that colour, so the opaque wash bounds every depth; mixed stacks lie between.
    const alpha = Number(TOKENS.get('--wash-alpha')?.replace('%', '')) / 100
    expect(alpha).toBeGreaterThan(0.3)
    const ink = colour(TOKENS, '--text', theme)
    const page = colour(TOKENS, '--surface', theme)
    const low: string[] = []
    for (const first of HUES) {
      const wash = colour(TOKENS, `--hue-${first}-wash`, theme)
      if (contrast(ink, wash) < 7) low.push(`${first} opaque: ${contrast(ink, wash).toFixed(2)}`)
      for (const second of HUES) {
        const both = over(colour(TOKENS, `--hue-${second}-wash`, theme), alpha, over(wash, alpha, page))
        if (contrast(ink, both) < 7) low.push(`${second} over ${first}: ${contrast(ink, both).toFixed(2)}`)
      }
    }
    expect(low).toEqual([])
  })

  test('lines, lanes, rings and stance marks reach 3:1 on every surface', () => {
    const marks = ['--line', '--line-strong', '--focus', '--accent', '--stance-supports', '--stance-opposes', '--stance-conditional']
    marks.push('--stance-neutral', '--stance-declined', '--stance-none', ...HUES.map((hue) => `--hue-${hue}-strong`))
    expect(below(TOKENS, theme, cross(marks, SURFACES), 3)).toEqual([])
    expect(below(TOKENS, theme, cross(['--line', '--line-strong', '--focus'], ['--surface-hover']), 3)).toEqual([])
    expect(below(TOKENS, theme, cross(['--line-strong', '--focus'], ['--surface-selected', '--surface-pressed']), 3)).toEqual([])
  })

  test('a lane is still told from the background of its own tag', () => {
    const pairs = HUES.map((hue): [string, string] => [`--hue-${hue}-strong`, `--hue-${hue}-bg`])
    expect(below(TOKENS, theme, pairs, 2.5)).toEqual([])
  })

  test('the contrast setting only ever raises contrast', () => {
    expect(below(MORE, theme, cross(['--text', '--text-muted'], STATES), 7)).toEqual([])
    expect(below(MORE, theme, cross(['--line', '--line-strong', '--focus'], SURFACES), 4.5)).toEqual([])
    expect(below(MORE, theme, cross(['--line-soft', '--text-faint'], SURFACES), 3)).toEqual([])
  })

  // 2 is about the least difference one can see side by side; marks that lie apart on a page need three times that.
  test.each<Vision>(['normal', 'protanopia', 'deuteranopia', 'tritanopia'])('every two hues differ by 6 or more with %s', (vision) => {
    const near: string[] = []
    HUES.forEach((a, i) => {
      for (const b of HUES.slice(i + 1)) {
        const apart = distance(colour(TOKENS, `--hue-${a}-strong`, theme), colour(TOKENS, `--hue-${b}-strong`, theme), vision)
        if (apart < 6) near.push(`${a}/${b}: ${apart.toFixed(1)}`)
      }
    })
    expect(near).toEqual([])
  })
})

test('the system setting for more contrast sets the same values as the switch', () => {
  expect([...declarations('contrast.css', ":root:not([data-contrast='normal'])")]).toEqual([
    ...declarations('contrast.css', "[data-contrast='more']"),
  ])
})
