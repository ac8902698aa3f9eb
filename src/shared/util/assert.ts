/** Assertions for states that the types cannot rule out. */

/** Narrows away null and undefined; `what` names the thing that should be there. */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`)
  return value
}

/** Marks a case that the types say cannot happen. */
export function unreachable(value: never): never {
  throw new Error(`unexpected: ${String(value)}`)
}
