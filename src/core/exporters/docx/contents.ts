/**
 * The contents as a field that Word and LibreOffice update. Until then it shows the entries as links, with what stands behind each heading; page
 * numbers are fields of their own, since nobody knows them before the text is laid out.
 */
import { say } from '../../messages.ts'
import { text } from '../document/inlines.ts'
import type { ReportDocument, Section } from '../document/model.ts'
import { inlines } from './inlines.ts'
import { paragraph } from './paragraph.ts'
import { plainRun } from './runs.ts'
import type { Place } from './writing.ts'

const LEVELS = 2
const field = (type: 'begin' | 'separate' | 'end'): string => plainRun({}, `<w:fldChar w:fldCharType="${type}"/>`)
const code = (instruction: string): string => plainRun({}, `<w:instrText xml:space="preserve"> ${instruction} </w:instrText>`)

/** A field of ours with what it shows until it is updated. */
export const fieldOf = (instruction: string, shown: string): string =>
  field('begin') + code(instruction) + field('separate') + shown + field('end')

export function contents(place: Place, { sections, appendix }: ReportDocument, onNewPage: boolean): string {
  const all = [...sections, ...appendix].flatMap((section) => entries(section, 1))
  const heading = paragraph(place, { style: 'TOCHeading', pageBefore: onNewPage }, inlines(place, [text(say('report.contents'))]))
  if (all.length === 0) return ''
  const lines = all.map(({ section, level }, index) => {
    const opening = index === 0 ? field('begin') + code(`TOC \\o "1-${LEVELS}" \\h \\z`) + field('separate') : ''
    return paragraph(place, { style: `TOC${level}` }, opening + entry(place, section))
  })
  return (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>' +
    `${heading}${lines.join('')}<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr>${field('end')}</w:p></w:sdtContent></w:sdt>`
  )
}

const entries = (section: Section, level: number): { section: Section; level: number }[] => [
  { section, level },
  ...(level < LEVELS ? (section.sections ?? []).flatMap((inner) => entries(inner, level + 1)) : []),
]

function entry(place: Place, { id, heading, aside }: Section): string {
  const name = place.writing.bookmarks.nameOf(id)
  const words = inlines(place, unlinked(heading)) + (aside === undefined ? '' : inlines(place, [text(`  ${aside}`, 'muted')]))
  if (name === null) return words
  return `<w:hyperlink w:anchor="${name}" w:history="1">${words}${plainRun({}, '<w:tab/>')}${fieldOf(`PAGEREF ${name} \\h`, '')}</w:hyperlink>`
}

/** A link in a heading would stand inside the link of its entry. */
const unlinked = (content: Section['heading']): Section['heading'] =>
  content.flatMap((inline) =>
    inline.kind === 'link' ? unlinked(inline.content) : inline.kind === 'reference' ? [text(inline.statement.reference)] : [inline],
  )
