/** Reads what comes next while what came before is being stored. Results come in order; few files are held at a time. */

export interface Ahead {
  /** How many are read or held at the same time. */
  readonly files: number
  /** Bytes that are read or held at the same time; one file may be larger. */
  readonly bytes: number
}

/** The results of `read` for each item, in order. Ending early leaves the rest unread. */
export async function* readAhead<T, R>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  read: (item: T) => Promise<R>,
  ahead: Ahead,
): AsyncGenerator<R, void, void> {
  const begun: { result: Promise<R>; size: number }[] = []
  let next = 0
  let held = 0
  for (;;) {
    while (next < items.length && begun.length < ahead.files) {
      const item = items[next] as T // below the length
      const size = sizeOf(item)
      if (begun.length > 0 && held + size > ahead.bytes) break
      const result = read(item)
      // It is waited for in its turn; until then its failure is nobody's.
      result.catch(() => undefined)
      begun.push({ result, size })
      held += size
      next += 1
    }
    const first = begun.shift()
    if (!first) return
    yield await first.result
    held -= first.size
  }
}
