/** Text in pictures: broken into lines by what it measures, and escaped for XML. Pure but for the measuring, which is handed in. */

/** Width of a text in CSS pixels. */
export type Measure = (text: string, size: number, isStrong: boolean) => number

/** Measures with the fonts of the window; where there is no canvas by the number of letters. */
export function windowMeasure(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d')
  return (text, size, isStrong) => {
    if (!context) return text.length * size * 0.58
    context.font = `${isStrong ? 600 : 400} ${size}px ${font}`
    return context.measureText(text).width
  }
}

/** `text` in lines no wider than `width`, at most `most` of them; the last one ends in "…" where there was more. */
export function wrapped(text: string, width: number, most: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  const pieces = piecesOf(text.replaceAll(/\s+/g, ' ').trim(), width, measure)
  for (const [index, piece] of pieces.entries()) {
    if (line === '' || measure((line + piece).trimEnd()) <= width) {
      line += piece
      continue
    }
    if (lines.length + 1 === most) return [...lines, cut(line + pieces.slice(index).join('').slice(0, 40), width, measure)]
    lines.push(line.trimEnd())
    line = piece.trimStart()
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** Words with what follows them; one that is too long by itself in letters. */
function piecesOf(text: string, width: number, measure: (text: string) => number): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    // What is no word (a full stop, a blank) stays with the one before it.
    if (isWordLike || words.length === 0) words.push(segment)
    else words[words.length - 1] += segment
  }
  return words.flatMap((word) =>
    measure(word.trimEnd()) <= width ? [word] : [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment),
  )
}

function cut(text: string, width: number, measure: (text: string) => number): string {
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
