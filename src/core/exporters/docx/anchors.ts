/** A walk over the whole document before it is written: every place a link may lead to, every figure, and how much there is to write. */
import type { Block, Figure, ReportDocument, Section } from '../document/model.ts'

export interface Survey {
  /** Anchors in order, each once. */
  readonly places: ReadonlySet<string>
  readonly figures: readonly Figure[]
  /** Passages with a coding. */
  readonly noteCount: number
  /** Pieces that the writer hands over one by one: a measure of progress. */
  readonly weight: number
}

export function survey(document: ReportDocument): Survey {
  const places = new Set<string>()
  const figures: Figure[] = []
  let weight = 0
  let noteCount = 0
  const add = (place: string | null | undefined): void => {
    if (place !== null && place !== undefined) places.add(place)
  }
  const blocks = (list: readonly Block[]): void => {
    for (const block of list) {
      weight++
      switch (block.kind) {
        case 'list':
          for (const item of block.items) {
            add(item.id)
            blocks(item.blocks)
          }
          break
        case 'table':
          add(block.id)
          for (const row of block.rows) {
            add(row.id)
            for (const cell of row.cells) blocks(cell.blocks)
          }
          break
        case 'quote':
          add(block.id)
          break
        case 'article-text':
          weight += block.marked.paragraphs.length
          noteCount += block.notes.size
          for (const note of block.notes.values()) {
            add(note.passage)
            add(note.id)
          }
          break
        case 'columns':
          for (const column of block.columns) {
            add(column.id)
            blocks(column.blocks)
          }
          break
        case 'figure':
          add(block.id)
          figures.push(block)
          break
        case 'group':
          add(block.id)
          blocks(block.blocks)
          break
        default:
      }
    }
  }
  const sections = (list: readonly Section[]): void => {
    for (const section of list) {
      weight++
      add(section.id)
      blocks(section.blocks)
      sections(section.sections ?? [])
    }
  }
  sections([...document.sections, ...document.appendix])
  return { places, figures, noteCount, weight }
}
