/**
 * Articles of Factiva as it shows them, without the letters of their fields: a headline, then lines of which each is known by how it
 * looks and where it stands (so many words, a date, a time, the source, its code, the language, the copyright), then paragraphs.
 */
import { recordDate } from '../records/dates.ts'
import { languageNamed } from '../records/language-name.ts'
import type { PageElement } from '../web/dom.ts'
import { textOf } from '../web/page-text.ts'
import { isCopyright } from './press-document.ts'

/** "article enArticle": one article in English. */
export function isDisplayed(element: PageElement): boolean {
  return element.localName === 'div' && /(?:^|\s)article\s+[a-z]{2}Article(?:\s|$)/.test(element.getAttribute('class') ?? '')
}

/** The fields of a shown article. */
export function displayedFields(article: PageElement): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  const add = (field: string, value: string): void => {
    if (value !== '') fields.set(field, [...(fields.get(field) ?? []), value])
  }
  for (const child of article.children) {
    const kind = child.getAttribute('class') ?? ''
    const text = textOf(child).text.trim()
    if (child.getAttribute('id') === 'hd') add('HD', text)
    else if (/(?:^|\s)articleParagraph(?:\s|$)/.test(kind) || child.localName === 'pre') add('TD', text)
    else if (child.localName === 'p') add('AN', /^(?:document|dokument|documento?)\s+\S+$/i.test(text) ? text : '')
    else if (child.localName === 'div') add(kind === 'author' ? 'BY' : fieldOfLine(text, fields), text)
  }
  return fields
}

/** What a line is. Lines come in one order, but most of them may be absent. */
function fieldOfLine(text: string, before: ReadonlyMap<string, unknown>): string {
  if (!before.has('HD')) return 'SE'
  if (isCopyright(text)) return 'CY'
  if (!before.has('PD') && /^\d[\d.,\s]*\s\p{L}+$/u.test(text)) return 'WC'
  if (!before.has('PD') && (recordDate(text)?.length ?? 0) >= 7) return 'PD'
  if (!before.has('SN')) return /^\d{1,2}:\d{2}\b/.test(text) ? 'ET' : 'SN'
  if (!before.has('SC') && /^[A-Z0-9]{2,8}$/.test(text)) return 'SC'
  if (!before.has('LA') && text.length > 3 && languageNamed(text) !== null) return 'LA'
  return /^[\dA-Z][\d\s,;–-]*$/.test(text) ? 'PG' : 'ED'
}
