/** Styles of the coding table, the matrix and the bands. */
export const tableStyles = `
.table-frame { position: relative; overflow-x: auto; margin-top: 1rem; }
.coding-block { margin-top: 3rem; }
table.coding, table.cells { border-collapse: collapse; width: 100%; font-size: 0.72rem; line-height: 1.42; font-variant-numeric: tabular-nums lining-nums; }
.coding caption, .cells caption { text-align: start; font-size: 0.78rem; color: var(--muted); padding-bottom: 0.6rem; }
.coding th, .coding td, .cells th, .cells td { text-align: start; vertical-align: top; font-weight: 400; padding: 0.5rem 0.7rem 0.55rem 0; border-top: 1px solid var(--hair); }
.coding thead th, .cells thead th { border-top: 0; border-bottom: 1.5px solid var(--text); font-weight: 600; vertical-align: bottom; padding-top: 0; line-height: 1.35; }
.coding tbody tr:last-child > *, .cells tbody tr:last-child > * { border-bottom: 1px solid var(--line); }
.coding { min-width: 52rem; }
.coding { table-layout: fixed; }
.coding th:nth-child(1) { width: 9%; } .coding th:nth-child(2) { width: 25.5%; } .coding th:nth-child(3) { width: 19%; } .coding th:nth-child(4) { width: 14%; } .coding th:nth-child(5) { width: 12%; } .coding th:nth-child(6) { width: 10.5%; } .coding th:nth-child(7) { width: 10%; }
.newest:lang(ur), .newest:lang(ks) { font-family: var(--nastaliq); line-height: 2.1; }
.newest:lang(fa), .newest:lang(ar), .newest:lang(ps) { font-family: var(--naskh); line-height: 1.6; }
.coding a:not(.badge) { color: var(--muted); }
.none { color: var(--line); }

.matrix, .bands { border-top: 3px solid var(--accent); padding-top: 1.1rem; margin-top: 4.5rem; }
.bands .lead, .matrix .lead { margin-top: 0.6rem; }
.matrix .table-frame + .table-frame { margin-top: 2.6rem; }
.cells { table-layout: fixed; min-width: 46rem; font-size: 0.76rem; }
.cells th:first-child { width: 17%; padding-inline-start: 0.6rem; }
.cells tbody th { font-weight: 600; }
.cells tbody th a { color: var(--text); text-decoration-color: var(--line); }
.cells .depth-0 > th { font-size: 1.06em; } .cells .depth-0 > * { border-top: 1px solid var(--line); background: var(--sunken); }
.cells .depth-1 > th { padding-inline-start: 1.2rem; font-weight: 400; } .cells .depth-2 > th { padding-inline-start: 1.8rem; font-weight: 400; } .cells .depth-3 > th { padding-inline-start: 2.4rem; font-weight: 400; }
.cells td, .cells thead th + th { padding-inline-start: 0.7rem; border-inline-start: 1px solid var(--hair); }
.cells td > * + * { margin-top: 0.3rem; }
.role { display: block; font-weight: 400; color: var(--muted); font-size: 0.72rem; }
.earlier { color: var(--muted); }
.newest { font-family: var(--serif); font-size: 1.1em; line-height: 1.42; }
.citation { color: var(--muted); }
.tally { list-style: none; display: flex; flex-wrap: wrap; gap: 0.15rem 0.6rem; }
.tally .letter { font-size: 0.92em; }
.counted { color: var(--muted); }

.band { margin-top: 2.4rem; }
.band > h3 { border-bottom: 1.5px solid var(--text); padding-bottom: 0.4rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: 1.6rem 2rem; margin-top: 0.9rem; }
.side h4 { font-family: var(--sans); font-size: 0.85rem; margin-bottom: 0.7rem; }
.quote { border-inline-start: 2px solid var(--strong); padding-inline-start: 0.9rem; margin-bottom: 1.4rem; break-inside: avoid; }
.quote blockquote { font-size: 0.98rem; line-height: 1.52; margin-block: 0.25rem 0.35rem; white-space: pre-wrap; }
.quote blockquote:lang(ur), .quote blockquote:lang(ks) { line-height: 2.15; }
.quote blockquote:lang(fa), .quote blockquote:lang(ar), .quote blockquote:lang(ps) { line-height: 1.75; }
.quote .translation { font-size: 0.9rem; color: var(--muted); margin-bottom: 0.35rem; }
figcaption { font-size: 0.76rem; line-height: 1.48; }
figcaption > * + * { margin-top: 0.15rem; }
`
