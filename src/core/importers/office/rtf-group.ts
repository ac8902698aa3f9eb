/** What holds inside of one group of an RTF; the groups in it begin with the same. */

export interface RtfGroup {
  skip: boolean
  /** A table at the beginning: fonttbl, stylesheet, info, and the groups in it. */
  table: readonly string[]
  /** Number of a list, written out for old readers. */
  isLabel: boolean
  isNote: boolean
  hidden: boolean
  deleted: boolean
  font: number
  /** Characters of substitute behind a `\u`. */
  substitutes: number
  isFresh: boolean
  isOptional: boolean
}

/** Around the whole document. Groups are copied from it and never changed in place before that. */
export const OUTERMOST: Readonly<RtfGroup> = {
  skip: false,
  table: [],
  isLabel: false,
  isNote: false,
  hidden: false,
  deleted: false,
  font: 0,
  substitutes: 1,
  isFresh: false,
  isOptional: false,
}
