/** A page with one reader surface and nothing else, for tests in a real browser. Tests talk to `window.harness`. */
import '../../../../src/renderer/styles/index.css'
import {
  createReaderSurface,
  type Direction,
  type Mark,
  type ReaderSurface,
} from '../../../../src/renderer/lib/reader-surface/reader-surface.ts'
import { generateMarks, generateText, seeded } from './generate.ts'

export interface Opened {
  text: string
  language?: string | null
  direction?: Direction
  marks?: Mark[]
}

/** What the surface told its owner, in order. */
export type Told =
  | { told: 'select'; range: { start: number; end: number } | null }
  | { told: 'activate'; id: number; stack: number[]; via: string }
  | { told: 'more'; ids: number[]; via: string }
  | { told: 'hover'; id: number | null }
  | { told: 'caret'; offset: number }
  | { told: 'edge'; id: number; start: number; end: number }
  | { told: 'blank' }

function open({ text, language = null, direction = 'ltr', marks = [] }: Opened): ReaderSurface {
  harness.surface?.destroy()
  harness.told = []
  harness.marks = marks
  const tell = (told: Told): void => void harness.told.push(told)
  const surface = createReaderSurface(document.getElementById('host')!, {
    text,
    language,
    direction,
    strings: {
      label: 'Article text',
      help: 'Arrow keys move the caret, Shift selects.',
      margin: 'Annotations beside the text',
      chip: (mark) => [mark.label, mark.detail, mark.important === true ? 'important' : ''].filter(Boolean).join(', '),
      more: (count) => `${count} more`,
      entered: (mark, { words, overlaps }) => `${mark.label}, ${words} words, overlaps ${overlaps}`,
      left: (mark) => `End of ${mark.label}`,
      selected: (words) => (words === null ? 'Long selection' : `${words} words selected`),
      cleared: 'Nothing selected',
    },
    onSelect: (range) => tell({ told: 'select', range }),
    onActivate: (id, stack, via) => {
      tell({ told: 'activate', id, stack, via })
      surface.setSelected(id)
    },
    onMore: (ids, _rect, via) => tell({ told: 'more', ids, via }),
    onHover: (id) => tell({ told: 'hover', id }),
    onCaretChange: (offset) => tell({ told: 'caret', offset }),
    onBlank: () => tell({ told: 'blank' }),
    onEdgeMove: (id, start, end) => {
      tell({ told: 'edge', id, start, end })
      harness.marks = harness.marks.map((mark) => (mark.id === id ? { ...mark, start, end } : mark))
      surface.setMarks(harness.marks)
    },
  })
  surface.setMarks(marks)
  harness.surface = surface
  harness.text = text
  return surface
}

export interface Harness {
  open: typeof open
  surface: ReaderSurface | null
  text: string
  marks: Mark[]
  told: Told[]
  /** Resolves when the next frame has been made. */
  frame: () => Promise<void>
  /** Resolves when the next frame is about to be made: after its scroll events, before it is painted. */
  beforeFrame: () => Promise<void>
  generateText: typeof generateText
  generateMarks: typeof generateMarks
  seeded: typeof seeded
}

const beforeFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

async function frame(): Promise<void> {
  await beforeFrame()
  await new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', resolve, { once: true })
    channel.port1.start()
    channel.port2.postMessage(null)
  })
}

const harness: Harness = { open, surface: null, text: '', marks: [], told: [], frame, beforeFrame, generateText, generateMarks, seeded }

declare global {
  interface Window {
    harness: Harness
  }
}
window.harness = harness
