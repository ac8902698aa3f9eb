/** Small helpers to make elements without markup strings. */

/** Makes an element with a class and attributes. Attributes that are null are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  attributes: Record<string, string | null> = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value)
  return made
}

/** Index of the first of `count` items for which `test` holds (tests must go from false to true), or `count`. */
export function firstIndex(count: number, test: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}
