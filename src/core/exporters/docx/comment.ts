/** What is coded at a passage, as a comment of Word or as a note beneath its article: tag and signs, who to whom, terms, note, and the translation. */
import { foreign, spaced, text } from '../document/inlines.ts'
import type { Inline, Note } from '../document/model.ts'
import { inlines } from './inlines.ts'
import { paragraph } from './paragraph.ts'
import { foreignParagraphs } from './quote.ts'
import { plainRun } from './runs.ts'
import { mark, type Place, type Writing } from './writing.ts'
import { xmlAttribute } from './xml.ts'

/** Where it stays unsaid who coded. */
const NOBODY = 'Parley'

/** Adds the comment; its id. */
export function comment(writing: Writing, note: Note): number {
  const id = writing.comments.length
  const place: Place = {
    writing: { ...writing, waiting: '' },
    relations: writing.commentRelations,
    width: 4_000,
    style: 'CommentText',
    indent: 0,
    level: 0,
  }
  const author = note.coder === null || note.coder.trim() === '' ? NOBODY : note.coder
  const head: Inline[] = [{ kind: 'text', text: `${note.statement.reference} `, look: 'strong' }, ...note.head]
  const line = (content: readonly Inline[], before = ''): string =>
    paragraph(place, { style: 'CommentText' }, before + inlines(place, content))
  const body =
    line(head, plainRun({ style: 'CommentReference' }, '<w:annotationRef/>')) +
    note.lines.map((content) => line(content)).join('') +
    (note.translation === null ? '' : foreignParagraphs(place, note.translation, { style: 'CommentText' }))
  writing.comments.push(
    `<w:comment w:id="${id}" w:author="${xmlAttribute(author.slice(0, 200))}" w:date="${writing.stamp}" w:initials="${xmlAttribute(initials(author))}">${body}</w:comment>`,
  )
  return id
}

/** The same in one paragraph, leading back to its passage. */
export function noteBeneath(place: Place, { statement, id, passage, head, lines, translation, coder }: Note): string {
  mark(place.writing, id)
  const parts = [
    [{ kind: 'reference', statement, place: passage, look: 'chip' } as const, text(' '), ...head],
    ...lines,
    translation === null ? [] : [foreign(translation.text, translation.language)],
    coder === null ? [] : [foreign(coder)],
  ]
  const filled = parts.filter((part) => part.length > 0)
  return paragraph({ ...place, item: undefined }, { style: 'Small' }, inlines(place, spaced(filled, text(' · ', 'muted'))))
}

/** "AS" for "Amina Siddiqui"; at most three. */
const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/u)
    .slice(0, 3)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 80))
    .join('')
