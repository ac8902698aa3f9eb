/** A whole report as one HTML file that needs nothing else: no script, no request; its own policy is the first thing in its head. */
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { say } from '../../messages.ts'
import { plain } from '../document/inlines.ts'
import type { ReportDocument, Section } from '../document/model.ts'
import { styleSheet } from '../styles/sheet.ts'
import { blocks, facts } from './blocks.ts'
import { inlines, lineAttrs } from './inline.ts'
import { anchor, attrs, documentOf, markup, Markup, pictureData, styleElement, titleElement, type Attributes } from './markup.ts'
import { bdi } from './text.ts'

/** UTF-16 units of a title from which on it is set smaller, so that it leaves the title page its facts. */
const LONG_TITLE = 160

/** Nothing may be loaded or run; styles and pictures stand in the file. */
export const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** The language the report's own words are in. */
const LANGUAGE = 'en'

export function renderHtml(document: ReportDocument): string {
  const { kind, title, look, sections, appendix, hasContents } = document
  const head = [
    new Markup(`<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">`),
    markup`<meta charset="utf-8">`,
    markup`<meta name="referrer" content="no-referrer">`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    markup`<meta name="color-scheme" content="only light">`,
    markup`<meta name="generator" content="Parley">`,
    titleElement(title),
    styleElement(styleSheet(document, say('report.page'))),
  ]
  const body = markup`<body class="${kind}"${attrs({ 'data-page': look.pageSize })}>
${look.banner !== '' && markup`<p class="banner">${bdi(look.banner)}</p>`}
${cover(document)}${hasContents && contents(document)}<main>
${sections.map((section) => sectionOf(section, 2))}</main>
${appendix.length > 0 && markup`<div class="appendix">${appendix.map((section) => sectionOf(section, 2))}</div>`}
</body>`
  return String(documentOf(head, body, LANGUAGE))
}

function cover({ title, titleLanguage, subtitle, libraryName, look, cover: page }: ReportDocument): Markup {
  const house =
    (look.house !== '' || look.logo !== null) &&
    markup`<p class="house">${look.logo && markup`<img class="logo" src="${pictureData(look.logo)}" alt="">`}${look.house !== '' && bdi(look.house)}</p>`
  return markup`<header class="${page === null ? 'cover brief' : 'cover'}">
${house}${page && markup`<p class="kicker">${page.kicker}</p>`}
<h1${attrs({ class: title.length > LONG_TITLE ? 'long' : null, lang: titleLanguage, dir: firstStrongDirection(title) })}>${title}</h1>
${subtitle !== null && markup`<p class="subtitle"${attrs({ dir: firstStrongDirection(subtitle) })}>${subtitle}</p>`}
${page && libraryName.trim() !== '' && libraryName !== title && markup`<p class="library"><span class="library-label">${say('report.cover.library')}</span> ${bdi(libraryName)}</p>`}
${page && page.numbers.length > 0 && markup`<ul class="numbers">${page.numbers.map(({ value, label }) => markup`<li><b>${value}</b> ${label}</li>`)}</ul>`}
${page && facts(page.facts)}
</header>
`
}

/** What follows, with links. Nothing for a single section. */
function contents({ sections, appendix }: ReportDocument): Markup | null {
  if (sections.length + sections.flatMap((section) => section.sections ?? []).length < 2) return null
  return markup`<nav class="contents" aria-labelledby="contents-title">
<h2 id="contents-title">${say('report.contents')}</h2>
<ol>${sections.map((section) => entry(section))}</ol>
${appendix.length > 0 && markup`<ul class="also">${appendix.map(({ id, heading }) => markup`<li><a href="${anchor(id)}">${inlines(heading)}</a></li>`)}</ul>`}
</nav>
`
}

function entry({ id, heading, aside, sections = [] }: Section): Markup {
  const name = plain(heading)
  return markup`<li><a href="${anchor(id)}"${attrs({ dir: firstStrongDirection(name) })}>${name}</a>${aside !== undefined && markup` <span class="byline">${aside}</span>`}${
    sections.length > 0 && markup`<ol>${sections.map((section) => entry({ ...section, sections: [] }))}</ol>`
  }</li>
`
}

function sectionOf(section: Section, level: 2 | 3 | 4): Markup {
  const { id, heading, blocks: inside, sections = [], page = false, look = 'plain' } = section
  const title = `${id}-title`
  return markup`<section class="${page ? `${look} new-page` : look}" id="${id}" aria-labelledby="${title}">
${headingOf(inlines(heading), lineAttrs(heading, { id: title }), level)}
${blocks(inside)}${sections.map((inner) => sectionOf(inner, level === 2 ? 3 : 4))}</section>
`
}

function headingOf(words: Markup, own: Attributes, level: 2 | 3 | 4): Markup {
  if (level === 2) return markup`<h2${own}>${words}</h2>`
  return level === 3 ? markup`<h3${own}>${words}</h3>` : markup`<h4${own}>${words}</h4>`
}
