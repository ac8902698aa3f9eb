/** What a column of a table can be used for, on screen and as the readers of tables name it. Pure. */

/** `detail`: a further detail under the column's own name; `leave`: not taken. */
export const USES = ['text', 'title', 'outlet', 'author', 'published', 'url', 'language', 'note', 'detail', 'leave'] as const
export type Use = (typeof USES)[number]

const DETAIL = 'detail:'

/** An article has one of these; of notes and details it can have several. */
export const isOnce = (use: Use): boolean => !['text', 'note', 'detail', 'leave'].includes(use)

/** As proposed or chosen before. */
export const columnUses = (written: readonly (string | null)[]): Use[] =>
  written.map((use) => {
    if (use === null) return 'leave'
    return use.startsWith(DETAIL) ? 'detail' : (USES.find((known) => known === use) ?? 'leave')
  })

/** As the reader takes it; a detail is called like its column, cut to what a name may have. */
export const writtenUse = (use: Use, column: string): string | null =>
  use === 'leave' ? null : use === 'detail' ? `${DETAIL}${column.trim().slice(0, 90)}` : use

/** A cell of the sample; rows may be shorter than the head. */
export const cellText = (cell: string | undefined): string => cell ?? ''
