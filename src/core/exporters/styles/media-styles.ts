/** Narrow screens, where notes go below their paragraph. */
export const mediaStyles = `
@media screen and (max-width: 900px) {
  body { padding-inline: 1.2rem; }
  .cover h1 { font-size: 2rem; } .article > h2 { font-size: 1.6rem; }
  .plain-table:not([data-columns='2'], [data-columns='3']) { min-width: 44rem; }
  .facts > div { grid-template-columns: minmax(0, 1fr); } .facts { gap: 0.5rem; } .facts dt { font-size: 0.72rem; }
  .flow { --number: 1.5rem; }
  .flow > .t, .flow.rtl > .t, .flow > .notes, .flow.rtl > .notes { float: none; width: auto; }
  .flow > .notes { margin: -0.2rem 0 1.4rem; margin-inline-start: var(--number); padding: 0.8rem 0.8rem 0.15rem; background: var(--sunken); }
}
`
