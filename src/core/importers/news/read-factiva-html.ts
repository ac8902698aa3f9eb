/** Factiva's web page of many articles: each is a table with the letters of a field in one cell and its value in the next, or is laid out to be read. */
import { decodePage } from '../web/charset.ts'
import { PageElement } from '../web/dom.ts'
import { checkAttributes, PageLimit } from '../web/limits.ts'
import { nodesIn } from '../web/nodes.ts'
import { textOf } from '../web/page-text.ts'
import { parsePage } from '../web/tree.ts'
import { MAX_RECORD_BYTES, notRead } from '../records/open-text.ts'
import type { FileReader } from '../types.ts'
import { displayedFields, isDisplayed } from './factiva-display.ts'
import { FACTIVA_CODES, type FactivaFields } from './factiva-fields.ts'
import { readFactiva } from './read-factiva.ts'

const format = 'factiva-html'

export const read: FileReader = async ({ bytes, encoding }) => {
  if (bytes.length > MAX_RECORD_BYTES)
    return notRead(format, 'too-large', { reason: 'table', bytes: bytes.length, limit: MAX_RECORD_BYTES })
  const decoded = decodePage(bytes, encoding)
  if ('problem' in decoded) return notRead(format, decoded.problem, decoded.details)
  try {
    return await readFactiva({ format, mediaType: 'text/html', decoded, articles: factivaArticles(decoded.text) })
  } catch (error) {
    if (error instanceof PageLimit) return notRead(format, 'unsafe', { format: 'HTML', reason: error.limit })
    throw error
  }
}

/** The fields of each article. Throws PageLimit for a page that no browser would show. */
export function factivaArticles(html: string): FactivaFields[] {
  checkAttributes(html)
  const articles: Map<string, string[]>[] = []
  let table: PageElement | null = null
  let open: Map<string, string[]> | null = null
  for (const node of nodesIn(parsePage(html))) {
    if (!(node instanceof PageElement)) continue
    if (isDisplayed(node)) {
      const shown = displayedFields(node)
      if (shown.has('HD')) articles.push(shown)
    }
    if (node.localName !== 'tr') continue
    const [label, value] = node.children
    const code = label?.textContent.trim() ?? ''
    if (!value || node.children.length !== 2 || !FACTIVA_CODES.has(code)) continue
    const inside = tableOf(node)
    // A table of its own, or another headline in the same one.
    if (!open || inside !== table || (code === 'HD' && open.has('HD'))) {
      open = new Map()
      articles.push(open)
    }
    table = inside
    open.set(code, [...(open.get(code) ?? []), textOf(value).text.trim()])
  }
  return articles.filter((fields) => fields.has('HD') || fields.has('LP') || fields.has('TD'))
}

function tableOf(row: PageElement): PageElement | null {
  let node = row.parentNode
  while (node instanceof PageElement && node.localName !== 'table') node = node.parentNode
  return node instanceof PageElement ? node : null
}
