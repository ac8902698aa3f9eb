/** Whether an SVG can do nothing but be looked at: only drawing elements, no handlers, no links, nothing fetched. */
import { SaxesParser } from 'saxes'

/** Elements that our own pictures are made of. */
const DRAWN = new Set([
  'svg', 'g', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'path', 'text', 'tspan', 'title', 'desc', 'defs', 'pattern', 'clipPath', 'marker', 'style',
]) // prettier-ignore

const FETCHES = /url\(\s*['"]?(?!#)|@import|expression\(|javascript:/i

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
      if (/^on/i.test(attribute) || /href$/i.test(attribute) || FETCHES.test(value)) isInert = false
    }
  })
  parser.on('text', (text) => {
    if (FETCHES.test(text) && root === null) isInert = false
  })
  const styles = /<style[^>]*>([\s\S]*?)<\/style>/g
  for (const [, css = ''] of svg.matchAll(styles)) if (FETCHES.test(css) || css.includes('\\')) isInert = false
  try {
    parser.write(svg).close()
  } catch {
    return false
  }
  return isInert && root === 'svg'
}
