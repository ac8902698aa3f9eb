/**
 * The text of an article with its highlights and, behind each paragraph, the notes of the passages that begin there.
 * Without the notes, what stands here is the text itself, character by character: marks and numbers are drawn by the
 * style sheet, so a sentence can be searched, copied and quoted as it was published.
 */
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { say } from '../../messages.ts'
import type { ArticleText, Note } from '../document/model.ts'
import type { MarkedParagraph, TextPiece } from '../report/marks.ts'
import { colours } from '../styles/palette.ts'
import { foreignAttrs, inlines } from './inline.ts'
import { attrs, joined, markup, styleVars, type Markup } from './markup.ts'
import { badge, hueStyle, raised } from './signs.ts'

export function articleText(article: ArticleText): Markup {
  const { marked, direction } = article
  const mixed = marked.paragraphs.some((paragraph) => paragraph.number === null)
  const lines = seenParagraphs(marked.paragraphs).map((paragraph) =>
    paragraph.number === null ? markup`${paragraph.text}` : line(paragraph, article, mixed),
  )
  return markup`<div class="flow ${direction} lanes-${marked.laneCount}" style="${styleVars({ lanes: marked.laneCount })}">${joined(lines, '\n')}</div>
`
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

function line(paragraph: MarkedParagraph, article: ArticleText, mixed: boolean): Markup {
  const direction = firstStrongDirection(paragraph.text) ?? article.direction
  // A line in another script than the article's is in a language we do not know: better none than a wrong one.
  const language = direction === article.direction ? article.language : article.language === null ? null : ''
  const heading = paragraph.text.trim() === article.title.trim()
  const kind = `t${mixed && !paragraph.spaced ? ' tight' : ''}${heading ? ' headline' : ''}`
  const notes = notesOf(paragraph.opens, article).map(marginNote)
  return markup`<p class="${kind}" data-n="${paragraph.number ?? ''}"${attrs({ lang: language, dir: direction })}>${paragraph.pieces.map((piece) => drawn(piece, article))}</p>${notes.length > 0 && markup`<div class="notes">${notes}</div>`}`
}

function drawn(piece: TextPiece, article: ArticleText): Markup {
  if (piece.isLeftOut) return omitted()
  const places = notesOf(piece.opens, article).map(({ passage }) => markup`<span class="at" id="${passage}"></span>`)
  const references = notesOf(piece.closes, article).map(({ statement, id }) => raised(statement, id))
  if (piece.over.length === 0) return markup`${piece.text}`
  const over = piece.over.flatMap((id) => {
    const note = article.notes.get(id)
    return note ? [{ id, hue: note.statement.tag.hue }] : []
  })
  const lines = Object.fromEntries(over.map(({ id, hue }) => [`l${article.marked.lanes.get(id) ?? 0}`, colours(hue).strong]))
  const wash = colours(over.at(-1)?.hue ?? '').wash
  return markup`${places}<mark style="${styleVars({ w: wash, ...lines })}">${piece.text}</mark>${references}`
}

/** A numbered note beside the text: what is coded at the passage, with a way back to it. */
function marginNote({ statement, id, passage, head, lines, translation }: Note): Markup {
  const [first, ...others] = lines
  return markup`<div class="note" role="note" id="${id}" aria-label="${say('report.note.label', { mark: statement.reference })}" style="${hueStyle(statement.tag.hue)}">
<p class="note-head">${badge(statement, passage)} ${inlines(head)}${first && markup` <span class="who">${inlines(first)}</span>`}</p>
${others.map(
  (content) => markup`<p>${inlines(content)}</p>
`,
)}${translation && markup`<p class="translation"${foreignAttrs(translation)}><span class="visually-hidden">${say('report.translation')} </span>${translation.text}</p>`}
</div>`
}

const notesOf = (ids: readonly number[], { notes }: ArticleText): Note[] =>
  ids.flatMap((id) => {
    const note = notes.get(id)
    return note ? [note] : []
  })
