/**
 * The drawing as a picture that stands by itself: the window that is on the screen with all of its lanes, in the colours of the light theme,
 * with the names of lanes and events as text, what it is of above it and what the signs mean beneath. The drawn parts are copied with the
 * colours that the style sheets give them.
 */
import type { Say } from '../../lib/say.ts'
import { xmlText } from '../../../shared/text/xml-text.ts'
import { shorten } from '../../lib/shorten.ts'
import { EVENT_ROW } from './event-strip.tsx'
import { AXIS_HEIGHT } from './axis-ticks.tsx'
import { EVENT_FILLS } from './event-kind.tsx'
import type { ChartLayout } from './layout-chart.ts'
import type { EventBox } from './layout-events.ts'
import type { LegendItem } from './legend-items.ts'
import { frameFoot, frameHead, type FrameWords } from './picture-frame.ts'
import type { MarkWords } from './use-mark-words.ts'

const NAMES = 180
const FONT = "system-ui, 'Segoe UI', 'Noto Sans', sans-serif"
/** What a style sheet may say of a drawn thing. */
const DRAWN = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'paint-order',
] as const

export interface PictureParts {
  chart: ChartLayout
  words: MarkWords
  boxes: readonly EventBox[]
  width: number
  say: Say
  frame: FrameWords
  legend: readonly LegendItem[]
}

/** Null while nothing is drawn. The chart that is on the page is this one. */
export function chartPicture(page: HTMLElement, { chart, words, boxes, width, say, frame, legend }: PictureParts): string | null {
  const [axis, plot] = [...page.querySelectorAll<SVGElement>('[data-plot] > svg')]
  if (!axis || !plot) return null
  const light = document.createElement('div')
  light.style.colorScheme = 'light'
  light.style.display = 'none'
  document.body.append(light)
  try {
    const colour = (token: string): string => {
      light.style.color = `var(${token})`
      return getComputedStyle(light).color
    }
    const ink = colour('--text')
    const muted = colour('--text-muted')
    const colours = { ink, muted, of: colour }
    const wide = NAMES + width
    const head = frameHead(frame, wide, colours)
    const rows = boxes.reduce((most, { row }) => Math.max(most, row + 1), 0)
    const axisAt = head.height + rows * EVENT_ROW + 8
    const lanesAt = axisAt + AXIS_HEIGHT
    const foot = frameFoot(frame, legend, wide, lanesAt + chart.height + 8, colours)
    const height = lanesAt + chart.height + 8 + foot.height
    const text = (x: number, y: number, words: string, size: number, fill: string): string =>
      `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}">${xmlText(words)}</text>`
    const titles = boxes.map(({ event, x, width: wide, sure, nameAt, nameWidth, row }) => {
      const y = head.height + 4 + row * EVENT_ROW
      const fill = colour(EVENT_FILLS[event.kind])
      const bar = (at: number, size: number, more: string): string =>
        `<rect x="${NAMES + at}" y="${y}" width="${size}" height="21" rx="4" fill="${fill}" stroke="${colour('--line-strong')}"${more}/>`
      const days =
        (sure === null || sure.width < wide ? bar(x, wide, ' fill-opacity="0.4" stroke-dasharray="4 2.5"') : '') +
        (sure ? bar(sure.x, sure.width, '') : '')
      return days + text(NAMES + nameAt + 6, y + 15, shorten(event.title, Math.max(4, Math.floor(nameWidth / 6.6))), 12, ink)
    })
    const names = chart.lanes.map(
      ({ lane, top, height: tall }) =>
        text(8, lanesAt + top + tall / 2 - 2, shorten(words.lane(lane), 26), 13, ink) +
        text(8, lanesAt + top + tall / 2 + 14, say('timeline.counts', { count: lane.statements, undated: lane.undated }), 11, muted),
    )
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${height}" viewBox="0 0 ${wide} ${height}" font-family="${FONT}">` +
      `<rect width="${wide}" height="${height}" fill="${colour('--surface')}"/>` +
      `<defs><clipPath id="timeline-window"><rect x="0" y="0" width="${width}" height="${height}"/></clipPath></defs>` +
      head.svg +
      titles.join('') +
      names.join('') +
      `<g transform="translate(${NAMES} ${axisAt})" clip-path="url(#timeline-window)">${inLight(axis, light)}</g>` +
      `<g transform="translate(${NAMES} ${lanesAt})" clip-path="url(#timeline-window)">${inLight(plot, light)}</g>${foot.svg}</svg>`
    )
  } finally {
    light.remove()
  }
}

/** The inside of a drawing with its colours written out, and nothing that only the window needs. */
function inLight(drawing: SVGElement, light: HTMLElement): string {
  const copy = drawing.cloneNode(true) as SVGElement
  light.append(copy)
  for (const element of copy.querySelectorAll<SVGElement>('*')) {
    const style = getComputedStyle(element)
    if (style.display === 'none' && element.tagName === 'text') {
      element.remove()
      continue
    }
    const values = DRAWN.map((name) => [name, style.getPropertyValue(name)] as const)
    for (const name of element.getAttributeNames())
      if (name === 'class' || name === 'style' || name === 'role' || name === 'tabindex' || /^(?:data|aria)-/.test(name))
        element.removeAttribute(name)
    for (const [name, value] of values)
      if (isSaid(name, value, element)) element.setAttribute(name, value.replace(/url\(["']?(#[\w-]+)["']?\)/, 'url($1)'))
  }
  const inside = [...copy.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join('')
  copy.remove()
  return inside
}

/** What every element has anyway, and what says nothing of it, is left out. */
function isSaid(name: (typeof DRAWN)[number], value: string, element: SVGElement): boolean {
  if (value === '' || (element.closest('defs') !== null && element.tagName === 'defs')) return false
  if (element.tagName === 'g' || element.tagName === 'title' || element.tagName === 'pattern') return name === 'opacity' && value !== '1'
  const isText = element.tagName === 'text'
  if (name.startsWith('font') || name === 'text-anchor') return isText
  if (name === 'paint-order') return isText && value !== 'normal'
  if (name === 'stroke-dasharray') return value !== 'none'
  if (name === 'opacity' || name === 'fill-opacity') return value !== '1'
  return true
}
