/** The one style sheet of a report. The only foreign text in it is the running title, which passes through `cssString`. */
import { cssString } from '../html/markup.ts'
import { clipped } from '../report/words.ts'
import { articleStyles } from './article-styles.ts'
import { mediaStyles } from './media-styles.ts'
import { pageStyles } from './page-styles.ts'
import { tableStyles } from './table-styles.ts'

/** Longest running title, in UTF-16 units. */
const RUNNING_TITLE = 90

/** `pageWord` stands before the number of a page. */
export function styleSheet(title: string, pageWord: string): string {
  const running = clipped(title, RUNNING_TITLE)
  const head = "font: 7.5pt system-ui, 'Segoe UI', 'Noto Sans', sans-serif; color: #55524b;"
  const pages = `
@page { @top-left { content: ${cssString(running)}; ${head} } @bottom-right { content: ${cssString(`${pageWord} `)} counter(page) " / " counter(pages); ${head} font-variant-numeric: tabular-nums; } }
@page :first { @top-left { content: none; } @bottom-right { content: none; } }
`
  return [pageStyles, articleStyles, tableStyles, mediaStyles, pages].join('').trim()
}
