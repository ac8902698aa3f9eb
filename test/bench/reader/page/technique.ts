/** What every way of showing a marked text must be able to do for the bench. Offsets are UTF-16 units of the text. */
import type { Mark } from '../../../../src/renderer/lib/reader-surface/reader-surface.ts'
import type { Script } from '../../../e2e/harness/reader-surface/generate.ts'

export interface Doc {
  text: string
  script: Script
  direction: 'ltr' | 'rtl'
  marks: Mark[]
}

export type TechniqueName = 'plain' | 'plain-cv' | 'recogito' | 'parley'

export interface Technique {
  /** Builds the document with its marks into `host`. */
  open(host: HTMLElement, doc: Doc): void
  readonly scroller: HTMLElement
  /** Paragraphs in the order of the text. */
  readonly paragraphs: readonly HTMLElement[]
  /** Shows one mark more; `all` are all of them with it. */
  add(mark: Mark, all: Mark[]): void
  hover(id: number | null): void
  /** True if this mark is highlighted as things stand; documents without highlights say yes. */
  isPainted(mark: Mark): boolean
}

/** Offsets at which the paragraphs of a text begin. */
export function startsOf(text: string): number[] {
  const starts: number[] = []
  let at = 0
  for (const line of text.split('\n')) {
    starts.push(at)
    at += line.length + 1
  }
  return starts
}
