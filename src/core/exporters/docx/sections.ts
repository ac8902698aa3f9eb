/** Sections with their headings, one after the other; deeper ones inside. */
import type { Section } from '../document/model.ts'
import { blocks } from './blocks.ts'
import { inlines } from './inlines.ts'
import { directionOf, paragraph } from './paragraph.ts'
import { mark, type Place } from './writing.ts'

/** `newPage`: the first one begins on a new page, whatever it says itself. */
export function* sections(place: Place, list: readonly Section[], newPage: boolean, level = 1): Generator<string> {
  for (const [index, section] of list.entries()) {
    mark(place.writing, section.id)
    const direction = directionOf(section.heading)
    const pageBefore = section.page === true || (newPage && index === 0)
    yield paragraph(
      place,
      { style: `Heading${Math.min(level, 3)}`, direction, pageBefore, ...(pageBefore && { spaceBefore: 0 }) },
      inlines(place, section.heading, direction),
    )
    yield* blocks(place, section.blocks)
    yield* sections(place, section.sections ?? [], false, level + 1)
  }
}
