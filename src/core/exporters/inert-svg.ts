/** Whether an SVG can do nothing but be looked at: only drawing elements, no handlers, no links, no styles, nothing fetched. */
import { SaxesParser } from 'saxes'

/** Elements that our own pictures are made of. None is a style: their colours are literal, and a style sheet could fetch. */
const DRAWN = new Set([
  'svg', 'g', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'path', 'text', 'tspan', 'title', 'desc', 'defs', 'pattern', 'clipPath', 'marker',
]) // prettier-ignore

/** What fetches or runs; a backslash could spell any of it. Asked of what the parser decoded, so that no reference hides it. */
const FETCHES = /url\(\s*['"]?(?!#)|(?:image|image-set|cross-fade|element|src|expression)\(|@import|javascript:|\\/i

/** False also for what is not well-formed XML, and for what names an entity or a document type. */
export function isInertSvg(svg: string): boolean {
  let isInert = true
  let root: string | null = null
  const parser = new SaxesParser()
  parser.on('error', () => (isInert = false))
  parser.on('doctype', () => (isInert = false))
  parser.on('processinginstruction', () => (isInert = false))
  parser.on('opentag', ({ name, attributes }) => {
    root ??= name
    if (!DRAWN.has(name)) isInert = false
    for (const [attribute, value] of Object.entries(attributes)) {
      if (/^on/i.test(attribute) || /href$|^style$/i.test(attribute) || FETCHES.test(value)) isInert = false
    }
  })
  try {
    parser.write(svg).close()
  } catch {
    return false
  }
  return isInert && root === 'svg'
}
