/** Styles of the page as a whole: type, first page, contents, legend, appendix. */
import { HUES } from './palette.ts'

export const pageStyles = `
:root {
  color-scheme: only light;
  --paper: #fbfaf7; --text: #1c1b19; --muted: #55524b; --hair: #d9d4c8; --line: #8a867c; --accent: #1f4a86; --sunken: #f4f2ec;
  --serif: Charter, 'Bitstream Charter', 'Source Serif 4', 'Source Serif Pro', 'Iowan Old Style', Georgia, Cambria, 'Noto Serif', 'Noto Naskh Arabic', 'Songti SC', 'Noto Serif CJK SC', 'Liberation Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, 'Noto Naskh Arabic', 'Noto Sans CJK SC', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace;
  --naskh: 'Noto Naskh Arabic', 'Geeza Pro', 'Sakkal Majalla', 'Traditional Arabic', 'Times New Roman', serif;
  --nastaliq: 'Noto Nastaliq Urdu', 'Jameel Noori Nastaleeq', 'Urdu Typesetting', var(--naskh);
  --devanagari: 'Noto Serif Devanagari', 'Kohinoor Devanagari', 'Nirmala UI', 'Mangal', var(--serif);
  --chinese: Charter, Georgia, 'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', 'SimSun', 'Noto Serif', serif;
  --chinese-hant: Charter, Georgia, 'Songti TC', 'Source Han Serif TC', 'Noto Serif CJK TC', 'PMingLiU', 'Noto Serif', serif;
  --japanese: Charter, Georgia, 'Hiragino Mincho ProN', 'Yu Mincho', 'Noto Serif CJK JP', 'Noto Serif', serif;
  --korean: Charter, Georgia, 'Apple Myungjo', 'Batang', 'Noto Serif CJK KR', 'Noto Serif', serif;
  --signs: 'Noto Sans Symbols 2', 'Segoe UI Symbol', 'Apple Symbols', var(--sans);
}
* { box-sizing: border-box; }
html { font-size: 17px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; background: var(--paper); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
body { margin: 0 auto; padding: 0 2rem 6rem; max-width: 68rem; color: var(--text); font-family: var(--serif); line-height: 1.5; hyphens: none; overflow-wrap: break-word; font-kerning: normal; text-wrap: pretty; }
h1, h2, h3, h4 { font-weight: 600; line-height: 1.2; margin: 0; text-wrap: balance; }
h2 { font-size: 1.6rem; letter-spacing: -0.005em; }
h3 { font-size: 1.15rem; }
p, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; }
a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid #2e66b5; outline-offset: 2px; border-radius: 2px; }
b, strong { font-weight: 600; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.kicker, dt, .role, .note, .byline, table, .numbers, .facts, .record, .lead, .keys, .contents .byline, .also, .side-count, .silent-parties, .citation, .counted, figcaption, .note-head { font-family: var(--sans); }
.kicker { font-size: 0.72rem; font-weight: 600; letter-spacing: 0.09em; text-transform: uppercase; color: var(--accent); }
.dot { color: var(--line); }
.date, .number, .numbers b, .counted, .record { font-variant-numeric: tabular-nums lining-nums; }
.lead, .empty { max-width: 40rem; font-size: 0.85rem; line-height: 1.55; color: var(--muted); }
.empty { padding-block: 1rem; }

.cover { border-top: 5px solid var(--accent); padding-top: 1.5rem; margin-top: 3rem; }
.cover h1 { font-size: 2.7rem; line-height: 1.12; letter-spacing: -0.015em; max-width: 22em; margin: 2.2rem 0 0.9rem; }
.cover .library { font-size: 1.1rem; color: var(--muted); }
.cover .library-label { font-style: italic; }
.cover .numbers { list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem 2.4rem; margin: 2.4rem 0 0; padding: 0.9rem 0; border-block: 1px solid var(--line); font-size: 0.82rem; color: var(--muted); }
.cover .numbers b { font-family: var(--serif); font-size: 1.55rem; font-weight: 400; color: var(--text); margin-inline-end: 0.2rem; letter-spacing: -0.01em; }
.cover .facts { margin-top: 1.1rem; }
.facts { font-size: 0.8rem; line-height: 1.5; display: grid; gap: 0.3rem; }
.facts > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); }
.facts dt { color: var(--muted); }
.plain, .inline { list-style: none; }
.inline li { display: inline; }
.inline li + li::before { content: ' · '; color: var(--line); }

.contents { margin-top: 4rem; }
.contents ol { list-style: none; counter-reset: entry; margin-top: 1rem; border-bottom: 1px solid var(--hair); }
.contents li { counter-increment: entry; display: grid; grid-template-columns: 2.2rem minmax(0, 1fr); padding: 0.55rem 0 0.6rem; border-top: 1px solid var(--hair); break-inside: avoid; }
.contents li::before { content: counter(entry); grid-row: span 2; font-family: var(--sans); font-size: 0.8rem; line-height: 1.6rem; color: var(--muted); font-variant-numeric: tabular-nums; }
.contents li a { grid-column: 2; justify-self: start; max-width: 100%; text-align: start; font-size: 1.02rem; line-height: 1.6rem; color: var(--text); text-decoration-color: var(--hair); }
.contents li a:lang(ur), .contents li a:lang(ks) { line-height: 2.5rem; }
.contents .byline, .also { grid-column: 2; font-size: 0.76rem; line-height: 1.5; color: var(--muted); }
.contents.comparison li { grid-template-columns: minmax(0, 1fr) auto; align-items: baseline; padding-block: 0.32rem; }
.contents.comparison li::before { content: none; } .contents.comparison li a { grid-column: 1; } .contents.comparison .also { margin-inline-start: 0; }
.contents .also { margin: 0.7rem 0 0 2.2rem; }

.legend { margin-top: 4rem; }
.legend table { width: 100%; border-collapse: collapse; font-size: 0.8rem; line-height: 1.45; }
.legend caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.legend th, .legend td { text-align: start; vertical-align: top; padding: 0.42rem 0.7rem 0.42rem 0; border-top: 1px solid var(--hair); font-weight: 400; }
.legend thead th { border-top: 0; border-bottom: 1px solid var(--line); color: var(--muted); font-size: 0.72rem; padding-top: 0; }
.legend tbody th { font-weight: 600; white-space: nowrap; }
.legend .number { text-align: end; padding-inline-end: 0; }
.keys { font-size: 0.8rem; line-height: 1.5; }
.keys h3 { font-family: var(--sans); font-size: 0.72rem; font-weight: 400; color: var(--muted); border-bottom: 1px solid var(--line); padding-bottom: 0.42rem; margin-bottom: 0.42rem; line-height: 1.45; }
.keys h3 ~ h3 { margin-top: 1.3rem; }
.keys ul { list-style: none; }
.keys li { display: grid; grid-template-columns: 8.6rem minmax(0, 1fr); padding-block: 0.12rem; }
.explained { color: var(--muted); }

.letter { display: inline-block; min-width: 1.45em; padding: 0 0.3em; text-align: center; font-family: var(--sans); font-weight: 600; line-height: 1.45; color: var(--ink); background: var(--bg); border-bottom: 2px solid var(--strong); }
.badge { display: inline-block; padding: 0 0.4em; font-family: var(--sans); font-weight: 600; line-height: 1.5; color: var(--ink); background: var(--bg); border-bottom: 2px solid var(--strong); text-decoration: none; font-variant-numeric: tabular-nums; white-space: nowrap; unicode-bidi: isolate; direction: ltr; }
.badge:hover { text-decoration: underline; }
.dots { font-family: var(--signs); letter-spacing: 0.04em; color: var(--muted); white-space: nowrap; font-size: 0.8em; line-height: 1; unicode-bidi: isolate; direction: ltr; }
.important { color: #7a5200; white-space: nowrap; }
.stance { white-space: nowrap; font-weight: 600; }
.sign { display: inline-block; width: 1.4em; height: 1.4em; line-height: 1.3em; text-align: center; vertical-align: -0.12em; font-weight: 600; border: 1px solid; }
.supports { color: ${HUES.blue.ink}; } .supports .sign { background: ${HUES.blue.bg}; }
.opposes { color: ${HUES.vermilion.ink}; } .opposes .sign { background: ${HUES.vermilion.bg}; }
.conditional { color: ${HUES.violet.ink}; } .conditional .sign { background: repeating-linear-gradient(135deg, ${HUES.violet.bg} 0 3px, ${HUES.violet.bg}66 3px 5px); }
.neutral { color: ${HUES.grey.ink}; } .neutral .sign { background: ${HUES.grey.bg}; }
.declined { color: var(--muted); } .declined .sign { border-radius: 50%; color: transparent; border: 2px solid var(--line); }
.silence { color: var(--muted); }

.appendix { margin-top: 5rem; }
.sources, .method { border-top: 3px solid var(--accent); padding-top: 1.1rem; margin-top: 4rem; }
.sources .lead { margin-top: 0.8rem; }
.sources ol { list-style: none; counter-reset: entry; margin-top: 1.4rem; }
.sources li { counter-increment: entry; position: relative; padding: 0 0 0 2.2rem; margin-bottom: 1.3rem; break-inside: avoid; max-width: 52rem; }
.sources li::before { content: counter(entry); position: absolute; inset-inline-start: 0; top: 0.1rem; font-family: var(--sans); font-size: 0.8rem; color: var(--muted); font-variant-numeric: tabular-nums; }
.sources cite { font-style: normal; font-weight: 600; unicode-bidi: isolate; }
.sources li > p { font-size: 0.8rem; line-height: 1.5; font-family: var(--sans); }
.sources li > p:first-child { font-family: var(--serif); font-size: 1rem; }
.sources li > p:first-child a { color: var(--text); text-decoration-color: var(--hair); }
.sources cite:lang(ur), .sources cite:lang(ks) { line-height: 2.3; }
.sources .record { color: var(--muted); font-size: 0.74rem; }
code { font-family: var(--mono); font-size: 0.92em; overflow-wrap: anywhere; }
.url { overflow-wrap: anywhere; }
.method .facts { margin-top: 1.4rem; padding-top: 1rem; border-top: 1px solid var(--hair); }
`
