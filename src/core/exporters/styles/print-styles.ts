/**
 * Paper: what a report looks like printed from a browser, and as PDF. A page for the title, one for the contents; whatever belongs together
 * stays together where that leaves no large gap, and what is longer than a page may break between its rows or lines.
 */
import { MAX_LANES } from '../report/marks.ts'

/**
 * The lines of passages beneath a line of text, as they look on a screen. There they are gradients, of which a PDF keeps each as a pattern of its
 * own, with functions and masks; shadows without blur are bare rectangles. From above: line, gap, line.
 */
function lines(lanes: number): string {
  const shadows = Array.from({ length: lanes }, (_, lane) => {
    const gap = lane === 0 ? [] : [`0 ${lane * 3}px #fff`]
    return [...gap, `0 ${lane * 3 + 2}px var(--l${lane}, #fff)`]
  })
  return `  .lanes-${lanes} mark { --lines: ${shadows.flat().join(', ')}; }`
}

/** Faces whose wash is less high than their boxes. */
const TALL = ['fa', 'ar', 'ps', 'prs', 'sd', 'ckb', 'ur', 'ks'].map((language) => `:lang(${language})`).join(', ')

export const printStyles = `
@media print {
  html { font-size: 10pt; background: #fff; }
  :root { --paper: #fff; --sunken: #f7f6f2; }
  body { max-width: none; padding: 0; line-height: 1.46; }
  a { color: inherit; text-decoration: none; }
  .url { color: inherit; } .badge { color: var(--ink); }
  body > .banner { display: none; }

  .cover { display: flex; flex-direction: column; height: var(--title-page); margin: 0; padding-top: 7mm; border-top: 2.2mm solid var(--accent); break-after: page; overflow: clip; }
  .cover .house { margin-bottom: 34mm; font-size: 10.5pt; } .cover .logo { max-height: 16mm; max-width: 60mm; }
  .cover > .kicker:first-child { margin-top: 40mm; }
  .cover .kicker { font-size: 8.5pt; }
  .cover h1 { font-size: 30pt; line-height: 1.14; margin: 5mm 0 4mm; } .cover h1.long { font-size: 15pt; line-height: 1.25; } .cover h1:lang(ur), .cover h1:lang(ks) { line-height: 1.9; }
  .cover .subtitle { font-size: 14pt; line-height: 1.35; margin-bottom: 3mm; }
  .cover .library { font-size: 10.5pt; }
  .cover .numbers { margin-top: auto; padding: 4mm 0; border-block: 0.5pt solid var(--line); font-size: 8.5pt; flex: none; } .cover .numbers b { font-size: 15pt; }
  .cover .facts { margin-top: auto; font-size: 8.5pt; } .cover .numbers + .facts { margin-top: 5mm; }
  .cover.brief { display: block; height: auto; break-after: avoid; padding-top: 4mm; } .cover.brief .house { margin-bottom: 6mm; } .cover.brief h1 { font-size: 20pt; }

  .contents { break-after: page; margin-top: 0; }
  .contents h2 { font-size: 18pt; }
  .contents ol { border-bottom: 0; margin-top: 5mm; } .contents li { padding: 1.5mm 0 1.6mm; }
  .contents li a { font-size: 10.5pt; line-height: 1.4; text-decoration: none; } .contents li::before { line-height: 1.4; }
  .contents ol ol { margin-top: 0.6mm; } .contents ol ol li { padding-block: 0.3mm; } .contents ol ol li a { font-size: 9pt; }
  .cover.brief + .contents { margin-top: 8mm; }

  section.new-page, .article { break-before: page; margin-top: 0; }
  section section { break-before: auto; }
  main > section:first-child { margin-top: 0; break-before: auto; }
  .appendix > section:not(.new-page) { margin-top: 10mm; }
  section.plain, section.own, section.summaries, section.dossier, section.changes, section.timeline, section.ledger { border-top: 1mm solid var(--accent); padding-top: 3.5mm; }
  .article, .matrix, .bands, .sources, .method { border-top: 1mm solid var(--accent); padding-top: 3.5mm; }
  section section[class] { border-top: 0; padding-top: 0; margin-top: 7mm; }
  section > h2 { font-size: 17pt; } section > h3 { font-size: 12.5pt; } section > h4 { font-size: 10.5pt; }
  .article > h2 { font-size: 20pt; }
  .method { break-inside: avoid; }

  /* A bookmark is a heading as it is drawn: a blank at the end of its line has to be there. */
  section > h2, section > h3, section > h4 { white-space: pre-wrap; }
  h1, h2, h3, h4, caption, .subheading, .side-head { break-after: avoid; break-inside: avoid; }
  section > .lead, section > .byline, section > .facts { break-after: avoid; }
  p:has(+ .quote, + .sides, + .table-frame, + .chart, + ul, + ol) { break-after: avoid; }
  .group { break-inside: avoid; }
  p, blockquote, li, dd { orphans: 3; widows: 3; }
  .own > p:not(.record), .own > ul, .own > ol { max-width: 142mm; font-size: 10.5pt; line-height: 1.52; text-wrap: pretty; } .executive > p { font-size: 11.5pt; }

  .flow { --measure: 108mm; --number: 6mm; margin-top: 6mm; }
  .flow > .t { font-size: 10.2pt; line-height: calc(1.5em + (var(--lanes, 1) - 1) * 2.5px); }
  /* A page may begin with any line: what rises above its line would be cut off, and stand at the foot of the page before. */
  .flow > .t:lang(ur), .flow > .t:lang(ks) { line-height: 2.75; }
  .flow > .notes { width: calc(100% - var(--measure) - 6mm); }
${Array.from({ length: MAX_LANES }, (_, index) => lines(index + 1)).join('\n')}
  mark { --wash: color-mix(in srgb, var(--w) 55%, #0000); background: var(--wash); box-shadow: var(--lines); padding-bottom: 0.1em; }
  mark:is(${TALL}) { background: none; box-shadow: var(--lines), inset 0 calc(-1 * var(--wash-height)) var(--wash); }
  .note { font-size: 7.4pt; padding-bottom: 1.4mm; margin-bottom: 1.6mm; break-inside: avoid; }
  .note-head { font-size: 7.4pt; }

  .table-frame { overflow: visible; margin-top: 4mm; }
  table.coding, table.cells { min-width: 0; font-size: 7pt; } table.plain-table { font-size: 8pt; }
  .plain-table thead th { font-size: 7pt; overflow-wrap: normal; } .plain-table th, .plain-table td { padding: 1.3mm 1.8mm 1.5mm 0; } .plain-table th.number, .plain-table td.number { padding-inline-end: 1.8mm; }
  .coding th, .coding td { padding-right: 2mm; } .cells th, .cells td { padding-block: 1.2mm 1.4mm; padding-right: 1.6mm; } .cells td, .cells thead th + th { padding-left: 1.8mm; }
  .cells th:first-child { padding-inline-start: 1.2mm; }
  thead { display: table-header-group; } tfoot { display: table-footer-group; }
  tbody tr:first-child { break-before: avoid; }
  tr, .legend li, .contents li, .sources li, .method .facts > div { break-inside: avoid; }
  .coding-block { margin-top: 8mm; }

  .sides { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 5mm 8mm; }
  .legend .sides { grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr); }
  .quote { margin-bottom: 4mm; break-inside: avoid; } .quote blockquote { font-size: 9.6pt; } figcaption, .quote .note-head { font-size: 7.4pt; }
  .quote .translation { font-size: 8.8pt; }
  .hang { hanging-punctuation: first; }

  .chart { break-inside: avoid; margin: 5mm 0 7mm; } .chart figcaption { font-size: 8.5pt; break-after: avoid; } .chart svg { font-family: var(--sans); max-height: 215mm; margin-inline: auto; }
  .at:target + mark, .note:target, .quote:target, tr:target { outline: none; }
}
`
