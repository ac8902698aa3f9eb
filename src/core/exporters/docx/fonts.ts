/**
 * Faces by role. Word and LibreOffice take them from the reader's machine, so each has others to stand in for it (fontTable.xml); nothing is
 * embedded and nothing fetched.
 */
import { XML_HEAD } from './xml.ts'

export const SERIF = 'Cambria'
export const SANS = 'Calibri'
export const MONO = 'Consolas'
export const NASKH = 'Noto Naskh Arabic'
export const NASTALIQ = 'Noto Nastaliq Urdu'
export const HEBREW = 'Times New Roman'
export const DEVANAGARI = 'Noto Serif Devanagari'
export const HAN = 'Noto Serif CJK SC'

const STAND_INS: readonly (readonly [name: string, family: 'roman' | 'swiss' | 'modern', standIns: string])[] = [
  [SERIF, 'roman', 'Caladea,Source Serif 4,Charter,Liberation Serif'],
  [SANS, 'swiss', 'Carlito,Helvetica Neue,Liberation Sans'],
  [MONO, 'modern', 'Menlo,DejaVu Sans Mono,Liberation Mono'],
  [NASKH, 'roman', 'Sakkal Majalla,Geeza Pro,Traditional Arabic,Times New Roman'],
  [NASTALIQ, 'roman', 'Urdu Typesetting,Jameel Noori Nastaleeq,Noto Naskh Arabic,Times New Roman'],
  [DEVANAGARI, 'roman', 'Nirmala UI,Kohinoor Devanagari,Mangal'],
  [HAN, 'roman', 'Source Han Serif SC,Songti SC,SimSun,MS Mincho'],
]

/** Languages whose readers expect Nastaliq. */
const IN_NASTALIQ = new Set(['ur', 'ks', 'pnb'])

/** The face of a right-to-left or Indic stretch. */
export function complexFace(text: string, language: string | null): string | null {
  if (/[\u0590-\u05ff\ufb1d-\ufb4f]/u.test(text)) return HEBREW
  if (/[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u.test(text)) return language !== null && IN_NASTALIQ.has(language) ? NASTALIQ : NASKH
  return /[\u0900-\u097f]/u.test(text) ? DEVANAGARI : null
}

export const fontTable = (): string =>
  `${XML_HEAD}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${STAND_INS.map(
    ([name, family, standIns]) =>
      `<w:font w:name="${name}"><w:altName w:val="${standIns}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  ).join('')}</w:fonts>`
