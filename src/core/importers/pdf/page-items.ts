/**
 * The pieces of text of one page as boxes that stand upright: turned pages and turned text are turned back, each angle by itself. Lengths
 * are points; y grows upwards, as in the file.
 */

export interface PdfItem {
  readonly text: string
  readonly x0: number
  readonly x1: number
  /** Baseline. */
  readonly y: number
  /** Height of the letters. */
  readonly size: number
  readonly rtl: boolean
}

/** What a text library gives for one piece; only this much of it is used. */
export interface RawItem {
  readonly str: string
  readonly dir: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** Pieces on one page beyond which it is no page of text. */
export const ITEMS_PER_PAGE = 200_000

const STEP = 5

/** The pieces by the angle at which they are read, the angle with most letters first; blank ones are left out. */
export function uprightItems(raw: readonly RawItem[]): PdfItem[][] {
  const groups = new Map<string, { items: PdfItem[]; letters: number }>()
  for (const { str, dir, transform, width, height } of raw.slice(0, ITEMS_PER_PAGE)) {
    const text = str.trim()
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform
    if (text === '' || ![a, b, c, d, e, f, width].every(Number.isFinite)) continue
    const vertical = dir === 'ttb'
    // Letters set downwards are read as if the page lay on its side.
    const angle = Math.atan2(b, a) - (vertical ? Math.PI / 2 : 0)
    const turned = Math.round((angle * 180) / Math.PI / STEP) * STEP
    const key = String((turned + 360) % 360)
    const cos = Math.cos(angle)
    const sin = Math.sin(angle)
    const x0 = e * cos + f * sin
    const group = groups.get(key) ?? { items: [], letters: 0 }
    groups.set(key, group)
    const size = Math.abs(Math.hypot(c, d)) || Math.abs(height)
    const length = vertical ? Math.abs(height) : Math.abs(width)
    group.items.push({ text, x0, x1: x0 + length, y: f * cos - e * sin, size, rtl: dir === 'rtl' })
    group.letters += text.length
  }
  return [...groups.values()].sort((one, other) => other.letters - one.letters).map(({ items }) => items)
}
