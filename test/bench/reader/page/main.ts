/** The page that shows one document by one technique and does with it what a reader does. The bench talks to `window.bench`. */
import '../../../../src/renderer/styles/index.css'
import type { Mark } from '../../../../src/renderer/lib/reader-surface/reader-surface.ts'
import { generateMarks, generateText, seeded, type Script } from '../../../e2e/harness/reader-surface/generate.ts'
import { beforeFrame, frame, rest, untilFrame } from './clock.ts'
import { testGlyphs, testHits, type Glyphs, type Hits } from './correctness.ts'
import './page.css'
import { Parley } from './parley.ts'
import { Plain } from './plain.ts'
import { Recogito } from './recogito.ts'
import { startsOf, type Doc, type Technique, type TechniqueName } from './technique.ts'

/** Longer than any delay of a technique: what it does later is counted too. */
const SETTLE_MS = 250
const SLOW_FRAME_MS = 25

const techniques: Record<TechniqueName, () => Technique> = {
  plain: () => new Plain(false),
  'plain-cv': () => new Plain(true),
  recogito: () => new Recogito(),
  parley: () => new Parley(),
}

let technique: Technique
let doc: Doc
let starts: number[]

/** Index of the paragraph at a height of the screen; -1 if there is none. */
function paragraphAt(y: number): number {
  // Asking paragraphs for their boxes would lay out the whole text, and the bench would count that.
  for (let below = y; below < y + 60; below += 6) {
    // A technique may lay its highlights over the text.
    const found = document.elementsFromPoint(innerWidth / 2, below).find((element) => element.localName === 'p')
    if (found instanceof HTMLElement) return technique.paragraphs.indexOf(found)
  }
  return -1
}

/** Offsets of the text on the screen. */
function offsetsOnScreen(): { first: number; end: number } {
  const last = paragraphAt(innerHeight - 120)
  return { first: starts[paragraphAt(0)]!, end: starts[last + 1] ?? doc.text.length }
}

/** Indices of all paragraphs that touch the screen, whatever it costs. */
function onScreen(): number[] {
  const { top, bottom } = technique.scroller.getBoundingClientRect()
  const seen: number[] = []
  technique.paragraphs.forEach((paragraph, index) => {
    const box = paragraph.getBoundingClientRect()
    if (box.bottom > top && box.top < bottom) seen.push(index)
  })
  return seen
}

/** Marks that begin in [first, end), and on a letter: a range cannot begin on the line feed between two paragraphs. */
const marksBetween = (first: number, end: number): Mark[] =>
  doc.marks.filter(({ start }) => start >= first && start < end && doc.text[start] !== '\n')

/** Marks that begin in the given paragraphs. */
const marksIn = (paragraphs: readonly number[]): Mark[] =>
  marksBetween(starts[paragraphs[0] ?? 0]!, starts[(paragraphs.at(-1) ?? 0) + 1] ?? doc.text.length)

/** Marks that may be on the screen. */
function marksNear(): Mark[] {
  const { first, end } = offsetsOnScreen()
  return doc.marks.filter((mark) => mark.end > first - 2_000 && mark.start < end + 2_000)
}

const bench = {
  /** Makes text and marks and loads the typeface; no document yet. */
  async prepare(name: TechniqueName, script: Script, length: number, count: number): Promise<void> {
    const text = generateText(script, length)
    doc = { text, script, direction: script === 'ur' ? 'rtl' : 'ltr', marks: generateMarks(text.length, count) }
    starts = startsOf(text)
    const warm = document.createElement('p')
    warm.lang = script
    warm.dataset['reading'] = ''
    warm.textContent = text.slice(0, 500)
    document.body.append(warm)
    await frame()
    await document.fonts.ready
    warm.remove()
    await rest(100)
    technique = techniques[name]()
  },

  /** Opens the document; ms to the end of the first frame with highlights. */
  open(): Promise<number> {
    const first = marksBetween(0, doc.text.length).reduce((least, mark) => (mark.start < least.start ? mark : least))
    return untilFrame(
      () => technique.open(document.getElementById('host')!, doc),
      () => technique.isPainted(first),
    )
  },

  settle: (): Promise<void> => rest(SETTLE_MS),

  async goTo(share: number): Promise<void> {
    // Twice: heights on the way were only estimated.
    for (let round = 0; round < 2; round++) {
      technique.paragraphs[Math.floor(technique.paragraphs.length * share)]!.scrollIntoView({ block: 'start' })
      await rest(SETTLE_MS / 2)
    }
  },

  /** Adds marks on the screen, one a frame; ms from key to highlighted frame of each. */
  async add(count: number): Promise<number[]> {
    const { first } = offsetsOnScreen()
    const from = first + 300
    const times: number[] = []
    for (let index = 0; index < count; index++) {
      const start = from + index * 9
      const mark: Mark = { id: 1_000_000 + index, start, end: start + 30, hue: 'rose', letter: 'Z', label: 'Added' }
      const handler = (): void => {
        doc.marks = [...doc.marks, mark]
        technique.add(mark, doc.marks)
        document.getElementById('status')!.textContent = String(doc.marks.length)
      }
      times.push(await untilFrame(handler, () => technique.isPainted(mark)))
    }
    return times
  },

  /** Moves the hover from mark to mark, one a frame. */
  async hover(count: number): Promise<void> {
    const { first, end } = offsetsOnScreen()
    const marks = marksBetween(first, end)
    for (let index = 0; index < count; index++) {
      await untilFrame(
        () => {
          technique.hover(marks[index % marks.length]!.id)
          document.getElementById('status')!.textContent = String(index)
        },
        () => true,
      )
    }
  },

  /** Scrolls by 90 px a frame; how many frames took too long. */
  async scroll(frames: number): Promise<number> {
    let slow = 0
    let last = 0
    for (let index = 0; index < frames; index++) {
      await beforeFrame()
      const now = performance.now()
      if (last !== 0 && now - last > SLOW_FRAME_MS) slow++
      last = now
      technique.scroller.scrollTop += 90
    }
    await rest(SETTLE_MS)
    return slow
  },

  /** Goes to random places and rests at each, so that nothing is put off; what their first frames lacked. */
  async jump(count: number, look: boolean): Promise<{ blank: number; bare: number }> {
    const random = seeded(5)
    let [blank, bare] = [0, 0]
    for (let index = 0; index < count; index++) {
      technique.scroller.scrollTop = random() * technique.scroller.scrollHeight
      await beforeFrame()
      if (look) {
        const seen = onScreen()
        if (seen.some((at) => !technique.paragraphs[at]!.checkVisibility({ contentVisibilityAuto: true }))) blank++
        if (marksIn(seen.slice(0, -1)).some((mark) => !technique.isPainted(mark))) bare++
      }
      await rest(SETTLE_MS)
    }
    return { blank, bare }
  },

  hits: (points: number): Hits | null => (technique instanceof Parley ? testHits(technique, marksNear(), points) : null),
  glyphs: async (): Promise<Glyphs | null> => (technique instanceof Parley ? testGlyphs(technique, doc) : null),
}

export type Bench = typeof bench

declare global {
  interface Window {
    bench: Bench
  }
}
window.bench = bench
