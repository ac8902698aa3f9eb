/** The text of a mail: its plain text, else its page as text; and where its signature is. Quoted mails stay: they may be all there is of them. */
import type { Span } from '../../../shared/text/span.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { checkAttributes, PAGE_LIMITS, PageLimit } from '../web/limits.ts'
import { textOf, textOfTags } from '../web/page-text.ts'
import { parsePage } from '../web/tree.ts'

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** Plain parts that only say that there is more. */
const STUB = 200

/** The text, null where there is none; `isCut`: there was more than a text may have. */
export function mailText(plain: string | undefined, html: string | undefined): { text: string; isCut: boolean } | null {
  const cut = (plain ?? '').slice(0, PAGE_LIMITS.text).replace(/[\ud800-\udbff]$/u, '')
  const asPlain = canonicalText(cut).text.replace(/^(?:[ \t]*\n)+|\s+$/g, '')
  const written = letters(asPlain.slice(0, STUB * 10))
  if (written > STUB || (written > 0 && !html)) return { text: asPlain, isCut: cut.length < (plain?.length ?? 0) }
  const built = html ? pageText(html) : null
  const isFuller = built !== null && letters(built.text) > written * 5
  if (written > 0 && !isFuller) return { text: asPlain, isCut: false }
  return built && letters(built.text) > 0 ? built : null
}

function pageText(html: string): { text: string; isCut: boolean } | null {
  try {
    checkAttributes(html)
  } catch (error) {
    if (error instanceof PageLimit) return null
    throw error
  }
  try {
    const page = parsePage(html)
    return textOf(page.body ?? page, { divs: 'lines' })
  } catch (error) {
    if (error instanceof PageLimit) return textOfTags(html)
    throw error
  }
}

const LONGEST_SIGNATURE = 20

/** From "-- " on a line of its own to the end, where that is short; null where there is none. */
export function signature(text: string): Span | null {
  const at = text.lastIndexOf('\n-- \n')
  if (at < 0) return null
  const rest = text.slice(at + 1)
  // Somebody else's mail may follow below it.
  const quoted = /\n(?=>|-{3,}|_{5,}|On .{5,80} wrote:)/.exec(rest)
  const end = at + 1 + (quoted?.index ?? rest.length)
  return text.slice(at + 1, end).split('\n').length <= LONGEST_SIGNATURE ? { start: at + 1, end } : null
}
