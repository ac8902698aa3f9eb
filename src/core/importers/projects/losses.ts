/** Counting what a project has and cannot be brought in. Each code of loss is told once, with how often and what it was. */
import type { ImportLoss } from '../types.ts'

/** Names that are listed; the count says how many there are. */
const LISTED = 12
const LONGEST = 80

/** A loss with the names of what is lost, as far as they can be shown. */
export function namedLoss(code: string, names: readonly string[]): ImportLoss {
  const shown = names.slice(0, LISTED).map((name) => (name.length > LONGEST ? `${name.slice(0, LONGEST).toWellFormed()}…` : name))
  return { code, count: names.length, details: { names: shown.join(', ') + (names.length > LISTED ? ', …' : '') } }
}

/** Without those that did not happen. */
export const kept = (losses: readonly ImportLoss[]): ImportLoss[] => losses.filter(({ count }) => count > 0)
