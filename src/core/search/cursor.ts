/**
 * Where a page of results ended, as the text that asks for the next one: the article, and its day or, by relevance, its number among the
 * results. Whoever removed that article meanwhile still gets the page behind it.
 */
import { ParleyError } from '../../shared/rpc/envelope.ts'

export interface Cursor {
  readonly id: number
  /** Null: without a date. */
  readonly place: number | null
}

export const writeCursor = ({ id, place }: Cursor): string => `${id}@${place ?? ''}`

/** Throws `invalid-input` where it is none. */
export function readCursor(text: string): Cursor {
  const found = /^(\d{1,15})@(-?\d{1,15})?$/.exec(text)
  if (!found) throw new ParleyError('invalid-input', { field: 'after', problem: 'not the end of a page' })
  return { id: Number(found[1]), place: found[2] === undefined ? null : Number(found[2]) }
}
