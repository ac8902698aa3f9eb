/** How alike two pieces of text are: by the three-unit groups they share (fast, for pairing paragraphs) and by edits (for short contexts). */

/** Groups kept of a piece; of a long one those with the smallest hashes, which are the same ones in a piece like it. */
const KEPT_GROUPS = 256

/** Hashes of groups, ascending, each once. */
export type Fingerprint = Uint32Array

/** The fingerprint of a piece, blind to case. */
export function fingerprint(piece: string): Fingerprint {
  const text = piece.toLowerCase().padEnd(3)
  const hashes = new Uint32Array(text.length - 2)
  for (let at = 0; at < hashes.length; at++) {
    const hash = Math.imul(Math.imul(text.charCodeAt(at), 0x9e3779b1) ^ text.charCodeAt(at + 1), 0x85ebca6b) ^ text.charCodeAt(at + 2)
    hashes[at] = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
  }
  hashes.sort()
  let kept = 0
  for (const [at, hash] of hashes.entries()) {
    if (kept === KEPT_GROUPS) break
    if (at === 0 || hash !== hashes[at - 1]) hashes[kept++] = hash
  }
  return hashes.slice(0, kept)
}

/** Share of groups that two pieces have in common, 0..1 (Dice). */
export function likeness(a: Fingerprint, b: Fingerprint): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return (2 * shared) / (a.length + b.length)
}

/** Edits (insert, remove, replace a unit) that turn one text into the other. Takes time for `a.length × b.length`: for short texts. */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  const width = b.length + 1
  let row = Uint16Array.from({ length: width }, (_, at) => at)
  let next = new Uint16Array(width)
  for (let i = 1; i <= a.length; i++) {
    const unit = a.charCodeAt(i - 1)
    let left = i
    next[0] = i
    for (let j = 1; j < width; j++) {
      const kept = (row[j - 1] ?? 0) + (unit === b.charCodeAt(j - 1) ? 0 : 1)
      left = Math.min(kept, (row[j] ?? 0) + 1, left + 1)
      next[j] = left
    }
    ;[row, next] = [next, row]
  }
  return row[b.length] ?? 0
}
