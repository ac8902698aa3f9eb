/** What stands at the head and foot of every page: the classification, the title, whose report it is, page numbers. The first page has the classification alone. */
import type { ReportDocument } from '../document/model.ts'
import { fieldOf } from './contents.ts'
import { runs } from './runs.ts'
import { NAMESPACES, XML_HEAD } from './xml.ts'

export interface Running {
  readonly header: string
  readonly footer: string
  readonly firstHeader: string
  readonly firstFooter: string
}

export function running({ title, look, libraryName, titleLanguage }: ReportDocument): Running {
  const banner = look.banner === '' ? '' : `<w:p><w:pPr><w:pStyle w:val="Banner"/></w:pPr>${runs(look.banner, {}, 'ltr', null)}</w:p>`
  const line = (style: string, left: string, right: string): string =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${left}<w:r><w:tab/></w:r>${right}</w:p>`
  const name = look.house === '' ? libraryName : look.house
  const pages = `${fieldOf('PAGE', runs('1', {}, 'ltr'))}${runs(' / ', {}, 'ltr')}${fieldOf('NUMPAGES', runs('1', {}, 'ltr'))}`
  const nothing = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
  return {
    header: part('hdr', banner + line('Header', runs(short(title), {}, 'ltr', titleLanguage ?? undefined), '')),
    footer: part('ftr', line('Footer', runs(short(name), {}, 'ltr', null), pages) + banner),
    firstHeader: part('hdr', banner === '' ? nothing : banner),
    firstFooter: part('ftr', banner === '' ? nothing : banner),
  }
}

const part = (element: 'hdr' | 'ftr', content: string): string => `${XML_HEAD}<w:${element} ${NAMESPACES}>${content}</w:${element}>`

/** A running head has one line. */
function short(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  const letters = Array.from(line)
  return letters.length <= 90 ? line : `${letters.slice(0, 88).join('').trimEnd()}…`
}
