/** Entries as choices: of what to merge into, of which tag annotations get instead, of what to hang beneath. */
import type { ComboItem } from '../../ui/combo-box.tsx'
import type { Entry } from './entries.ts'

/** In tree order with what stands above as detail; found by any other word for it. Retired ones are left out unless they are in `keep`. */
export function entryItems(entries: readonly Entry[], options: { without: ReadonlySet<number>; keep?: readonly number[] }): ComboItem[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return entries
    .filter((entry) => !options.without.has(entry.id) && (!entry.retired || options.keep?.includes(entry.id)))
    .map((entry) => {
      const parent = entry.parentId === null ? undefined : byId.get(entry.parentId)
      return { id: String(entry.id), label: entry.name, keywords: [...entry.also], ...(parent && { detail: parent.name }) }
    })
}
