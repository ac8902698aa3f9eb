/**
 * Page numbers in the contents. A browser cannot say in a document on which of its pages something stands; the PDF that it makes of the document
 * can. So a report with contents is printed twice, with the same room for numbers both times: once to look them up, once with them.
 */
import { cssString } from '../html/markup.ts'
import { readObjects, type PdfObjects } from './objects.ts'

/** Room for numbers at the edge of the contents, whether they are known yet or not, so that nothing moves once they are. */
const ROOM = `@media print {
  .contents { position: relative; } .contents > ol > li { padding-inline-end: 11mm; }
  .contents ol a::after { position: absolute; right: 0; width: 9mm; text-align: end; direction: ltr; }
  .contents a::after { font-family: var(--sans); font-size: 8.5pt; color: var(--muted); font-variant-numeric: tabular-nums; content: "000"; }
  .contents .also a::after { display: inline-block; min-width: 7mm; padding-inline-start: 1.5mm; text-align: start; }
}`
const CONTENTS = /<nav class="contents[^]*?<\/nav>/
/** Deepest tree of pages that is followed. */
const DEEPEST = 20

/** Whether a report has contents, and so is printed twice. */
export const hasContents = (html: string): boolean => CONTENTS.test(html)

/** Styles for the first printing (without `pages`) and for the second. Places that are on no page have no number. */
export function contentsStyles(html: string, pages?: ReadonlyMap<string, number>): string {
  if (!pages) return ROOM
  const places = new Set([...(CONTENTS.exec(html)?.[0] ?? '').matchAll(/href="#([a-z][a-z0-9-]*)"/g)].map(([, place = '']) => place))
  const rules = [...places].map(
    (place) => `.contents a[href="#${place}"]::after { content: ${cssString(String(pages.get(place) ?? ''))}; }`,
  )
  return `${ROOM}\n@media print {\n${rules.join('\n')}\n}`
}

/** The page, from 1, of every place in the PDF that a link leads to; none where it is built otherwise than Chromium does. */
export function pagesOf(pdf: Uint8Array): ReadonlyMap<string, number> {
  const objects = readObjects(pdf)
  const catalog = objects?.object(Number(/\/Root (\d+) 0 R/.exec(objects.trailer)?.[1])) ?? ''
  const order = objects ? pagesBelow(objects, Number(/\/Pages (\d+) 0 R/.exec(catalog)?.[1])) : []
  const numbers = new Map(order.map((page, index) => [page, index + 1]))
  const places = objects?.object(Number(/\/Dests (\d+) 0 R/.exec(catalog)?.[1])) ?? ''
  return new Map(
    [...places.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ/g)].flatMap(([, place = '', page]) => {
      const number = numbers.get(Number(page))
      return number === undefined ? [] : [[place, number] as const]
    }),
  )
}

function pagesBelow(objects: PdfObjects, node: number, depth = 0): number[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(objects.object(node))?.[1]
  if (kids === undefined || depth > DEEPEST) return Number.isNaN(node) ? [] : [node]
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(objects, Number(kid), depth + 1))
}
