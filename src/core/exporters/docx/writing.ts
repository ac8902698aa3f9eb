/** The state of one file being written, and where in it one is: how wide the column is, which style its paragraphs have, what still waits to be put into the next one. */
import type { PageSize } from '../../../shared/domain/report.ts'
import type { Bookmarks, Media, Numberings, Relations } from './parts.ts'

/** What is shared by everything in one file. */
export interface Writing {
  readonly bookmarks: Bookmarks
  readonly numberings: Numberings
  /** Of word/document.xml and word/comments.xml. */
  readonly relations: Relations
  readonly commentRelations: Relations
  /** Whether codings are comments; else they are notes beneath their article. */
  readonly hasComments: boolean
  /** Finished `w:comment` elements; the id is the place in this list. */
  readonly comments: string[]
  /** Pictures that could be made, by the id of their figure. */
  readonly pictures: ReadonlyMap<string, { readonly svg: Media; readonly png: Media }>
  /** Numbers drawings, from 1. */
  drawings: number
  /** Bookmarks that stand at the beginning of the next paragraph. */
  waiting: string
  /** Day of the document as Word writes it. */
  readonly stamp: string
}

/** Where one writes. Widths in twips (1/1440 inch). */
export interface Place {
  readonly writing: Writing
  readonly relations: Relations
  readonly width: number
  /** Style of paragraphs that have no look of their own. */
  readonly style: string
  readonly indent: number
  readonly level: number
  /** In a cell nothing is kept with what follows: a row would go over to the next page as a whole. */
  readonly inCell?: boolean
  /** Numbering of the first paragraph of an item; taken by the paragraph that uses it. */
  readonly item?: { numId: number; level: number; used: boolean }
}

export interface Page {
  readonly width: number
  readonly height: number
  readonly margin: { readonly side: number; readonly top: number; readonly bottom: number }
}

const MARGIN = { side: 1_304, top: 1_361, bottom: 1_247 }
const PAGES: Readonly<Record<PageSize, Page>> = {
  a4: { width: 11_906, height: 16_838, margin: MARGIN },
  letter: { width: 12_240, height: 15_840, margin: MARGIN },
}
export const pageOf = (size: PageSize): Page => PAGES[size]
export const textWidth = ({ width, margin }: Page): number => width - 2 * margin.side

/** A place of the document stands at the next paragraph. */
export function mark(writing: Writing, place: string | null | undefined): void {
  if (place !== null && place !== undefined) writing.waiting += writing.bookmarks.point(place)
}
