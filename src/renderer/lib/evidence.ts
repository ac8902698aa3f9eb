/** Quotes by their ids, for views that hold ids and show some of them. */
import { useMemo } from 'react'
import type { Evidence } from '../../shared/domain/compare.ts'
import { useData } from './data.ts'

const NONE: ReadonlyMap<number, Evidence> = new Map()

/** Those of `ids` that are there, by id; grows in as the answer comes. At most 2,000 at once. */
export function useEvidence(ids: readonly number[]): ReadonlyMap<number, Evidence> {
  const { data } = useData('evidence.byIds', { ids: [...ids] }, { enabled: ids.length > 0 })
  return useMemo(() => (data && ids.length > 0 ? new Map(data.map((one) => [one.id, one])) : NONE), [data, ids.length])
}
