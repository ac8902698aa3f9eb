/**
 * Styles of an article: text at a reader's measure with notes beside it. Text and notes are both floats, so that notes may
 * run past their paragraph while the next one goes on, and yet no paragraph begins above the notes of the one before.
 */
export const articleStyles = `
.article { border-top: 3px solid var(--accent); padding-top: 1.1rem; margin-top: 5.5rem; }
.article > h2 { font-size: 2rem; line-height: 1.18; letter-spacing: -0.01em; max-width: 24em; margin: 0.5rem 0 0.6rem; }
.article > .byline { font-size: 0.88rem; color: var(--muted); }
.byline .outlet { font-weight: 600; color: var(--text); }
.article > .facts { margin: 1rem 0 0; padding: 0.75rem 0; border-block: 1px solid var(--hair); }

.flow { --measure: 37rem; --number: 1.9rem; display: flow-root; margin-top: 2rem; }
.flow > .t { float: left; clear: left; width: var(--measure); padding-inline-start: var(--number); position: relative; font-size: 1.06rem; line-height: calc(1.58em + (var(--lanes, 1) - 1) * 2.5px); margin-bottom: 1em; white-space: pre-wrap; }
.flow > .notes { float: right; clear: right; width: calc(100% - var(--measure) - 2.4rem); }
.flow.rtl > .t { float: right; clear: right; }
.flow.rtl > .notes { float: left; clear: left; }
.flow > .tight { margin-top: -0.75em; }
.flow > .headline { font-weight: 600; }
.omitted::before { content: '[…]'; color: #6f6b63; font-family: var(--sans); font-size: 0.8em; }
.flow > p.t::before { content: attr(data-n); position: absolute; inset-inline-start: 0; top: 0.35em; font-family: var(--sans); font-size: 0.66rem; line-height: 1.5; color: #6f6b63; font-variant-numeric: tabular-nums; }

mark { color: inherit; padding-block: 0.06em calc(0.1em + var(--lanes, 1) * 3px - 1px); -webkit-box-decoration-break: clone; box-decoration-break: clone;
  background-color: transparent;
  background-image: linear-gradient(var(--l0, #0000) 0 0), linear-gradient(var(--l1, #0000) 0 0), linear-gradient(var(--l2, #0000) 0 0), linear-gradient(var(--l3, #0000) 0 0), linear-gradient(color-mix(in srgb, var(--w) 55%, #0000) 0 0);
  background-repeat: no-repeat;
  background-size: 100% 2px, 100% 2px, 100% 2px, 100% 2px, 100% min(var(--wash-height, 99em), 100% - var(--lanes, 1) * 3px + 1px);
  background-position: 0 calc(100% - (var(--lanes, 1) - 1) * 3px), 0 calc(100% - (var(--lanes, 1) - 2) * 3px), 0 calc(100% - (var(--lanes, 1) - 3) * 3px), 0 100%, 0 calc(100% - var(--lanes, 1) * 3px + 1px); }
/* Faces with tall boxes: the background must not reach into the line above. */
mark:lang(fa), mark:lang(ar), mark:lang(ps), mark:lang(prs), mark:lang(sd), mark:lang(ckb) { --wash-height: 1.5em; }
mark:lang(ur), mark:lang(ks) { --wash-height: 1.9em; }
.ref { text-decoration: none; unicode-bidi: isolate; direction: ltr; white-space: nowrap; }
.ref::after { content: '\\2060' attr(data-ref); font-family: var(--sans); font-size: 0.62em; font-weight: 600; line-height: 0; vertical-align: 0.55em; padding-inline: 0.12em 0.1em; color: var(--ink); font-variant-numeric: tabular-nums; }
.ref:hover::after { text-decoration: underline; }
.at { scroll-margin-top: 4rem; }
.at:target + mark, .at:target + .at + mark, .note:target, .quote:target, tr:target { outline: 2px solid #2e66b5; outline-offset: 2px; }

.note { font-size: 0.74rem; line-height: 1.42; padding: 0 0 0 0.7rem; border-left: 2px solid var(--strong); margin-bottom: 0.72rem; break-inside: avoid; text-wrap: wrap; }
.note > * + * { margin-top: 0.1rem; }
.note-head { font-size: 0.74rem; line-height: 1.5; }
.who b { font-weight: 600; }
.how { color: var(--muted); }
.issues { color: var(--text); }
.behalf, .unknown { color: var(--muted); }
.unknown { font-style: italic; }
.terms i { color: var(--muted); }
.translation { font-family: var(--serif); font-size: 1.08em; line-height: 1.4; }
.translation::before { content: '\\2018'; } .translation::after { content: '\\2019'; }

.flow > .excerpt { border-inline-start: 2px solid var(--strong); padding-inline-start: 1rem; }
.hang { text-indent: -0.42em; }
.misplaced { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.misplaced > p { font-size: 0.85rem; max-width: 40rem; color: var(--muted); margin-top: 0.4rem; }

:lang(ar), :lang(fa), :lang(prs), :lang(ps), :lang(ug), :lang(sd), :lang(ckb) { font-family: var(--naskh); }
:lang(ur), :lang(ks) { font-family: var(--nastaliq); }
:lang(hi), :lang(mr), :lang(ne), :lang(sa) { font-family: var(--devanagari); }
:lang(zh), :lang(zh-Hans) { font-family: var(--chinese); line-break: strict; }
:lang(zh-Hant), :lang(zh-TW), :lang(zh-HK) { font-family: var(--chinese-hant); }
:lang(ja) { font-family: var(--japanese); line-break: strict; }
:lang(ko) { font-family: var(--korean); }
h1[dir='rtl'], h2[dir='rtl'] { margin-left: auto; }
h2:lang(ur), h2:lang(ks), h1:lang(ur), h1:lang(ks) { line-height: 1.9; font-weight: 600; }
.flow > .t:lang(ur), .flow > .t:lang(ks) { line-height: 2.35; }
.flow > .t:lang(fa), .flow > .t:lang(ps), .flow > .t:lang(prs), .flow > .t:lang(ar) { font-size: 1.16rem; line-height: 1.85; }
.flow > .t:lang(zh), .flow > .t:lang(ja), .flow > .t:lang(ko) { line-height: 1.85; }
bdi:lang(ur), bdi:lang(ks), bdi:lang(fa), bdi:lang(ar), bdi:lang(ps), bdi:lang(prs) { line-height: 1.3; }
`
