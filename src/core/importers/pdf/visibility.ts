/**
 * How much of a page's text nobody sees who looks at it: drawn in no way, in white on white, off the page, or without a size. Told from
 * the page's drawing operators; letters are counted, not read.
 */

/** Codes of the operators that matter, as the library numbers them. */
export type OperatorCodes = Readonly<Record<string, number>>

export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

export interface Visibility {
  /** Letters in all. */
  readonly letters: number
  readonly hidden: number
  /** Letters that are not drawn. */
  readonly undrawn: number
  /** Letters off the page, which the library leaves out. */
  readonly outside: number
  /** A picture covers most of the page, which then is a scan. */
  readonly isScan: boolean
}

type Matrix = readonly [number, number, number, number, number, number]
interface State {
  ctm: Matrix
  white: boolean
  mode: number
  size: number
}
interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const UNDRAWN = new Set([3, 7])
const SMALLEST = 1
/** Part of the page that a picture of a scan covers. */
const SCAN = 0.5
const MOST_BOXES = 2_000

/** Counts the letters of one page. `view`: its corners, as the library gives them. */
export function visibilityOf({ fnArray, argsArray }: Operators, codes: OperatorCodes, view: readonly number[]): Visibility {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]))
  const [left = 0, bottom = 0, right = 0, top = 0] = view
  const boxes: Box[] = []
  const stack: State[] = []
  let state: State = { ctm: IDENTITY, white: false, mode: 0, size: 1 }
  let text: Matrix = IDENTITY
  let line: Matrix = IDENTITY
  let leading = 0
  let letters = 0
  let hidden = 0
  let undrawn = 0
  let outside = 0
  let isScan = false
  const nextLine = (x: number, y: number): void => {
    line = times(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const show = (glyphs: unknown): void => {
    const count = Array.isArray(glyphs) ? glyphs.filter(isLetter).length : 0
    const at = times(state.ctm, text)
    const size = Math.abs(state.size) * Math.sqrt(Math.abs(at[0] * at[3] - at[1] * at[2]))
    const [, , , , x, y] = at
    const isOutside = x < left - size || x > right + size || y < bottom - size || y > top + size
    const onColour = boxes.some((box) => x >= box.x0 - 1 && x <= box.x1 + 1 && y >= box.y0 - 1 && y <= box.y1 + 1)
    if (isOutside) {
      outside += count
      return
    }
    letters += count
    if (UNDRAWN.has(state.mode)) undrawn += count
    else if (size < SMALLEST || (state.white && !onColour)) hidden += count
  }
  fnArray.forEach((code, index) => {
    const args = argsArray[index]
    const list = Array.isArray(args) ? (args as unknown[]) : []
    const numbers = list.map((value) => (typeof value === 'number' ? value : 0))
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
    switch (names.get(code)) {
      case 'save':
        stack.push({ ...state })
        break
      case 'paintFormXObjectBegin':
        stack.push({ ...state })
        state.ctm = list[0] ? times(state.ctm, matrixOf(list[0])) : state.ctm
        break
      case 'paintFormXObjectEnd':
      case 'restore':
        state = stack.pop() ?? state
        break
      case 'transform':
        state.ctm = times(state.ctm, [a, b, c, d, e, f])
        // Pictures are left out by the library: what is left is a place without anything drawn in it.
        if (names.get(fnArray[index + 1] ?? -1) === 'restore') {
          const box = boxOf(state.ctm, 0, 0, 1, 1)
          if (boxes.length < MOST_BOXES) boxes.push(box)
          if ((box.x1 - box.x0) * (box.y1 - box.y0) > SCAN * (right - left) * (top - bottom)) isScan = true
        }
        break
      case 'setFillRGBColor':
      case 'setFillGray':
        state.white = isWhite(list)
        break
      case 'setFillColorN':
        state.white = false
        break
      case 'setTextRenderingMode':
        state.mode = a
        break
      case 'setFont':
        state.size = typeof list[1] === 'number' ? list[1] : 1
        break
      case 'setLeading':
        leading = a
        break
      case 'beginText':
        text = IDENTITY
        line = IDENTITY
        break
      case 'setTextMatrix':
        line = matrixOf(args)
        text = line
        break
      case 'moveText':
        nextLine(a, b)
        break
      case 'setLeadingMoveText':
        leading = -b
        nextLine(a, b)
        break
      case 'nextLine':
        nextLine(0, -leading)
        break
      case 'constructPath': {
        const [x0, y0, x1, y1] = Array.from((list[2] ?? []) as ArrayLike<number>)
        const fills = /fill/i.test(names.get(Number(list[0])) ?? '')
        if (fills && !state.white && boxes.length < MOST_BOXES && [x0, y0, x1, y1].every(Number.isFinite))
          boxes.push(boxOf(state.ctm, x0 ?? 0, y0 ?? 0, x1 ?? 0, y1 ?? 0))
        break
      }
      case 'showText':
      case 'showSpacedText':
        show(list[0])
        break
      case 'nextLineShowText':
        nextLine(0, -leading)
        show(list[0])
        break
      default:
    }
  })
  return { letters, hidden, undrawn, outside, isScan }
}

const isLetter = (glyph: unknown): boolean =>
  typeof glyph === 'object' &&
  glyph !== null &&
  typeof (glyph as { unicode?: unknown }).unicode === 'string' &&
  !(glyph as { isSpace?: unknown }).isSpace

/** As "#ffffff" or in numbers from 0 to 255. */
const isWhite = (list: readonly unknown[]): boolean =>
  typeof list[0] === 'string'
    ? /^#f[b-f]f[b-f]f[b-f]$/i.test(list[0])
    : list.length >= 3 && list.slice(0, 3).every((part) => Number(part) >= 250)

/** A matrix comes as six numbers or as one list of them, plain or typed. */
function matrixOf(args: unknown): Matrix {
  const outer = Array.from((args ?? []) as ArrayLike<unknown>)
  const flat = outer.length === 1 ? Array.from((outer[0] ?? []) as ArrayLike<unknown>) : outer
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = flat.map(Number)
  return [a, b, c, d, e, f]
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

function boxOf(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ] as const
  const xs = corners.map(([x, y]) => m[0] * x + m[2] * y + m[4])
  const ys = corners.map(([x, y]) => m[1] * x + m[3] * y + m[5])
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}
