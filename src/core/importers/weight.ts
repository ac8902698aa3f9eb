/**
 * How much a reading holds besides the texts of its articles: all that is in it is copied into the core, so all of it counts. Plain data
 * only. Counting ends where the limit is passed.
 */

export interface WeightLimits {
  /** UTF-16 units of all strings together. */
  readonly units: number
  /** Bytes of all buffers together; one that several look at counts once, as it is copied once and whole. */
  readonly bytes: number
}

export interface Weight {
  readonly units: number
  readonly bytes: number
}

/** What `data` holds, or the counts at which it went beyond `limits`. */
export function weightOf(data: unknown, limits: WeightLimits): Weight {
  const buffers = new Set<ArrayBufferLike>()
  const waiting: unknown[] = [data]
  let units = 0
  let bytes = 0
  while (waiting.length > 0 && units <= limits.units && bytes <= limits.bytes) {
    const value = waiting.pop()
    if (typeof value === 'string') units += value.length
    else if (ArrayBuffer.isView(value)) {
      if (!buffers.has(value.buffer)) bytes += value.buffer.byteLength
      buffers.add(value.buffer)
    } else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) waiting.push(inner)
  }
  return { units, bytes }
}
