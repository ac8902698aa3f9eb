/**
 * The elements around the text: a scroller with a slot before and behind the page, the page with article and margin, and the
 * hidden help. The slots belong to the owner of the surface (a React portal goes well into them).
 */
import { blocksOf } from './blocks.ts'
import { paragraphs } from '../../../shared/text/paragraphs.ts'
import { element } from './dom.ts'
import { TextDom } from './text-dom.ts'
import type { ReaderSurfaceOptions } from './types.ts'

export interface Frame {
  scroller: HTMLElement
  /** Slot before the text, scrolling with it. */
  header: HTMLElement
  /** Slot behind the text. */
  footer: HTMLElement
  margin: HTMLElement
  dom: TextDom
}

let made = 0

/** Builds the frame and the text into `host`, in place of what was there. */
export function buildFrame(host: HTMLElement, { text, language, direction, strings }: ReaderSurfaceOptions): Frame {
  const help = element('p', 'rs-hidden', { id: `rs-help-${++made}` })
  help.textContent = strings.help
  const scroller = element('div', 'rs', { dir: direction })
  const header = element('div', 'rs-header')
  const footer = element('div', 'rs-footer')
  const page = element('div', 'rs-page')
  const article = element('article', 'rs-text', {
    tabindex: '0',
    lang: language,
    'aria-label': strings.label,
    'aria-describedby': help.id,
    'data-reading': '',
  })
  const margin = element('div', 'rs-margin', { role: 'group', 'aria-label': strings.margin, dir: direction })
  const dom = new TextDom(article, text, blocksOf(text, paragraphs(text), direction), direction)
  // In the text's own column, so that a heading stands flush with it whatever the script and the width.
  page.append(header, article, margin, footer)
  scroller.append(page, help)
  host.replaceChildren(scroller)
  return { scroller, header, footer, margin, dom }
}
