/**
 * A stretch of text on its way to the clipboard, as text and as HTML: its paragraphs, each in its own direction, and nothing else. Ids,
 * marks, names and addresses of the page stay here.
 */
import { xmlText } from '../../shared/text/xml-text.ts'
import { isTyping } from './keys.ts'

/** `language` as a BCP 47 tag; '' where it is not known. */
export function copiedQuote(text: string, language: string): string {
  const lang = language === '' ? '' : ` lang="${xmlText(language)}"`
  const paragraphs = text.split(/\n/).filter((paragraph) => paragraph.trim() !== '')
  return paragraphs.map((paragraph) => `<p${lang} dir="auto">${xmlText(paragraph)}</p>`).join('')
}

/** Copies whatever is selected in the window in this way, where the place it is in has no better one. Returns how to stop. */
export function watchCopying(): () => void {
  const onCopy = (event: ClipboardEvent): void => {
    const selection = document.getSelection()
    if (event.defaultPrevented || event.clipboardData === null || isTyping(event.target) || !selection || selection.isCollapsed) return
    const text = selection.toString()
    const node = selection.getRangeAt(0).commonAncestorContainer
    const place = node instanceof Element ? node : node.parentElement
    event.clipboardData.setData('text/plain', text)
    event.clipboardData.setData('text/html', copiedQuote(text, place?.closest<HTMLElement>('[lang]')?.lang ?? ''))
    event.preventDefault()
  }
  window.addEventListener('copy', onCopy)
  return () => window.removeEventListener('copy', onCopy)
}
