/** Values that differ between a project and what is here. Nothing that stands here is ever replaced by nothing. */
import type { ProjectTake } from '../../shared/domain/import-project.ts'

/** `patch` is what would take the project's value. */
export interface Difference<Patch> {
  readonly field: string
  readonly here: string
  readonly there: string
  /** Nothing stands here yet. */
  readonly fills: boolean
  readonly patch: Patch
}

type Value = string | number | boolean | null | undefined | readonly (string | number)[]

const isNothing = (value: Value): boolean =>
  value === null || value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)

/** null where the project has no value, or the same. */
export function differenceOf<Patch>(
  field: string,
  here: Value,
  there: Value,
  patch: Patch,
  shown: (value: Value) => string = asText,
): Difference<Patch> | null {
  if (isNothing(there) || same(here, there)) return null
  return { field, here: shown(here), there: shown(there), fills: isNothing(here), patch }
}

/** The order of a list means nothing. */
function same(here: Value, there: Value): boolean {
  if (!Array.isArray(here) || !Array.isArray(there)) return here === there
  return here.length === there.length && there.every((value) => here.includes(value))
}

/**
 * Whether the project's value is taken. `seen`: what differed when that was decided, where somebody worked here since; a value that was
 * edited meanwhile is newer than the decision, and stays.
 */
export function isTaken(take: ProjectTake, difference: Difference<unknown>, seen?: readonly Difference<unknown>[]): boolean {
  if (take === 'new' || (take === 'fill' && !difference.fills)) return false
  return seen === undefined || seen.some(({ field, here }) => field === difference.field && here === difference.here)
}

const asText = (value: Value): string => (isNothing(value) ? '' : Array.isArray(value) ? value.join(', ') : String(value))

/** One patch for several differences; later ones win. */
export function merged<Patch extends object>(differences: readonly { readonly patch: Patch }[]): Partial<Patch> {
  return differences.reduce<Partial<Patch>>((all, { patch }) => ({ ...all, ...patch }), {})
}
