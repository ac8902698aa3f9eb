/**
 * Repairs of letters as the library gives them: ligatures and presentation forms become the letters they stand for, typographic marks in
 * the wrong code page become marks, and joined Arabic letters (لا), which the library turns around, are turned back.
 */

/** Ligatures of Latin and Armenian, presentation forms of Hebrew and Arabic. */
const FORMS = /[\ufb00-\ufb17\ufb1d-\ufb4f\ufb50-\ufdfb\ufdfd\ufe70-\ufefc]/gu
/** Control characters that are marks in windows-1252. */
const C1 = /[\x80-\x9f]/g
const RTL_TEXT = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{M}\s]+$/u

const windows1252 = new TextDecoder('windows-1252')

/** Letters in their plain form; in logical order. */
export function plainLetters(text: string): string {
  return text
    .replace(FORMS, (form) => form.normalize('NFKC').replace(/^[ \u0640](?=\p{M})/u, ''))
    .replace(C1, (control) => windows1252.decode(Uint8Array.of(control.charCodeAt(0))))
}

/** Texts of glyphs in the order in which the page draws them; blanks and invisible marks are left out. */
export type Glyphs = readonly string[]

/** Where the texts of a page's pieces come from: the glyphs of each piece, or null where they cannot be told. */
export function glyphsOfItems(texts: readonly string[], glyphs: Glyphs): (readonly string[] | null)[] {
  let at = 0
  return texts.map((text) => {
    const wanted = unspaced(text).length
    const own: string[] = []
    let length = 0
    while (length < wanted && at < glyphs.length) {
      const glyph = glyphs[at++] ?? ''
      own.push(glyph)
      length += unspaced(glyph).length
    }
    return length === wanted ? own : null
  })
}

/** A piece in logical order whose joined letters stand turned around, as they should be. */
export function turnJoined(text: string, glyphs: readonly string[] | null): string {
  const joined = new Set((glyphs ?? []).filter((glyph) => glyph.length > 1 && RTL_TEXT.test(glyph)))
  let whole = text
  for (const letters of joined) whole = turnOne(whole, letters, (glyphs ?? []).map(unspaced))
  return whole
}

function turnOne(text: string, glyph: string, glyphs: readonly string[]): string {
  const letters = unspaced(glyph)
  const back = turned(letters)
  if (back === letters) return text
  // In the order of drawing, from the left: which of the same letters are one glyph, and which are several.
  const drawn: boolean[] = []
  const joined = glyphs.join('')
  let place = 0
  const starts = new Set<number>()
  for (const one of glyphs) {
    if (one === letters) starts.add(place)
    place += one.length
  }
  for (let at = joined.indexOf(letters); at >= 0; at = joined.indexOf(letters, at + 1)) drawn.push(starts.has(at))
  // From the right, the text has them in the same order.
  drawn.reverse()
  let seen = 0
  const pattern = new RegExp(Array.from(back, escaped).join('\\s*'), 'gu')
  return text.replace(pattern, (found) => (drawn[seen++] === false ? found : turned(found)))
}

const turned = (text: string): string => Array.from(text).reverse().join('')
const escaped = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
const unspaced = (text: string): string => text.replace(/\s+/g, '')
