/** Cutting a text to show where it stands in a sentence of the window. */

/**
 * `text` if it has at most `most` UTF-16 units; else its beginning up to the end of a word, with "…". Never cuts a word, save one that
 * is longer than `most` by itself, and never a character.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  let end = 0
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  const cut = end > 0 ? text.slice(0, end) : firstCharacters(text, most)
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`
}

function firstCharacters(text: string, most: number): string {
  let cut = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (cut.length + segment.length > most) break
    cut += segment
  }
  return cut
}
