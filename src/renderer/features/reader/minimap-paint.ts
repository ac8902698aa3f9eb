/** Draws the map of the annotations on a canvas. Colours are asked of the style sheets, so that themes and forced colours are theirs. */
import type { MapRow } from './minimap-layout.ts'

/** Height of a row and width of the column of search hits at its start side, CSS pixels. */
export const ROW_HEIGHT = 3
const HIT_WIDTH = 4

export interface MapPicture {
  rows: readonly MapRow[]
  /** Hue of each group. */
  hues: ReadonlyMap<number, string>
  /** Rows of the selected annotation, or null. */
  selected: { first: number; last: number } | null
  isRtl: boolean
}

export function paintMap(canvas: HTMLCanvasElement, picture: MapPicture): void {
  const context = canvas.getContext('2d')
  const { clientWidth: width, clientHeight: height } = canvas
  if (context === null || width === 0 || height === 0) return
  const scale = window.devicePixelRatio
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  context.setTransform(scale, 0, 0, scale, 0, 0)
  const probe = document.createElement('span')
  canvas.after(probe)
  const asked = new Map<string, string>()
  const colour = (name: string, instead: string): string => {
    if (matchMedia('(forced-colors: active)').matches) return instead
    probe.style.color = `var(${name})`
    const known = asked.get(name) ?? getComputedStyle(probe).color
    asked.set(name, known)
    return known
  }
  const { rows, hues, selected, isRtl } = picture
  /** From the start side, whatever the direction. */
  const fill = (x: number, y: number, wide: number, high: number): void => context.fillRect(isRtl ? width - x - wide : x, y, wide, high)
  const room = width - HIT_WIDTH - 2

  rows.forEach(({ groups, hits }, row) => {
    const y = row * ROW_HEIGHT
    if (hits > 0) {
      context.fillStyle = colour('--accent', 'Highlight')
      fill(0, y, HIT_WIDTH - 1, ROW_HEIGHT)
    }
    const all = groups.reduce((sum, { count }) => sum + count, 0)
    let x = HIT_WIDTH
    for (const { group, count } of groups) {
      const wide = (count / all) * room
      context.fillStyle = colour(`--hue-${hues.get(group) ?? 'grey'}-strong`, 'CanvasText')
      fill(x, y, wide, ROW_HEIGHT)
      x += wide
    }
  })
  if (selected) {
    context.fillStyle = colour('--text', 'Highlight')
    const y = selected.first * ROW_HEIGHT
    const high = (selected.last - selected.first + 1) * ROW_HEIGHT
    fill(width - 2, y - 1, 2, high + 2)
  }
  probe.remove()
}
