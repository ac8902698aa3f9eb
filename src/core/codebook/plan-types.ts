/** What a plan of an import is made of. A change knows the patch that makes it; what a row cannot bring in is a conflict, never a change. */
import type { CodebookPart, CodebookProblem, ImportRow } from '../../shared/domain/codebook-import.ts'
import type { FileRow } from './file.ts'

export type ShownChange = ImportRow['changes'][number]
export type Conflict = ImportRow['conflicts'][number]

export interface PlannedChange<Patch> extends ShownChange {
  patch: Patch
}
/** A row of the file beside what it is here. */
export interface PlannedRow<P extends CodebookPart = CodebookPart, Patch = unknown> {
  part: P
  key: string
  parent: string | null
  row: FileRow<P>
  match: { id: number; name: string; by: 'uid' | 'code' | 'name' } | null
  /** The node that has its name and belongs to another row. */
  standIn: number | null
  changes: PlannedChange<Patch>[]
  conflicts: Conflict[]
  /** What the row brings where it is new. */
  initial: Patch
}

/** Every node that is there, as far as matching needs it. */
export interface Here {
  id: number
  uid: string
  name: string
  parentId: number | null
  code?: string
}

export interface Matching<H extends Here> {
  /** By the key of the row. */
  found: ReadonlyMap<string, { node: H; by: 'uid' | 'code' | 'name' }>
  /** Whether a node belongs to another row already. */
  claimed: ReadonlySet<number>
  /** The node that has the name of a row and belongs to another row, by the key of the row: what is beneath the row goes beneath it. */
  standIns: ReadonlyMap<string, number>
}

export interface PartPlan<P extends CodebookPart, Patch> {
  rows: PlannedRow<P, Patch>[]
  problems: CodebookProblem[]
}

/** A text that differs; null where it does not, or where the file does not speak of it. */
export function textChange<K extends string>(
  field: K,
  here: string,
  there: string | undefined,
): PlannedChange<Partial<Record<K, string>>> | null {
  if (there === undefined || there === here) return null
  return { field, here, there, fills: here.trim() === '', patch: { [field]: there } as Partial<Record<K, string>> }
}

/** A single value that differs; `empty` is what counts as nothing. */
export function valueChange<K extends string, V extends string | boolean | null>(
  field: K,
  here: V,
  there: V | undefined,
  empty?: V,
): PlannedChange<Partial<Record<K, V>>> | null {
  if (there === undefined || there === here) return null
  const shown = (value: V): string => (value === null ? '' : String(value))
  return { field, here: shown(here), there: shown(there), fills: here === empty, patch: { [field]: there } as Partial<Record<K, V>> }
}

export const kept = <T>(changes: readonly (T | null)[]): T[] => changes.filter((change) => change !== null)
