/** A quote as evidence: its reference and coding, the words in their own script, the translation beneath, where it stands. One line in the tag's colour joins them. */
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import type { ForeignText, Quote } from '../document/model.ts'
import { colours } from '../styles/palette.ts'
import { inlines } from './inlines.ts'
import { paragraph } from './paragraph.ts'
import { runs } from './runs.ts'
import { mark, type Place } from './writing.ts'
import { cleaned } from './xml.ts'

const INDENT = 240

export function quote(place: Place, of: Quote): string {
  const bar = colours(of.statement.tag.hue).strong
  const shared = { bar, left: INDENT } as const
  mark(place.writing, of.id)
  const head = [
    { kind: 'reference', statement: of.statement, place: of.place, look: 'chip' } as const,
    { kind: 'text', text: '  ' } as const,
    ...of.head,
  ]
  const notes = [...of.lines, of.citation].filter((line) => line.length > 0)
  return [
    paragraph(place, { style: 'Quotehead', keepNext: true, ...shared }, inlines(place, head)),
    foreignParagraphs(place, of.quote, { style: 'Quote', keepNext: true, ...shared }),
    of.translation === null ? '' : foreignParagraphs(place, of.translation, { style: 'Translation', keepNext: true, ...shared }),
    ...notes.map((line, index) => {
      const isLast = index === notes.length - 1
      const style = line === of.citation ? 'Citation' : 'Quoteline'
      return paragraph(place, { style, keepNext: !isLast, ...shared, ...(isLast && { spaceAfter: 200 }) }, inlines(place, line))
    }),
  ].join('')
}

/** Running words of the library: a paragraph for each line, in its own direction. */
export function foreignParagraphs(
  place: Place,
  { text, language }: ForeignText,
  look: { style: string; keepNext?: boolean; bar?: string; left?: number },
): string {
  return cleaned(text)
    .split('\n')
    .filter((line, _, lines) => line.trim() !== '' || lines.length === 1)
    .map((line) => {
      const direction = firstStrongDirection(line) ?? 'ltr'
      return paragraph(place, { ...look, direction }, runs(line, {}, direction, language))
    })
    .join('')
}
