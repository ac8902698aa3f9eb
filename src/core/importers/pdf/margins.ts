/**
 * Running heads, feet and page numbers: lines at the edge of a page that other pages have in the same place, but for their numbers. They
 * are kept and marked as no text.
 */
import type { PdfItem } from './page-items.ts'
import { lineOf } from './lines.ts'
import { rowsOf, type Row } from './rows.ts'

export interface Margins {
  readonly head: readonly Row[]
  readonly foot: readonly Row[]
  /** What is left of the page. */
  readonly body: readonly PdfItem[]
}

/** Rows at each edge that can be margins. */
const EDGE = 3
/** Share of pages that have it; heads of left and right pages differ. */
const SHARE = 0.3
const PAGES = 2
/** Points by which its place may differ. */
const PLACE = 12

interface Candidate {
  readonly page: number
  readonly row: Row
  readonly key: string
  readonly isHead: boolean
}

/** The margins of each page, told by comparing all of them. */
export function marginsOf(pages: readonly (readonly PdfItem[])[]): Margins[] {
  const candidates = pages.flatMap((items, page) => edgesOf(items, page))
  const seen = new Map<string, Candidate[]>()
  for (const candidate of candidates) seen.set(candidate.key, [...(seen.get(candidate.key) ?? []), candidate])
  const filled = pages.filter((items) => items.length > 0).length
  const needed = filled <= 3 ? Math.max(PAGES, filled) : Math.max(3, Math.ceil(filled * SHARE))
  const repeats = (candidate: Candidate): boolean => {
    const others = (seen.get(candidate.key) ?? []).filter(({ row }) => Math.abs(row.y - candidate.row.y) <= PLACE)
    return new Set(others.map(({ page }) => page)).size >= needed
  }
  const found = candidates.filter(repeats)
  // Pages that have nothing else are copies of one page: their text is text.
  const rest = pages.filter((items, page) => items.length > found.filter((one) => one.page === page).flatMap(({ row }) => row.items).length)
  const margins = rest.length * 2 > filled ? found : []
  return pages.map((items, page) => {
    const own = margins.filter((candidate) => candidate.page === page)
    const taken = new Set(own.flatMap(({ row }) => row.items))
    return {
      head: own.filter(({ isHead }) => isHead).map(({ row }) => row),
      foot: own.filter(({ isHead }) => !isHead).map(({ row }) => row),
      body: items.filter((item) => !taken.has(item)),
    }
  })
}

function edgesOf(items: readonly PdfItem[], page: number): Candidate[] {
  const rows = rowsOf(items)
  return rows.flatMap((row, index) => {
    const isEdge = index < EDGE || index >= rows.length - EDGE
    return isEdge ? [{ page, row, isHead: index < rows.length / 2, key: shapeOf(lineOf(row).text) }] : []
  })
}

/** A line without its numbers, which differ from page to page. */
const shapeOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\p{N}+|(?<!\p{L})[ivxlc]+(?!\p{L})/gu, '#')
    .replace(/\s+/g, ' ')
    .slice(0, 200)
