/**
 * A report as a Word file (Office Open XML). Written by ourselves, see build/adr: piece by piece, so that a long one can be paused and cancelled, and
 * the same document always gives the same bytes. Nothing from the library can become a field, a macro, a link or a picture.
 */
import { strToU8 } from 'fflate'
import type { ReportDocument } from '../document/model.ts'
import { survey, type Survey } from './anchors.ts'
import { contents } from './contents.ts'
import { cover } from './cover.ts'
import { fontTable } from './fonts.ts'
import { numberingPart } from './numbering.ts'
import { settingsPart, zipped } from './package.ts'
import { Bookmarks, Numberings, Relations, type Media } from './parts.ts'
import { pictureSize } from './picture-size.ts'
import { running } from './running.ts'
import { sections } from './sections.ts'
import { styles } from './styles.ts'
import { pageOf, textWidth, type Page, type Place, type Writing } from './writing.ts'
import { NAMESPACES, XML_HEAD } from './xml.ts'

/** Our own words are in this language. */
const LANGUAGE = 'en-GB'
/** Pieces between two pauses. */
const STRIDE = 64

/** With more, LibreOffice would take minutes to open the file: its time grows with the square of the comments. */
const MOST_COMMENTS = 250
/** Pixels of a picture for one of the drawing: sharp in print. */
const SCALE = 2.5

/** Called now and then with the share that is done, 0 to 1. Where it throws, so does the writer. */
export type Pause = (share: number) => Promise<void>
/** The bytes of a .docx. Where a chart cannot be drawn as a picture, its table stands in its place. */
export async function writeDocx(document: ReportDocument, pause: Pause = async () => {}): Promise<Uint8Array> {
  const found = survey(document)
  const pictures = await picturesOf(found, pause)
  const writing: Writing = {
    bookmarks: new Bookmarks(found.places),
    numberings: new Numberings(),
    relations: new Relations(),
    commentRelations: new Relations(),
    hasComments: found.noteCount <= MOST_COMMENTS,
    comments: [],
    pictures,
    drawings: 0,
    waiting: '',
    stamp: `${document.asOf}T00:00:00Z`,
  }
  const { relations } = writing
  for (const part of ['styles', 'settings', 'fontTable', 'numbering', 'comments']) relations.inside(part, `${part}.xml`)
  const page = pageOf(document.look.pageSize)
  const place: Place = { writing, relations, width: textWidth(page), style: 'Bodytext', indent: 0, level: 0 }
  const logo = logoOf(document)
  const first = cover(place, document, logo === null ? null : { relation: relations.inside('image', logo.media.path), ...logo.size })
  const hasCover = document.cover !== null
  const body = [first, document.hasContents ? contents(place, document, hasCover) : '']
  let count = 0
  for (const part of [document.sections, document.appendix]) {
    for (const piece of sections(place, part, hasCover && count === 0)) {
      body.push(piece)
      if (++count % STRIDE === 0) await pause(0.1 + 0.7 * Math.min(1, count / (found.weight + 1)))
    }
  }
  body.push(sectionProperties(page, relations))
  await pause(0.8)
  const heads = running(document)
  const wrapped = (element: string, content: string): string => `${XML_HEAD}<w:${element} ${NAMESPACES}>${content}</w:${element}>`
  const parts = new Map([
    ['document.xml', wrapped('document', `<w:body>${body.join('')}</w:body>`)],
    ['comments.xml', wrapped('comments', writing.comments.join(''))],
    ['styles.xml', styles(LANGUAGE)],
    ['settings.xml', settingsPart()],
    ['fontTable.xml', fontTable()],
    ['numbering.xml', numberingPart(writing.numberings.xml())],
    ['header1.xml', heads.header],
    ['header2.xml', heads.firstHeader],
    ['footer1.xml', heads.footer],
    ['footer2.xml', heads.firstFooter],
    ['_rels/document.xml.rels', relations.xml()],
    ...(writing.commentRelations.isEmpty ? [] : [['_rels/comments.xml.rels', writing.commentRelations.xml()] as const]),
  ])
  const media = [...pictures.values()].flatMap(({ png: pixels, svg }) => [pixels, svg])
  const { title, asOf, look } = document
  const bytes = zipped(parts, logo === null ? media : [...media, logo.media], {
    title,
    asOf,
    creator: look.house === '' ? 'Parley' : look.house,
  })
  await pause(1)
  return bytes
}

async function picturesOf({ figures }: Survey, pause: Pause): Promise<Map<string, { svg: Media; png: Media }>> {
  const made = new Map<string, { svg: Media; png: Media }>()
  if (figures.length === 0) return made
  const { pngOf } = await import('../charts/png.ts')
  for (const { id, svg } of figures) {
    await pause((0.1 * made.size) / figures.length)
    const number = made.size + 1
    try {
      const bytes = await pngOf(svg, SCALE)
      made.set(id, { svg: { path: `media/chart${number}.svg`, bytes: strToU8(svg) }, png: { path: `media/chart${number}.png`, bytes } })
    } catch {
      // The figure's table is written in its place.
    }
  }
  return made
}

function logoOf({ look }: ReportDocument): { media: Media; size: { width: number; height: number } } | null {
  if (look.logo === null) return null
  const bytes = Uint8Array.from(Buffer.from(look.logo.base64, 'base64'))
  const size = pictureSize(bytes, look.logo.mediaType)
  return size === null ? null : { size, media: { bytes, path: `media/logo.${look.logo.mediaType === 'image/png' ? 'png' : 'jpg'}` } }
}

function sectionProperties({ width, height, margin }: Page, relations: Relations): string {
  const reference = (kind: 'header' | 'footer', type: 'default' | 'first', number: number): string =>
    `<w:${kind}Reference w:type="${type}" r:id="${relations.inside(kind, `${kind}${number}.xml`)}"/>`
  return `<w:sectPr>${reference('header', 'default', 1)}${reference('header', 'first', 2)}${reference('footer', 'default', 1)}${reference('footer', 'first', 2)}<w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${margin.top}" w:right="${margin.side}" w:bottom="${margin.bottom}" w:left="${margin.side}" w:header="624" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>`
}
