/** How alike two pieces of text are: by the three-unit groups they share (fast, for pairing paragraphs) and by edits (for short contexts). */

/** Groups kept of a piece; of a long one those with the smallest hashes, which are the same ones in a piece like it. */
const KEPT_GROUPS = 256

export type Fingerprint = ReadonlySet<number>

/** The fingerprint of a piece, blind to case. */
export function fingerprint(piece: string): Fingerprint {
  const text = piece.toLowerCase()
  const found = new Set<number>()
  if (text.length < 3) {
    if (text !== '') found.add(Math.imul(text.charCodeAt(0), 31) + (text.charCodeAt(1) || 0))
    return found
  }
  for (let at = 0; at + 3 <= text.length; at++) {
    const hash = Math.imul(Math.imul(text.charCodeAt(at), 0x9e3779b1) ^ text.charCodeAt(at + 1), 0x85ebca6b) ^ text.charCodeAt(at + 2)
    found.add(Math.imul(hash, 0xc2b2ae35) >>> 0)
  }
  return found.size <= KEPT_GROUPS ? found : new Set([...found].toSorted((a, b) => a - b).slice(0, KEPT_GROUPS))
}

/** Share of groups that two pieces have in common, 0..1 (Dice). */
export function likeness(a: Fingerprint, b: Fingerprint): number {
  if (a.size + b.size === 0) return 1
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const group of small) if (large.has(group)) shared++
  return (2 * shared) / (a.size + b.size)
}

/** Edits (insert, remove, replace a unit) that turn one text into the other. Takes time and room for `a.length × b.length`: for short texts. */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const kept = (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1)
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
