/** The first page: whose house, what kind of report, its title, how much is in it, what it covers. Without a title page only the title and what is beneath it. */
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { foreign, text } from '../document/inlines.ts'
import type { ReportDocument } from '../document/model.ts'
import { say } from '../../messages.ts'
import { facts } from './blocks.ts'
import { drawing, EMU_PER_PIXEL } from './figure.ts'
import { inlines } from './inlines.ts'
import { paragraph } from './paragraph.ts'
import { plainRun, runs } from './runs.ts'
import type { Place } from './writing.ts'

/** Logos are at most as large as this, in CSS pixels. */
const LOGO = { width: 220, height: 80 }

/** `logo`: its relationship and its own size in pixels; null where there is none. */
export function cover(place: Place, document: ReportDocument, logo: { relation: string; width: number; height: number } | null): string {
  const { title, titleLanguage, subtitle, libraryName, look } = document
  const direction = firstStrongDirection(title) ?? 'ltr'
  const head = [
    logo === null ? '' : paragraph(place, { style: 'Logo' }, logoDrawing(place, logo, look.house)),
    look.house === '' ? '' : paragraph(place, { style: 'House' }, inlines(place, [foreign(look.house)])),
    document.cover === null ? '' : paragraph(place, { style: 'Kicker' }, inlines(place, [text(document.cover.kicker)])),
    paragraph(place, { style: 'Title', direction }, runs(title, {}, direction, titleLanguage ?? undefined)),
    subtitle === null ? '' : foreignLine(place, 'Subtitle', subtitle),
  ].join('')
  if (document.cover === null) return head
  const library =
    libraryName.trim() === '' || libraryName === title
      ? ''
      : paragraph(place, { style: 'Library' }, inlines(place, [text(`${say('report.cover.library')} `, 'emphasis'), foreign(libraryName)]))
  return head + library + numbers(place, document.cover.numbers) + facts(place, document.cover.facts, 'Coverfact')
}

function foreignLine(place: Place, style: string, words: string): string {
  const direction = firstStrongDirection(words) ?? 'ltr'
  return paragraph(place, { style, direction }, runs(words, {}, direction))
}

/** "8 articles   113 annotations   7 outlets" between two lines. */
function numbers(place: Place, list: NonNullable<ReportDocument['cover']>['numbers']): string {
  if (list.length === 0) return ''
  const content = list.map(
    ({ value, label }, index) =>
      (index === 0 ? '' : plainRun({}, '<w:tab/>')) +
      runs(String(value), { style: 'Covernumber' }, 'ltr') +
      runs(`\u00a0${label}`, {}, 'ltr'),
  )
  const step = Math.floor(place.width / Math.max(list.length, 4))
  const tabs = list.slice(1).map((_, index) => `<w:tab w:val="left" w:pos="${step * (index + 1)}"/>`)
  return paragraph(place, { style: 'Covernumbers', tabs: tabs.join('') }, content.join(''))
}

function logoDrawing(
  place: Place,
  { relation, width, height }: { relation: string; width: number; height: number },
  house: string,
): string {
  const scale = Math.min(LOGO.width / width, LOGO.height / height, 1)
  return drawing(place, { relation, width: width * scale * EMU_PER_PIXEL, height: height * scale * EMU_PER_PIXEL, description: house })
}
