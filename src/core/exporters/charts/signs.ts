/** Signs in charts: letters of tags on their colour, patterns of tags for bars, shapes of stances. Colour only repeats what they say. */
import type { Stance } from '../../../shared/domain/annotation.ts'
import { colours } from '../styles/palette.ts'
import { xmlText } from '../../../shared/text/xml-text.ts'
import { hatch, type Box } from './hatch.ts'
import { el, INK, label, LINE, widthOf } from './svg.ts'

/** A tag as a chart draws it. */
export interface ChartTag {
  readonly id: number
  readonly name: string
  /** One character; '' where it has none. */
  readonly letter: string
  readonly hue: string
}

/** Part of a bar: the colour of the tag, its lines upon it. `name` is told where one points at it. */
export function tagBar(tag: ChartTag, box: Box, name: string): string {
  const { bg, strong } = colours(tag.hue)
  const lines = hatch(tag.id, box)
  return el(
    'g',
    {},
    name === '' ? '' : el('title', {}, xmlText(name)),
    el('rect', { ...box, fill: bg }),
    lines === '' ? '' : el('path', { d: lines, fill: 'none', stroke: strong, 'stroke-width': 0.8, 'stroke-opacity': 0.4 }),
    el('rect', { ...box, fill: 'none', stroke: strong, 'stroke-width': Math.min(1, box.width / 4, box.height / 4) }),
  )
}

/** The letter of a tag in its ink, on a ground that a hatch does not blur. */
export function letterAt(x: number, y: number, tag: ChartTag, size = 10): string {
  if (tag.letter === '') return ''
  const { bg, ink } = colours(tag.hue)
  const attributes = { 'font-size': size, 'font-weight': 600, 'text-anchor': 'middle', fill: ink }
  return (
    label(x, y, tag.letter, { ...attributes, stroke: bg, 'stroke-width': 3, 'stroke-linejoin': 'round' }) +
    label(x, y, tag.letter, attributes)
  )
}

/** The sign of each tag and its name, in rows; and how high they are. */
export function tagLegend(tags: readonly ChartTag[], width: number, top: number): { svg: string; height: number } {
  const items = tags.map((tag) => ({
    wide: 22 + widthOf(tag.name, 11) + 16,
    at: (x: number, y: number) =>
      tagBar(tag, { x, y: y - 10, width: 16, height: 13 }, '') + letterAt(x + 8, y + 0.2, tag) + label(x + 22, y, tag.name),
  }))
  return inRows(items, width, top)
}

export interface LegendItem {
  readonly wide: number
  readonly at: (x: number, baseline: number) => string
}

/** Items one after the other, in as many rows as they need. */
export function inRows(items: readonly LegendItem[], width: number, top: number): { svg: string; height: number } {
  let [x, y] = [0, top + 12]
  const svg = items.map(({ wide, at }) => {
    if (x > 0 && x + wide - 16 > width) [x, y] = [0, y + 19]
    const drawn = at(x, y)
    x += wide
    return drawn
  })
  return { svg: svg.join(''), height: items.length === 0 ? 0 : y - top + 7 }
}

/** In a box of 16: an outline, and lines upon it. The same shapes as on screen. */
const STANCE_SHAPES: Readonly<Record<Stance, { outline: string; sign: string | null; isHollow: boolean; hue: string | null }>> = {
  supports: { outline: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z', sign: 'M8 4.75v6.5M4.75 8h6.5', isHollow: false, hue: 'blue' },
  opposes: {
    outline: 'M3 1.5h10a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-10a1.5 1.5 0 0 1-1.5-1.5v-10a1.5 1.5 0 0 1 1.5-1.5z',
    sign: 'M4.5 8h7',
    isHollow: false,
    hue: 'vermilion',
  },
  conditional: { outline: 'M8 .75L15.25 8L8 15.25L.75 8z', sign: 'M8 4.3v4.6M5.7 6.6h4.6M5.7 11h4.6', isHollow: true, hue: 'violet' },
  neutral: { outline: 'M2.5 4.5h11v7h-11z', sign: 'M4.75 6.9h6.5M4.75 9.1h6.5', isHollow: false, hue: 'grey' },
  declined: { outline: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z', sign: null, isHollow: true, hue: null },
}

/** The shape of a stance about a middle, 16 pixels wide at a `size` of 16. */
export function stanceAt(x: number, y: number, stance: Stance, size = 16): string {
  const { outline, sign, isHollow, hue } = STANCE_SHAPES[stance]
  const colour = hue === null ? INK : colours(hue).strong
  return el(
    'g',
    {
      transform: `translate(${Math.round((x - size / 2) * 100) / 100} ${Math.round((y - size / 2) * 100) / 100})${size === 16 ? '' : ` scale(${size / 16})`}`,
    },
    el('path', { d: outline, ...(isHollow ? { fill: '#ffffff', stroke: colour, 'stroke-width': 1.5 } : { fill: colour }) }),
    sign === null
      ? ''
      : el('path', { d: sign, fill: 'none', stroke: isHollow ? colour : '#ffffff', 'stroke-width': 1.75, 'stroke-linecap': 'round' }),
  )
}

/** Nothing was heard: a dot. */
export const silenceAt = (x: number, y: number): string => el('circle', { cx: x, cy: y, r: 1.5, fill: LINE })
