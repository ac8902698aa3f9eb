/**
 * The text of an article with its highlights and, behind each paragraph, the notes of the passages that begin there.
 * Without the notes, what stands here is the text itself, character by character: marks and numbers are drawn by the
 * style sheet, so a sentence can be searched, copied and quoted as it was published.
 */
import type { Article } from '../../../shared/domain/article.ts'
import type { Span } from '../../../shared/text/span.ts'
import { verifyAnchor } from '../../../shared/text/anchor.ts'
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { anchor, attrs, markup, joined, styleVars, type Markup } from '../html/markup.ts'
import { say } from '../../messages.ts'
import { colours } from '../styles/palette.ts'
import type { ReportInclude, Statement } from './data.ts'
import { marginNote, noteId, passageId } from './margin-note.ts'
import { layMarks, type MarkedParagraph, type MarkedText, type TextPiece } from './marks.ts'
import { hueStyle, reference } from './parts.ts'

export interface LaidArticle {
  readonly article: Article
  readonly statements: readonly Statement[]
  readonly marked: MarkedText
  /** Statements whose passage is not in this text, or is nothing but blanks. */
  readonly unplaced: readonly Statement[]
  /** Paragraph in which a statement begins. */
  readonly paragraphOf: ReadonlyMap<number, number>
}

/** Lays the statements of one article over its text. What does not hold its place any more is kept aside, never drawn wrong. */
export function layArticle(article: Article, statements: readonly Statement[], notText: readonly Span[] = []): LaidArticle {
  const placed = statements.filter(
    ({ coding }) => coding.revisionId === article.revisionId && verifyAnchor(article.text, coding) !== 'wrong',
  )
  const marked = layMarks(
    article.text,
    placed.map(({ number, coding }) => ({ id: number, start: coding.start, end: coding.end })),
    notText,
  )
  const shown = new Set(placed.map(({ number }) => number).filter((number) => !marked.hidden.includes(number)))
  const paragraphOf = new Map(
    marked.paragraphs.flatMap((paragraph) => paragraph.opens.map((id): [number, number] => [id, paragraph.number ?? 0])),
  )
  return { article, statements, marked, unplaced: statements.filter(({ number }) => !shown.has(number)), paragraphOf }
}

/** The text with marks and notes. */
export function textFlow({ article, statements, marked }: LaidArticle, include: ReportInclude): Markup {
  const known = new Map(statements.map((statement) => [statement.number, statement]))
  const context: Context = { article, marked, include, known }
  const mixed = marked.paragraphs.some((paragraph) => paragraph.number === null)
  const blocks = seenParagraphs(marked.paragraphs).map((paragraph) =>
    paragraph.number === null ? markup`${paragraph.text}` : block(paragraph, context, mixed),
  )
  return markup`<div class="flow ${article.direction}" style="${styleVars({ lanes: marked.laneCount })}">${joined(blocks, '\n')}</div>`
}

/** Of several paragraphs in a row of which nothing is shown, the first one stands for all. */
function seenParagraphs(paragraphs: readonly MarkedParagraph[]): MarkedParagraph[] {
  let wasLeftOut = false
  return paragraphs.filter((paragraph) => {
    if (paragraph.number === null) return true
    const isLeftOut = paragraph.pieces.every((piece) => piece.isLeftOut || piece.text.trim() === '')
    const isSeen = !isLeftOut || !wasLeftOut
    wasLeftOut = isLeftOut
    return isSeen
  })
}

/** Stands for what is not text. Its dots come from the style sheet, so that they are no part of the text. */
const omitted = (): Markup => markup`<span class="omitted" role="img" aria-label="${say('report.notText')}"></span>`

interface Context {
  article: Article
  marked: MarkedText
  include: ReportInclude
  known: ReadonlyMap<number, Statement>
}

function block(paragraph: MarkedParagraph, context: Context, mixed: boolean): Markup {
  const { article, include } = context
  const direction = firstStrongDirection(paragraph.text) ?? article.direction
  // A line in another script than the article's is in a language we do not know: better none than a wrong one.
  const language = direction === article.direction ? article.language : article.language === null ? null : ''
  const heading = paragraph.text.trim() === article.title.trim()
  const kind = `t${mixed && !paragraph.spaced ? ' tight' : ''}${heading ? ' headline' : ''}`
  const notes = lookUp(paragraph.opens, context).map((statement) => marginNote(statement, article, include))
  return markup`<p class="${kind}" data-n="${paragraph.number ?? ''}"${attrs({ lang: language, dir: direction })}>${paragraph.pieces.map((piece) => drawn(piece, context))}</p>${notes.length > 0 && markup`<div class="notes">${notes}</div>`}`
}

function drawn(piece: TextPiece, context: Context): Markup {
  if (piece.isLeftOut) return omitted()
  const places = lookUp(piece.opens, context).map((statement) => markup`<span class="at" id="${passageId(statement)}"></span>`)
  const references = lookUp(piece.closes, context).map(referenceMark)
  if (piece.over.length === 0) return markup`${piece.text}`
  const over = lookUp(piece.over, context)
  const lines = Object.fromEntries(
    over.map((statement) => [`l${context.marked.lanes.get(statement.number) ?? 0}`, colours(statement.tag.hue).strong]),
  )
  const wash = colours(over.at(-1)?.tag.hue ?? '').wash
  return markup`${places}<mark style="${styleVars({ w: wash, ...lines })}">${piece.text}</mark>${references}`
}

/** The raised number that leads to the note. Its letters come from the style sheet, so that they are no part of the text. */
export const referenceMark = (statement: Statement): Markup =>
  markup`<a class="ref" href="${anchor(noteId(statement))}" data-ref="${reference(statement)}" style="${hueStyle(statement.tag.hue)}" aria-label="${say('report.note.to', { mark: reference(statement) })}"></a>`

const lookUp = (ids: readonly number[], { known }: Context): Statement[] =>
  ids.flatMap((id) => {
    const statement = known.get(id)
    return statement ? [statement] : []
  })
