/** Styles of blocks that all kinds of report share: plain tables, marks, charts, what analysts wrote, house and classification. */
import { HUES } from './palette.ts'

export const blockStyles = `
.muted { color: var(--muted); }
.mark { font-family: var(--sans); font-size: 0.92em; white-space: nowrap; }
.mark.quiet { color: #7a5200; }
.mark.new { font-weight: 600; color: ${HUES.green.ink}; background: ${HUES.green.bg}; border-bottom: 2px solid ${HUES.green.strong}; padding: 0 0.35em; }
.mark.warn { font-weight: 600; color: ${HUES.vermilion.ink}; background: ${HUES.vermilion.bg}; border-bottom: 2px solid ${HUES.vermilion.strong}; padding: 0 0.35em; }
.subheading, .side-head { font-family: var(--sans); font-size: 0.85rem; font-weight: 600; line-height: 1.4; margin: 1.4rem 0 0.6rem; }
.side-head .muted { font-weight: 400; font-size: 0.9em; }
.side-head { margin-top: 0; }
p.small, p.byline, p.record { font-family: var(--sans); font-size: 0.8rem; line-height: 1.5; color: var(--muted); }
p.byline { font-size: 0.88rem; } p.byline b { color: var(--text); }
p.quoted { font-family: var(--serif); font-size: 1.1em; line-height: 1.42; }
p.quoted:lang(ur), p.quoted:lang(ks) { font-family: var(--nastaliq); line-height: 2.1; }
p.quoted:lang(fa), p.quoted:lang(ar), p.quoted:lang(ps) { font-family: var(--naskh); line-height: 1.6; }
td p, th p { margin: 0; } td p + p, th p + p { margin-top: 0.2rem; } td p.small, th p.small, td p.citation { font-size: inherit; }
main :is(ul, ol) { padding-inline-start: 1.5em; } main li + li { margin-top: 0.2rem; } main :is(ul, ol) + .quote { margin-top: 1rem; }
td.silent { color: var(--muted); } td.new, td.warn { padding-inline-start: 0.5rem; } table td.new { border-inline-start: 2px solid ${HUES.green.strong}; } table td.warn { border-inline-start: 2px solid ${HUES.vermilion.strong}; }
col { width: calc(var(--w) * 1%); }

section.plain, section.ledger, section.timeline, section.dossier, section.changes, section.own, section.summaries { border-top: 3px solid var(--accent); padding-top: 1.1rem; margin-top: 4.5rem; }
section section[class] { border-top: 0; padding-top: 0; margin-top: 2.4rem; }
section > h3, section > h4 { border-bottom: 1.5px solid var(--text); padding-bottom: 0.4rem; margin-bottom: 0.9rem; }
section > h4 { border-bottom-width: 1px; font-size: 1rem; }
section > h2 { margin-bottom: 0.8rem; }
section > .lead { margin-bottom: 0.6rem; }
section > .facts { margin-block: 0.8rem; }
.own > p:not(.record), .own > ul, .own > ol { max-width: 40rem; font-size: 1.05rem; line-height: 1.58; }
.own > p + p, .own > ul, .own > ol { margin-top: 0.85rem; } .own > ul, .own > ol { padding-inline-start: 1.4em; } .own li + li { margin-top: 0.3rem; }
.executive > p { font-size: 1.16rem; }
sup { line-height: 0; font-size: 1em; vertical-align: baseline; }
.cite { position: relative; top: -0.4em; font-family: var(--sans); font-size: 0.62em; font-weight: 600; color: var(--ink); text-decoration: none; font-variant-numeric: tabular-nums; unicode-bidi: isolate; }
.cite:hover { text-decoration: underline; }

table.plain-table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 0.76rem; line-height: 1.42; font-variant-numeric: tabular-nums lining-nums; }
.plain-table caption { text-align: start; font-size: 0.78rem; color: var(--muted); padding-bottom: 0.6rem; }
.plain-table th, .plain-table td { text-align: start; vertical-align: top; font-weight: 400; padding: 0.5rem 0.8rem 0.55rem 0; border-top: 1px solid var(--hair); }
.plain-table thead th { border-top: 0; border-bottom: 1.5px solid var(--text); font-weight: 600; vertical-align: bottom; padding-top: 0; line-height: 1.35; }
.plain-table tbody tr:last-child > * { border-bottom: 1px solid var(--line); }
.plain-table th.number, .plain-table td.number { text-align: end; padding-inline-end: 1.3rem; }
.plain-table .depth-1 > th { padding-inline-start: 1rem; } .plain-table .depth-2 > th { padding-inline-start: 2rem; } .plain-table .depth-3 > th { padding-inline-start: 3rem; }

.chart { margin: 1.4rem 0 2rem; break-inside: avoid; }
.chart figcaption { font-family: var(--sans); font-size: 0.85rem; font-weight: 600; margin-bottom: 0.7rem; }
.chart svg { display: block; width: min(100%, 54rem); height: auto; }
.chart details { margin-top: 0.6rem; font-family: var(--sans); font-size: 0.76rem; color: var(--muted); }
.banner { font-family: var(--sans); font-size: 0.78rem; font-weight: 700; letter-spacing: 0.12em; text-align: center; padding-top: 1rem; }
.house { display: flex; align-items: center; gap: 0.8rem; font-family: var(--sans); font-size: 0.9rem; font-weight: 600; }
.logo { max-height: 3.2rem; max-width: 14rem; }
.cover.brief h1 { margin-top: 0.6rem; font-size: 2.1rem; }
.subtitle { font-size: 1.25rem; line-height: 1.35; color: var(--muted); max-width: 34em; }
.contents ol ol { margin: 0.2rem 0 0.2rem; border-bottom: 0; grid-column: 2; }
.contents ol ol li { border-top: 0; padding-block: 0.1rem; grid-template-columns: minmax(0, 1fr) auto; align-items: baseline; }
.contents ol ol li::before { content: none; } .contents ol ol li a { grid-column: 1; font-size: 0.88rem; line-height: 1.4rem; }
.sources li ul { list-style: none; padding: 0; margin-top: 0.2rem; } .sources li ul li { padding: 0; margin-bottom: 0.15rem; counter-increment: none; } .sources li ul li::before { content: none; } .sources li ul p { font-family: var(--sans); font-size: 0.76rem; line-height: 1.5; }
ul.also { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; }
.contents ul.also li { display: block; border: 0; padding: 0; counter-increment: none; } .contents ul.also li::before { content: none; } .contents ul.also a { font-size: 0.85rem; }
.legend ul { list-style: none; font-family: var(--sans); font-size: 0.8rem; } .legend p { font-family: var(--sans); font-size: 0.8rem; line-height: 1.5; }
.legend .sides { grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr); } .legend .side .subheading:first-child { margin-top: 0; } .legend .table-frame { margin-top: 0; }
.group + .group { margin-top: 1.2rem; }
/* On paper a hatch would be a picture as large as the page, for every sign. */
@media print { .conditional .sign { background: ${HUES.violet.bg}; border-style: dashed; } }
@media print { .chart details { display: none; } }
@media screen and (max-width: 900px) { .legend .sides { grid-template-columns: minmax(0, 1fr); } }
`
