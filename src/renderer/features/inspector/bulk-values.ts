/** What several annotations have in common, field by field. Pure. */
import type { Annotation } from '../../../shared/domain/annotation.ts'

/** One value in all of them (null: set in none), or how many different ones there are, "not set" being one of them. */
export type Common<T> = { isMixed: false; value: T } | { isMixed: true; values: number }

export function commonOf<T extends string | number | boolean | null>(
  annotations: readonly Annotation[],
  read: (annotation: Annotation) => T,
): Common<T> {
  const values = new Set(annotations.map(read))
  const [first] = values
  return values.size === 1 && first !== undefined ? { isMixed: false, value: first } : { isMixed: true, values: values.size }
}

/** What stands in the lists of all, in the order of the first; and what stands in some, with how many, the most common first. */
export interface ListInCommon<T> {
  all: T[]
  some: { value: T; count: number }[]
}

export function listInCommon<T extends string | number>(
  annotations: readonly Annotation[],
  read: (annotation: Annotation) => readonly T[],
): ListInCommon<T> {
  const counts = new Map<T, number>()
  for (const annotation of annotations) for (const value of new Set(read(annotation))) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [first] = annotations
  return {
    all: first === undefined ? [] : [...new Set(read(first))].filter((value) => counts.get(value) === annotations.length),
    some: [...counts]
      .filter(([, count]) => count < annotations.length)
      .map(([value, count]) => ({ value, count }))
      .toSorted((a, b) => b.count - a.count),
  }
}
