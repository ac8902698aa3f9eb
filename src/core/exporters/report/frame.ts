/** The document around every kind of report: one file that needs nothing else, no script, no request, its own policy as the first thing in its head. */
import { documentOf, markup, Markup, styleElement, titleElement } from '../html/markup.ts'
import { say } from '../../messages.ts'
import { styleSheet } from '../styles/sheet.ts'

/** Nothing may be loaded or run; styles and pictures stand in the file. */
export const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** The language the report's own words are in. */
const LANGUAGE = 'en'

/** `styles` come after those that all reports share. */
export function documentFrame(title: string, body: Markup, styles = ''): string {
  const head = [
    new Markup(`<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">`),
    markup`<meta charset="utf-8">`,
    markup`<meta name="referrer" content="no-referrer">`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    markup`<meta name="color-scheme" content="only light">`,
    markup`<meta name="generator" content="Parley">`,
    titleElement(title),
    styleElement(styleSheet(title, say('report.page')) + styles),
  ]
  return String(documentOf(head, body, LANGUAGE))
}
