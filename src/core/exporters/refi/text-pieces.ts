/** A long text in pieces that are encoded or packed one at a time. */

/** Pieces of at most `most` UTF-16 units, never cut within a character. Together they are the text. */
export function piecesOf(text: string, most: number): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at + most - 1)
    const end = at + most - (unit >= 0xd800 && unit <= 0xdbff ? 1 : 0)
    pieces.push(text.slice(at, end))
    at = end
  }
  return pieces
}
