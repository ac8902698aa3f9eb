/** Sorted whole numbers, such as offsets. */

/** How many of the ascending entries are smaller than `value`. */
export function countBelow(entries: Int32Array, value: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
