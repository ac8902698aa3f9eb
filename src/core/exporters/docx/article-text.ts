/**
 * An article with its highlights. Each passage is marked in its tag's colour, ends with its letter and number, and carries its coding as a
 * comment on exactly its range; where there are too many for that, as a note beneath the article. Without those references the paragraphs are the text of the article, character by character.
 */
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import type { ArticleText } from '../document/model.ts'
import type { MarkedParagraph, TextPiece } from '../report/marks.ts'
import { colours } from '../styles/palette.ts'
import { MUTED } from './colours.ts'
import { comment, noteBeneath } from './comment.ts'
import { linkInside, referenceLook } from './inlines.ts'
import { PARAGRAPH_NUMBERS } from './numbering.ts'
import { paragraph } from './paragraph.ts'
import { plainRun, runs, type RunLook } from './runs.ts'
import type { Place } from './writing.ts'

export function* articleText(place: Place, of: ArticleText): Generator<string> {
  const open: Open = new Map()
  const mixed = of.marked.paragraphs.some(({ number }) => number === null)
  let numbering: number | null = null
  let previous = 0
  for (const part of seen(of.marked.paragraphs)) {
    const direction = firstStrongDirection(part.text) ?? of.direction
    // A line in another script than the article's is in a language we do not know.
    const language = direction === of.direction ? of.language : null
    if (numbering === null || part.number !== previous + 1) numbering = place.writing.numberings.begin(PARAGRAPH_NUMBERS, part.number)
    previous = part.number
    const isHeadline = part.text.trim() !== '' && part.text.trim() === of.title.trim()
    yield paragraph(
      { ...place, item: undefined },
      {
        style: isHeadline ? 'Articleheadline' : 'Articletext',
        direction,
        number: { numId: numbering, level: 0 },
        ...(mixed && !part.spaced && { spaceBefore: 0 }),
      },
      part.pieces.map((piece) => drawn(place, of, piece, open, direction, language)).join(''),
    )
  }
  if (!place.writing.hasComments) for (const note of of.notes.values()) yield noteBeneath(place, note)
}

/** Paragraphs with words in them. Of several in a row of which nothing is shown, the first one stands for all. */
function* seen(paragraphs: readonly MarkedParagraph[]): Generator<MarkedParagraph & { number: number }> {
  let wasLeftOut = false
  for (const part of paragraphs) {
    if (part.number === null) continue
    const isLeftOut = part.pieces.every((piece) => piece.isLeftOut || piece.text.trim() === '')
    if (!isLeftOut || !wasLeftOut) yield { ...part, number: part.number }
    wasLeftOut = isLeftOut
  }
}

/** Between the references of passages that end together. */
const GAP = '<w:r><w:rPr><w:rStyle w:val="Reference"/><w:vertAlign w:val="superscript"/></w:rPr><w:t>\u202f</w:t></w:r>'

/** Passages that have begun and not ended. */
type Open = Map<number, { commentId: number | null; bookmarkEnd: string }>

function drawn(place: Place, of: ArticleText, piece: TextPiece, open: Open, direction: 'ltr' | 'rtl', language: string | null): string {
  if (piece.isLeftOut) return runs('[…]', { colour: MUTED }, direction, null)
  const before = piece.opens.map((id) => begin(place, of, id, open)).join('')
  const after = piece.closes
    .map((id) => end(place, of, id, open, direction))
    .filter((xml) => xml !== '')
    .join(GAP)
  return before + runs(piece.text, lookOf(of, piece.over), direction, language) + after
}

/** The shortest passage has the ground; the one around it a line beneath, the next a double line; one more a frame. */
function lookOf(of: ArticleText, over: readonly number[]): RunLook {
  const hues = over.toReversed().map((id) => of.notes.get(id)?.statement.tag.hue ?? 'grey')
  const [ground, line, second, frame] = hues.map((hue) => colours(hue))
  if (ground === undefined) return {}
  return {
    shade: ground.wash,
    ...(line !== undefined && {
      underline: { kind: second === undefined ? ('thick' as const) : ('double' as const), colour: (second ?? line).strong },
    }),
    ...(second !== undefined && {
      border: { kind: frame === undefined ? ('dotted' as const) : ('single' as const), colour: (frame ?? line ?? ground).strong, size: 4 },
    }),
  }
}

function begin(place: Place, of: ArticleText, id: number, open: Open): string {
  const note = of.notes.get(id)
  if (note === undefined) return ''
  const { bookmarks, hasComments } = place.writing
  const { start, end: bookmarkEnd } = bookmarks.range(note.passage)
  const commentId = hasComments ? comment(place.writing, note) : null
  open.set(id, { commentId, bookmarkEnd })
  return commentId === null ? start : `${bookmarks.point(note.id)}${start}<w:commentRangeStart w:id="${commentId}"/>`
}

function end(place: Place, of: ArticleText, id: number, open: Open, direction: 'ltr' | 'rtl'): string {
  const begun = open.get(id)
  const note = of.notes.get(id)
  if (begun === undefined || note === undefined) return ''
  open.delete(id)
  const { commentId, bookmarkEnd } = begun
  const reference = runs(note.statement.reference, referenceLook(note.statement.tag.hue, 'raised'), direction)
  if (commentId === null) return bookmarkEnd + linkInside(place, note.id, reference)
  return `<w:commentRangeEnd w:id="${commentId}"/>${bookmarkEnd}${plainRun({ style: 'CommentReference' }, `<w:commentReference w:id="${commentId}"/>`)}${reference}`
}
