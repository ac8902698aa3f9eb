/** Text that cites quotes by number: [1] is the first of its quotes. Numbers follow when a quote is taken away. Offsets in UTF-16. Pure. */
export interface CitedText {
  text: string
  quotes: readonly number[]
}

/** Cites quotes at `at`: those that are cited already under their numbers, the others under new ones. Gives where the caret goes. */
export function cite({ text, quotes }: CitedText, ids: readonly number[], at: number): CitedText & { caret: number } {
  const all = [...quotes, ...ids.filter((id, index) => !quotes.includes(id) && ids.indexOf(id) === index)]
  const marks = [...new Set(ids)].map((id) => `[${all.indexOf(id) + 1}]`).join('')
  const place = Math.min(Math.max(at, 0), text.length)
  const [before, after] = [text.slice(0, place), text.slice(place)]
  // A mark stands off the word before it, as one sets it by hand.
  const gap = marks !== '' && /[^\s([]$/u.test(before) ? '\u00a0' : ''
  return { text: `${before}${gap}${marks}${after}`, quotes: all, caret: place + gap.length + marks.length }
}

/** Takes the quote with this number away, its marks in the text with it, and lets the numbers behind it move up. */
export function withoutQuote({ text, quotes }: CitedText, number: number): CitedText {
  const left = quotes.filter((_, index) => index !== number - 1)
  if (left.length === quotes.length) return { text, quotes }
  const renumbered = text.replace(/\u00a0?\[(\d{1,4})\]/g, (mark, digits: string) => {
    const its = Number(digits)
    if (its === number) return ''
    return its > number && its <= quotes.length ? mark.replace(digits, String(its - 1)) : mark
  })
  return { text: renumbered, quotes: left }
}
