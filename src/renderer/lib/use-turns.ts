/**
 * Changes to one record, sent one after the other. A list is replaced as a whole, so a change made before the last answer came
 * must build on that answer, not on what is still on screen; else the first of two quick additions would be lost.
 */
import { useCallback, useEffect, useRef } from 'react'

/** `send` resolves to the record as it is then, or to undefined where it was refused. */
export function useTurns<T, P extends object>(
  record: T,
  send: (patch: P) => Promise<T | undefined>,
): (patch: P | ((now: T) => P)) => Promise<boolean> {
  const now = useRef(record)
  const sender = useRef(send)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    now.current = record
  }, [record])
  useEffect(() => {
    sender.current = send
  })
  return useCallback((patch) => {
    const mine = turn.current.then(async () => {
      const made = typeof patch === 'function' ? patch(now.current) : patch
      const sent = await sender.current(made)
      if (sent !== undefined) now.current = sent
      return sent !== undefined
    })
    turn.current = mine.catch(() => undefined)
    return mine
  }, [])
}

/** A list after the same additions and removals that made `wanted` of `shown`. */
export function listAfter<T>(now: readonly T[], shown: readonly T[], wanted: readonly T[]): T[] {
  const kept = now.filter((item) => !shown.includes(item) || wanted.includes(item))
  return [...kept, ...wanted.filter((item) => !kept.includes(item) && !shown.includes(item))]
}
