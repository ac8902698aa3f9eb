/** The one style sheet of a report. The only foreign text in it are running head and foot, which pass through `cssString`. */
import type { ReportLook } from '../../../shared/domain/report.ts'
import { cssString } from '../html/markup.ts'
import { clipped } from '../report/words.ts'
import { articleStyles } from './article-styles.ts'
import { blockStyles } from './block-styles.ts'
import { mediaStyles } from './media-styles.ts'
import { pageStyles } from './page-styles.ts'
import { printStyles } from './print-styles.ts'
import { tableStyles } from './table-styles.ts'

/** Longest running title and name of a house, in UTF-16 units: they share a line. */
const RUNNING_TITLE = 80
const RUNNING_HOUSE = 40

/** Sheets with their margins; `title` is what the margins leave of the height, less a line. */
const SHEETS = {
  a4: { size: 'A4', title: '246mm' },
  letter: { size: 'Letter', title: '228mm' },
} as const

const small = 'font: 7.5pt var(--sans); color: #55524b;'
const head = `${small} vertical-align: bottom; padding-bottom: 2mm; border-bottom: 0.4pt solid #d9d4c8; margin-bottom: 5mm;`
const foot = `${small} vertical-align: top; padding-top: 5mm;`
const banner = 'font: 600 7.5pt var(--sans); letter-spacing: 0.03em; color: #1c1b19; text-align: center;'

/** `pageWord` stands before the number of a page. */
export function styleSheet({ title, look }: { readonly title: string; readonly look: ReportLook }, pageWord: string): string {
  return [pageStyles, articleStyles, tableStyles, blockStyles, mediaStyles, printStyles, pages(title, look, pageWord)].join('').trim()
}

/** Sheets, and what stands above and below the text of each: a classification on all of them, the rest on all but the first. */
function pages(title: string, look: ReportLook, pageWord: string): string {
  const { size, title: titlePage } = SHEETS[look.pageSize]
  const running = cssString(clipped(title, RUNNING_TITLE))
  const house = cssString(clipped(look.house, RUNNING_HOUSE))
  const isMarked = look.banner !== ''
  const marking = isMarked ? cssString(look.banner) : 'none'
  // With a classification between them, title and house keep to their sides.
  const [left, middle, right] = isMarked ? ['32%', '36%', '32%'] : ['70%', '0', '30%']
  const number = `${cssString(`${pageWord} `)} counter(page) " / " counter(pages)`
  return `
:root { --title-page: ${titlePage}; }
@page { size: ${size}; margin: 24mm 19mm 22mm;
  @top-left { content: ${running}; ${head} text-align: left; width: ${left}; }
  @top-center { content: ${marking}; ${head} ${banner} width: ${middle}; }
  @top-right { content: ${house}; ${head} text-align: right; width: ${right}; }
  @bottom-left { content: ""; width: 25%; }
  @bottom-center { content: ${marking}; ${foot} ${banner} width: 50%; }
  @bottom-right { content: ${number}; ${foot} text-align: right; font-variant-numeric: tabular-nums; width: 25%; }
}
@page :first {
  @top-left { content: none; } @top-right { content: none; } @bottom-right { content: none; }
  @top-center { border-bottom: 0; width: 100%; } @bottom-center { width: 100%; }
}
`
}
