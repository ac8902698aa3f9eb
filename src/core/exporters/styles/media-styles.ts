/** Narrow screens, where notes go below their paragraph, and paper: A4 or Letter, whichever the printer has. */
export const mediaStyles = `
@media screen and (max-width: 900px) {
  body { padding-inline: 1.2rem; }
  .cover h1 { font-size: 2rem; } .article-head h2 { font-size: 1.6rem; }
  .legend-columns { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: minmax(0, 1fr); } .facts { gap: 0.5rem; } .facts dt { font-size: 0.72rem; }
  .flow { --number: 1.5rem; }
  .flow > .t, .flow.rtl > .t, .flow > .notes, .flow.rtl > .notes { float: none; width: auto; }
  .flow > .notes { margin: -0.2rem 0 1.4rem; margin-inline-start: var(--number); padding: 0.8rem 0.8rem 0.15rem; background: var(--sunken); }
}

@page { margin: 20mm 18mm 19mm; }
@media print {
  html { font-size: 10pt; background: #fff; }
  :root { --paper: #fff; --sunken: #f7f6f2; }
  body { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  .url, .badge { color: inherit; } .badge { color: var(--ink); }
  .cover { margin-top: 22mm; }
  .cover h1 { font-size: 26pt; }
  .contents, .legend { margin-top: 12mm; }
  body.comparison .legend, body:not([data-articles='1']) .legend { break-before: page; margin-top: 0; }
  .article, .matrix, .bands, .sources { break-before: page; margin-top: 0; }
  .appendix { margin-top: 0; } .method { margin-top: 10mm; break-inside: avoid; }
  h1, h2, h3, h4, caption, .article-head, .band > h3, .side > h4 { break-after: avoid; break-inside: avoid; }
  p, blockquote { orphans: 3; widows: 3; }
  .flow { --measure: 108mm; --number: 6mm; margin-top: 6mm; }
  .flow > .t { font-size: 10.2pt; line-height: calc(1.5em + (var(--lanes, 1) - 1) * 2.5px); }
  .flow > .notes { width: calc(100% - var(--measure) - 6mm); }
  .note { font-size: 7.4pt; padding-bottom: 1.4mm; margin-bottom: 1.6mm; break-inside: avoid; }
  .note-head { font-size: 7.4pt; }
  .table-frame { overflow: visible; }
  table.coding, table.cells { min-width: 0; font-size: 7pt; }
  .coding th, .coding td { padding-right: 2mm; }
  thead { display: table-header-group; }
  tbody tr:first-child { break-before: avoid; }
  tr, figure, .contents li, .sources li { break-inside: avoid; }
  .coding-block { margin-top: 8mm; }
  section.coding-block { break-before: page; }
  .sides { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 5mm 8mm; }
  .quote { margin-bottom: 4mm; } .quote blockquote { font-size: 9.6pt; } figcaption, .quote .note-head { font-size: 7.4pt; }
  .at:target + mark, .note:target, .quote:target, tr:target { outline: none; }
}
`
