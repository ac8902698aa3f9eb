/** Paragraph styles by role. Sizes in half points, spaces in twips, lines in 240ths of a line. */
import { ACCENT, HAIR, INK, LINE, MUTED } from './colours.ts'
import { SANS } from './fonts.ts'
import { hex } from './runs.ts'

interface StyleLook {
  readonly id: string
  readonly name: string
  readonly based?: string
  readonly next?: string
  /** Complex script is drawn larger: its letters are smaller at the same size. */
  readonly size?: number
  readonly line?: number
  readonly before?: number
  readonly after?: number
  readonly sans?: boolean
  readonly bold?: boolean
  readonly italic?: boolean
  readonly colour?: string
  readonly outline?: number
  readonly keepNext?: boolean
  readonly above?: { readonly size: number; readonly colour: string; readonly space: number }
  readonly below?: { readonly size: number; readonly colour: string; readonly space: number }
  readonly tabs?: string
  readonly indent?: string
  readonly centred?: boolean
  readonly spread?: number
  readonly caps?: boolean
}

/** Where the right tab of heads, feet and contents stands: the width of the text on A4; Letter is a little wider. */
const EDGE = 9_298
const rightTab = `<w:tab w:val="right" w:pos="${EDGE}"/>`

const LIST: readonly StyleLook[] = [
  { id: 'Bodytext', name: 'Body Text', line: 317, after: 130 },
  { id: 'Title', name: 'Title', next: 'Bodytext', size: 60, line: 264, before: 200, after: 160, keepNext: true },
  { id: 'Subtitle', name: 'Subtitle', next: 'Bodytext', size: 28, line: 288, after: 200, colour: MUTED },
  {
    id: 'Kicker',
    name: 'Kicker',
    sans: true,
    size: 17,
    bold: true,
    colour: ACCENT,
    caps: true,
    spread: 16,
    before: 1_600,
    above: { size: 36, colour: ACCENT, space: 14 },
  },
  { id: 'Logo', name: 'Logo', after: 80 },
  { id: 'House', name: 'House', sans: true, size: 22, bold: true, after: 0 },
  { id: 'Library', name: 'Library', size: 24, colour: MUTED, after: 200 },
  {
    id: 'Covernumbers',
    name: 'Cover numbers',
    sans: true,
    size: 18,
    colour: MUTED,
    before: 480,
    after: 240,
    above: { size: 4, colour: LINE, space: 9 },
    below: { size: 4, colour: LINE, space: 9 },
  },
  {
    id: 'Fact',
    name: 'Fact',
    sans: true,
    size: 18,
    line: 276,
    after: 50,
    tabs: '<w:tab w:val="left" w:pos="1980"/>',
    indent: 'w:left="1980" w:hanging="1980"',
  },
  { id: 'Coverfact', name: 'Cover fact', based: 'Fact', size: 19, after: 70 },
  {
    id: 'Heading1',
    name: 'heading 1',
    next: 'Bodytext',
    size: 40,
    line: 264,
    before: 640,
    after: 160,
    keepNext: true,
    outline: 0,
    above: { size: 18, colour: ACCENT, space: 12 },
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    next: 'Bodytext',
    size: 28,
    line: 264,
    before: 400,
    after: 130,
    keepNext: true,
    outline: 1,
    below: { size: 6, colour: INK, space: 4 },
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    next: 'Bodytext',
    size: 23,
    bold: true,
    line: 264,
    before: 300,
    after: 90,
    keepNext: true,
    outline: 2,
  },
  { id: 'Subheading', name: 'Subheading', next: 'Bodytext', sans: true, size: 19, bold: true, before: 240, after: 90, keepNext: true },
  { id: 'Columnhead', name: 'Column head', next: 'Bodytext', sans: true, size: 20, bold: true, before: 160, after: 120, keepNext: true },
  { id: 'Lead', name: 'Lead', sans: true, size: 19, line: 288, after: 160, colour: MUTED },
  { id: 'Empty', name: 'Empty', based: 'Lead', before: 120 },
  { id: 'Small', name: 'Small', sans: true, size: 17, line: 276, after: 80 },
  { id: 'Byline', name: 'Byline', sans: true, size: 18, line: 276, after: 120, colour: MUTED },
  { id: 'Record', name: 'Record', sans: true, size: 16, line: 264, after: 100, colour: MUTED },
  { id: 'Quotehead', name: 'Quote head', sans: true, size: 18, line: 276, after: 20, keepNext: true },
  { id: 'Quote', name: 'Quote', size: 21, line: 307, after: 30 },
  { id: 'Translation', name: 'Translation', size: 19, line: 288, after: 30, colour: MUTED },
  { id: 'Quoteline', name: 'Quote line', sans: true, size: 17, line: 276 },
  { id: 'Citation', name: 'Citation', sans: true, size: 17, line: 276, colour: MUTED },
  { id: 'Articletext', name: 'Article text', size: 22, line: 336, before: 130, after: 0 },
  { id: 'Articleheadline', name: 'Article headline', based: 'Articletext', bold: true },
  { id: 'Caption', name: 'caption', sans: true, size: 18, line: 264, before: 200, after: 100, colour: MUTED, keepNext: true },
  { id: 'Figure', name: 'Figure', after: 200 },
  { id: 'Tabletext', name: 'Table text', sans: true, size: 17, line: 259 },
  { id: 'Tabletextquiet', name: 'Table text, silent', based: 'Tabletext', colour: MUTED },
  { id: 'Tablenarrow', name: 'Table text, narrow', sans: true, size: 15, line: 252 },
  { id: 'Tablenarrowquiet', name: 'Table text, narrow, silent', based: 'Tablenarrow', colour: MUTED },
  { id: 'Cellquote', name: 'Table quote', size: 18, line: 269, before: 30, after: 30 },
  { id: 'Tablehead', name: 'Table head', sans: true, size: 17, bold: true, line: 250 },
  { id: 'Tableheadnarrow', name: 'Table head, narrow', sans: true, size: 15, bold: true, line: 250 },
  { id: 'TOCHeading', name: 'TOC Heading', next: 'Bodytext', size: 40, after: 240, keepNext: true },
  { id: 'TOC1', name: 'toc 1', size: 22, before: 130, after: 40, tabs: rightTab },
  { id: 'TOC2', name: 'toc 2', sans: true, size: 18, after: 40, tabs: rightTab, indent: 'w:left="340"' },
  { id: 'Header', name: 'header', sans: true, size: 16, colour: MUTED, tabs: rightTab, below: { size: 4, colour: HAIR, space: 5 } },
  { id: 'Footer', name: 'footer', sans: true, size: 16, colour: MUTED, tabs: rightTab, before: 60 },
  { id: 'Banner', name: 'Banner', sans: true, size: 17, bold: true, caps: true, spread: 14, centred: true, before: 40, after: 80 },
  { id: 'CommentText', name: 'annotation text', sans: true, size: 19, after: 40 },
  { id: 'Gap', name: 'Gap', size: 8, line: 240 },
]

export const paragraphStyles = (): string =>
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' + LIST.map(style).join('')

function style(look: StyleLook): string {
  const border = (side: 'top' | 'bottom', line: StyleLook['above']): string =>
    line === undefined ? '' : `<w:${side} w:val="single" w:sz="${line.size}" w:space="${line.space}" w:color="${hex(line.colour)}"/>`
  const borders = border('top', look.above) + border('bottom', look.below)
  const paragraphLook =
    (look.keepNext === true ? '<w:keepNext/><w:keepLines/>' : '') +
    (borders === '' ? '' : `<w:pBdr>${borders}</w:pBdr>`) +
    (look.tabs === undefined ? '' : `<w:tabs>${look.tabs}</w:tabs>`) +
    spacing(look) +
    (look.indent === undefined ? '' : `<w:ind ${look.indent}/>`) +
    (look.centred === true ? '<w:jc w:val="center"/>' : '') +
    (look.outline === undefined ? '' : `<w:outlineLvl w:val="${look.outline}"/>`)
  const runLook =
    (look.sans === true ? `<w:rFonts w:ascii="${SANS}" w:hAnsi="${SANS}"/>` : '') +
    (look.bold === true ? '<w:b/><w:bCs/>' : '') +
    (look.italic === true ? '<w:i/>' : '') +
    (look.caps === true ? '<w:caps/>' : '') +
    (look.colour === undefined ? '' : `<w:color w:val="${hex(look.colour)}"/>`) +
    (look.spread === undefined ? '' : `<w:spacing w:val="${look.spread}"/>`) +
    (look.size === undefined ? '' : `<w:sz w:val="${look.size}"/><w:szCs w:val="${Math.round(look.size * 1.1)}"/>`)
  return (
    `<w:style w:type="paragraph" w:styleId="${look.id}"><w:name w:val="${look.name}"/><w:basedOn w:val="${look.based ?? 'Normal'}"/>` +
    (look.next === undefined ? '' : `<w:next w:val="${look.next}"/>`) +
    `<w:uiPriority w:val="10"/><w:qFormat/><w:pPr>${paragraphLook}</w:pPr><w:rPr>${runLook}</w:rPr></w:style>`
  )
}

function spacing({ before, after, line }: StyleLook): string {
  const values = [
    before === undefined ? '' : ` w:before="${before}"`,
    after === undefined ? '' : ` w:after="${after}"`,
    line === undefined ? '' : ` w:line="${line}" w:lineRule="auto"`,
  ].join('')
  return values === '' ? '' : `<w:spacing${values}/>`
}
