/**
 * What may stand before the first tag of a page, a feed or a document of XML. Every character is passed once, whatever stands there:
 * this is asked of any file, before anything is known of it.
 */

const BLANK = /[^\s\ufeff]/g
const DOCTYPE = /<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>/iy

/**
 * The markup from its first tag on: without a mark, white space, comments and processing instructions before it; `skipsDoctype`: without
 * declarations of its type too. What is not closed stays.
 */
export function afterProlog(markup: string, skipsDoctype = false): string {
  let at = 0
  for (;;) {
    BLANK.lastIndex = at
    at = BLANK.exec(markup)?.index ?? markup.length
    const end = endOfPiece(markup, at, skipsDoctype)
    if (end <= at) return markup.slice(at)
    at = end
  }
}

/** Behind the comment, instruction or declaration that begins at `at`; 0 where there is none, or none that ends. */
function endOfPiece(markup: string, at: number, skipsDoctype: boolean): number {
  // "<!-->" is a whole comment.
  if (markup.startsWith('<!--', at)) return behind(markup, '-->', at + 2)
  if (markup.startsWith('<?', at)) return behind(markup, '?>', at + 2)
  if (!skipsDoctype) return 0
  DOCTYPE.lastIndex = at
  return DOCTYPE.test(markup) ? DOCTYPE.lastIndex : 0
}

function behind(markup: string, mark: string, from: number): number {
  const at = markup.indexOf(mark, from)
  return at < 0 ? 0 : at + mark.length
}
