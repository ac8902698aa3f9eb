/** A chart as a picture: the drawing itself where the reader's program can show it, and the same as pixels where it cannot. Its facts in words for those who do not see it. */
import type { Figure } from '../document/model.ts'
import { inlines } from './inlines.ts'
import { paragraph } from './paragraph.ts'
import { table, type WriteBlocks } from './table.ts'
import { mark, type Place } from './writing.ts'
import { xmlAttribute } from './xml.ts'

/** English Metric Units: 635 in a twip, 9525 in a CSS pixel. */
const EMU_PER_TWIP = 635
export const EMU_PER_PIXEL = 9_525
/** Twips: with its caption and a heading it still has room on a page of either size. */
const HIGHEST = 11_200
const SVG_EXTENSION = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}'

/** Where no picture could be made, its table stands in its place. */
export function* figure(place: Place, of: Figure, writeBlocks: WriteBlocks): Generator<string> {
  const picture = place.writing.pictures.get(of.id)
  mark(place.writing, of.id)
  if (picture === undefined) {
    yield* table(place, of.table, writeBlocks)
    return
  }
  mark(place.writing, of.table.id)
  const png = place.relations.inside('image', picture.png.path)
  const svg = place.relations.inside('image', picture.svg.path)
  const scale = Math.min(
    1,
    (place.width * EMU_PER_TWIP) / (of.width * EMU_PER_PIXEL),
    (HIGHEST * EMU_PER_TWIP) / (of.height * EMU_PER_PIXEL),
  )
  const [width, height] = [of.width * EMU_PER_PIXEL * scale, of.height * EMU_PER_PIXEL * scale]
  yield paragraph(place, { style: 'Caption', keepNext: true }, inlines(place, of.caption))
  yield paragraph(place, { style: 'Figure' }, drawing(place, { relation: png, svg, width, height, description: of.description }))
}

interface Drawing {
  readonly relation: string
  readonly svg?: string
  /** English Metric Units. */
  readonly width: number
  readonly height: number
  readonly description: string
}

/** A picture in the line. */
export function drawing({ writing }: Place, { relation, svg, width, height, description }: Drawing): string {
  const id = ++writing.drawings
  const size = `cx="${Math.round(width)}" cy="${Math.round(height)}"`
  const vector =
    svg === undefined
      ? ''
      : `<a:extLst><a:ext uri="${SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${svg}"/></a:ext></a:extLst>`
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${id}" name="Picture ${id}" descr="${xmlAttribute(description)}"/>` +
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
    `<pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="Picture ${id}" descr="${xmlAttribute(description)}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relation}">${vector}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  )
}
