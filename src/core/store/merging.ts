/** What merges of tags, issues and parties have in common. */
import type { MergeConflict, MergePreview, MergeText, RemovePreview } from '../../shared/domain/codebook-changes.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'

/** Throws `merge-refused` where both are the same. */
export function refuseSame(id: number, intoId: number): void {
  if (id === intoId) throw new ParleyError('merge-refused', { reason: 'same' })
}

export function conflict(
  kind: MergeConflict['kind'],
  name: string,
  { blocks = false, other = null, count = 0 }: Partial<Pick<MergeConflict, 'blocks' | 'other' | 'count'>> = {},
): MergeConflict {
  return { kind, blocks, name, other, count }
}

/** A preview of a merge that changes nothing. */
export function noMerge(from: { id: number; name: string }, into: { id: number; name: string }): MergePreview {
  return {
    from: { id: from.id, name: from.name },
    into: { id: into.id, name: into.name },
    annotations: 0,
    both: 0,
    examples: 0,
    children: 0,
    threads: 0,
    affiliations: 0,
    summaries: 0,
    readings: 0,
    fields: [],
    aliases: [],
    takes: [],
    drops: [],
    conflicts: [],
  }
}

/** A preview of a removal that changes nothing. */
export function noRemoval(): RemovePreview {
  return {
    possible: true,
    meets: null,
    annotations: 0,
    articles: 0,
    examples: 0,
    children: 0,
    threads: 0,
    fields: 0,
    values: 0,
    aliases: 0,
    affiliations: 0,
    summaries: 0,
    readings: 0,
  }
}

/** Texts that go over because the one that stays has none (`set`, `takes`), and those that go because it has another (`drops`). */
export function mergedTexts<T extends Partial<Record<MergeText, string | null>>>(
  from: T,
  into: { [K in keyof T]: string | null },
): { set: Partial<T>; takes: MergeText[]; drops: MergeText[] } {
  const held = (Object.keys(from) as (MergeText & keyof T)[]).filter((key) => !isBlank(from[key]))
  const takes = held.filter((key) => isBlank(into[key]))
  const drops = held.filter((key) => !isBlank(into[key]) && into[key] !== from[key])
  return { set: Object.fromEntries(takes.map((key) => [key, from[key]])) as Partial<T>, takes, drops }
}

const isBlank = (text: string | null | undefined): boolean => text === null || text === undefined || text.trim() === ''
