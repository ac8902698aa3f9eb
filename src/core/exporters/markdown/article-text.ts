/** An article with its highlights in bold; each ends with the number of the note that tells its coding. Bold is what every viewer shows; what overlaps is told apart by the notes, which say the passage. */
import type { ArticleText } from '../document/model.ts'
import type { MarkedParagraph } from '../report/marks.ts'
import { emphasised, guarded, isolated, words } from './escape.ts'
import { footnote, joined } from './inlines.ts'

export function articleText(of: ArticleText): string[] {
  const made: string[] = []
  let wasLeftOut = false
  for (const part of of.marked.paragraphs) {
    if (part.number === null) continue
    const isLeftOut = part.pieces.every((piece) => piece.isLeftOut || piece.text.trim() === '')
    if (isLeftOut && wasLeftOut) continue
    wasLeftOut = isLeftOut
    made.push(guarded(isolated(paragraphOf(of, part).replaceAll('\n', ' ').trim())))
  }
  return made
}

function paragraphOf(of: ArticleText, part: MarkedParagraph): string {
  let line = ''
  let bold = ''
  const add = (text: string): void => {
    line = joined(line, text)
  }
  const close = (): void => {
    if (bold !== '') add(emphasised('**', words(bold)))
    bold = ''
  }
  for (const piece of part.pieces) {
    if (piece.isLeftOut) {
      close()
      add('\\[…\\]')
      continue
    }
    if (piece.over.length > 0) bold += piece.text
    else {
      close()
      add(words(piece.text))
    }
    const numbers = piece.closes.flatMap((id) => of.notes.get(id)?.statement.number ?? [])
    if (numbers.length > 0) {
      close()
      line += numbers.map(footnote).join('')
    }
  }
  close()
  return line
}

/** Passages that lie over others, in their own words: by the id of the annotation. */
export function overlapping(of: ArticleText): Map<number, string> {
  const shared = new Set<number>()
  const texts = new Map<number, string>()
  for (const { pieces } of of.marked.paragraphs)
    for (const { text, over } of pieces)
      for (const id of over) {
        texts.set(id, (texts.get(id) ?? '') + text)
        if (over.length > 1) shared.add(id)
      }
  return new Map([...texts].filter(([id]) => shared.has(id)))
}
