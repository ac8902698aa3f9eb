/**
 * What goes into a reader surface and what comes out of it. Every offset is a UTF-16 unit into the canonical text; ranges
 * are half-open [start, end). The surface knows no domain word and no language: names, labels and sentences come from outside.
 */
import type { Span } from '../../../shared/text/span.ts'

/** A coloured stretch of the text with its label in the margin. */
export interface Mark extends Span {
  readonly id: number
  /** Name of a hue of the palette, such as "amber": the colours are --hue-amber-bg and --hue-amber-strong. */
  readonly hue: string
  /** One letter or two that stand for the label where there is no room, and beside the colour. */
  readonly letter: string
  readonly label: string
  /** A second, quieter word in the margin, such as who speaks. */
  readonly detail?: string
  readonly important?: boolean
}

/** How the person did something. */
export type Via = 'pointer' | 'keyboard'

export type Direction = 'ltr' | 'rtl'

/** Every word that the surface shows or says, in the language of the interface. */
export interface SurfaceStrings {
  /** Accessible name of the text. */
  label: string
  /** How to read and select with the keyboard; read once by a screen reader. */
  help: string
  /** Accessible name of the margin. */
  margin: string
  /** Accessible name of a label in the margin. */
  chip(mark: Mark): string
  /** Accessible name of the button that stands for marks without room in the margin. */
  more(count: number): string
  /** Said when the caret enters a mark: "Demand, 12 words, overlaps 2". */
  entered(mark: Mark, facts: { words: number; overlaps: number }): string
  /** Said when the caret leaves a mark. */
  left(mark: Mark): string
  /** Said when the selection changes; null words: too long to count at once. */
  selected(words: number | null): string
  /** Said when the selection is taken away. */
  cleared: string
}

export interface ReaderSurfaceOptions {
  /** Canonical text: LF line ends, no BOM. It never changes during the life of a surface. */
  text: string
  /** BCP 47, or null if unknown. */
  language: string | null
  /** Direction of the article: side of the margin, and of paragraphs without a letter of their own. */
  direction: Direction
  strings: SurfaceStrings
  /** A selection was finished (snapped and trimmed) or taken away. */
  onSelect(range: Span | null): void
  /** A mark was chosen. `stack` holds all marks at that place, shortest first; clicking again at one place walks through it. */
  onActivate(id: number, stack: number[], via: Via): void
  /** The button for marks without room was pressed; `rect` is where it is on the screen. */
  onMore(ids: number[], rect: DOMRect, via: Via): void
  /** The mark under the pointer changed; `rect` is the piece of its line (or its label) on the screen. */
  onHover(id: number | null, rect: DOMRect | null): void
  onCaretChange?(offset: number): void
  /** An end of the selected mark was moved, by keys or by its handle. Told once, when the movement has come to rest. */
  onEdgeMove?(id: number, start: number, end: number): void
  /** False while ends cannot be moved; without it they can wherever onEdgeMove is there. */
  canMoveEdges?(): boolean
  /** Something was selected with the pointer that holds nothing but white space. */
  onBlank?(): void
}
