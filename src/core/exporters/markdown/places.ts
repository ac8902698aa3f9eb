/** Where links inside the document lead: to the heading of the section a place is in, by the name that viewers make of its words. */
import { plain } from '../document/inlines.ts'
import type { Block, ReportDocument, Section } from '../document/model.ts'

/** Anchor of every place and section, without "#". */
export function headingAnchors(document: ReportDocument, before: readonly string[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>()
  const taken = new Map<string, number>()
  const slug = (heading: string): string => {
    const stem = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-')
    const count = taken.get(stem) ?? 0
    taken.set(stem, count + 1)
    return count === 0 ? stem : `${stem}-${count}`
  }
  const blocks = (list: readonly Block[], anchor: string): void => {
    const add = (place: string | null | undefined): void => {
      if (place !== null && place !== undefined && !anchors.has(place)) anchors.set(place, anchor)
    }
    for (const block of list) {
      if ('id' in block) add(block.id)
      if (block.kind === 'subheading') slug(plain(block.content))
      else if (block.kind === 'group') blocks(block.blocks, anchor)
      else if (block.kind === 'list')
        for (const item of block.items) {
          add(item.id)
          blocks(item.blocks, anchor)
        }
      else if (block.kind === 'table')
        for (const row of block.rows) {
          add(row.id)
          for (const cell of row.cells) blocks(cell.blocks, anchor)
        }
      else if (block.kind === 'columns')
        for (const column of block.columns) {
          slug(plain(column.head))
          add(column.id)
          blocks(column.blocks, anchor)
        }
      else if (block.kind === 'article-text')
        for (const note of block.notes.values()) {
          add(note.id)
          add(note.passage)
        }
    }
  }
  const sections = (list: readonly Section[]): void => {
    for (const section of list) {
      const anchor = slug(plain(section.heading))
      anchors.set(section.id, anchor)
      blocks(section.blocks, anchor)
      sections(section.sections ?? [])
    }
  }
  for (const heading of before) slug(heading)
  sections([...document.sections, ...document.appendix])
  return anchors
}
