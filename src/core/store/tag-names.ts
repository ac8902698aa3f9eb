/**
 * Names and letters that tags have. Read once for a step that writes many tags, and kept up by whoever writes: a thousand rows of an
 * import must not each read and fold the names of all tags.
 */
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldName } from '../../shared/text/fold.ts'
import type { ReadDb } from './types.ts'

export interface NamedTag {
  name: string
  letter: string | null
  retired: boolean
}

export interface TagNames {
  /** Throws `name-taken`, `letter-taken` where a tag other than `except` has it. A retired tag gives its letter free until it comes back. */
  refuseTaken(wanted: { name?: string | undefined; letter: string | null }, except: number | null): void
  /** Says what a tag is called from now on. */
  set(id: number, tag: NamedTag): void
}

export function tagNames(db: ReadDb): TagNames {
  const tags = new Map<number, NamedTag>()
  const byFold = new Map<string, Set<number>>()
  const byLetter = new Map<string, Set<number>>()
  const keysOf = ({ name, letter, retired }: NamedTag): [Map<string, Set<number>>, string][] => [
    [byFold, foldName(name)],
    ...(letter === null || retired ? [] : [[byLetter, letter] satisfies [Map<string, Set<number>>, string]]),
  ]
  const set = (id: number, tag: NamedTag): void => {
    const before = tags.get(id)
    for (const [index, key] of before ? keysOf(before) : []) index.get(key)?.delete(id)
    tags.set(id, tag)
    for (const [index, key] of keysOf(tag)) {
      const ids = index.get(key) ?? new Set()
      index.set(key, ids.add(id))
    }
  }
  const holderOf = (index: Map<string, Set<number>>, key: string, except: number | null): string | undefined => {
    const holder = [...(index.get(key) ?? [])].find((id) => id !== except)
    return holder === undefined ? undefined : tags.get(holder)?.name
  }
  const rows = db.all<{ id: number; name: string; letter: string | null; retired: number }>('SELECT id, name, letter, retired FROM tag')
  for (const { id, name, letter, retired } of rows) set(id, { name, letter, retired: retired === 1 })
  return {
    refuseTaken({ name, letter }, except) {
      const namesake = name === undefined ? undefined : holderOf(byFold, foldName(name), except)
      if (namesake !== undefined) throw new ParleyError('name-taken', { name: name ?? '', holder: namesake })
      const lettered = letter === null ? undefined : holderOf(byLetter, letter, except)
      if (lettered !== undefined) throw new ParleyError('letter-taken', { letter: letter ?? '', holder: lettered })
    },
    set,
  }
}
