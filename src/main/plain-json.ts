/**
 * Checks that a value from a page is plain JSON of a sane size before anything else looks at it (A13): structured clone would also
 * let in maps, dates, cycles and trees deep enough to overflow a stack. Walks without recursion, and stops at the first fault.
 */
export interface JsonLimits {
  depth: number
  /** Objects, lists and values together. */
  values: number
  /** UTF-16 units over all strings and keys. */
  chars: number
  /** Bytes over all buffers; 0 where buffers are not allowed. */
  bytes: number
}

export type JsonFault = 'too-deep' | 'too-many' | 'too-long' | 'not-json'

/** What is wrong with a value, or null. `undefined` passes as the value of a key: it stands for a key left out. */
export function faultOf(value: unknown, limits: JsonLimits): JsonFault | null {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  const left = { ...limits }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: item, depth } = next
    if (depth > limits.depth) return 'too-deep'
    if (--left.values < 0) return 'too-many'
    if (typeof item === 'string') left.chars -= item.length
    else if (item instanceof ArrayBuffer || item instanceof Uint8Array) {
      if (limits.bytes === 0) return 'not-json'
      left.bytes -= item.byteLength
    } else if (Array.isArray(item)) {
      if (item.length > left.values) return 'too-many'
      for (const child of item as unknown[]) open.push({ value: child, depth: depth + 1 })
    } else if (isPlainObject(item)) {
      for (const [key, child] of Object.entries(item)) {
        left.chars -= key.length
        open.push({ value: child, depth: depth + 1 })
      }
    } else if (!isPlainValue(item)) return 'not-json'
    if (left.chars < 0 || left.bytes < 0) return 'too-long'
  }
  return null
}

function isPlainValue(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
