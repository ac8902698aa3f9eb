/** Kinds of numbering: bullets, numbered lists, and the numbers of an article's paragraphs, which hang in the margin and are no part of its text. */
import { MUTED } from './colours.ts'
import { SANS } from './fonts.ts'
import { hex } from './runs.ts'
import { XML_HEAD } from './xml.ts'

export const BULLETS = 0
export const NUMBERED = 1
export const PARAGRAPH_NUMBERS = 2

const STEP = 340
const levels = (make: (level: number) => string): string => Array.from({ length: 9 }, (_, level) => make(level)).join('')

/** `instances`: the lists of the document (Numberings.xml). */
export function numberingPart(instances: string): string {
  const bullets = levels(
    (level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(level + 1) * STEP}" w:hanging="${STEP}"/></w:pPr><w:rPr><w:color w:val="${hex(MUTED)}"/></w:rPr></w:lvl>`,
  )
  const numbers = levels(
    (level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%${level + 1}."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(level + 1) * STEP}" w:hanging="${STEP}"/></w:pPr><w:rPr><w:color w:val="${hex(MUTED)}"/></w:rPr></w:lvl>`,
  )
  const paragraphs = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="tab"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:hanging="480"/></w:pPr><w:rPr><w:rFonts w:ascii="${SANS}" w:hAnsi="${SANS}" w:cs="${SANS}"/><w:b w:val="0"/><w:color w:val="${hex(MUTED)}"/><w:sz w:val="14"/><w:szCs w:val="14"/></w:rPr></w:lvl>`
  const abstract = (id: number, type: string, content: string): string =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="${type}"/>${content}</w:abstractNum>`
  return `${XML_HEAD}<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${abstract(BULLETS, 'hybridMultilevel', bullets)}${abstract(NUMBERED, 'multilevel', numbers)}${abstract(PARAGRAPH_NUMBERS, 'singleLevel', paragraphs)}${instances}</w:numbering>`
}
