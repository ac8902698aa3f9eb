/**
 * Finds entries by what was typed: case, accents and the letter variants of Arabic script do not matter, and an entry is found by
 * its other names too. Pure. Order: best kind of match first, the caller's order among equals.
 */
import type { ReactNode } from 'react'

/** One choice of a ComboBox or TokenField. */
export type ComboItem = {
  id: string
  label: string
  /** Said beside the label, muted: a path, a kind. */
  detail?: string
  /** Other names it is found by. */
  keywords?: readonly string[]
  /** A swatch or icon before the label. */
  lead?: ReactNode
  /** Language of the label. */
  lang?: string
  /** Depth in a tree, for indenting while nothing is typed. */
  depth?: number
}

export type ComboRow =
  | { kind: 'item'; key: string; item: ComboItem; /** The other name that fitted, when the label did not. */ via?: string }
  | { kind: 'create'; key: string; text: string }

export type ComboRows = { rows: ComboRow[]; /** How many fitted but were cut. */ cut: number }

const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ك: 'ک',
  ګ: 'گ',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ٱ: 'ا',
}

/** `text` reduced to what counts when looking for it. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/['’‘ʼʿʾʻ`.]/g, '')
    .replace(/[-‐‑–—_/·›]/g, ' ')
    .replace(/\p{L}/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}

/** How well `name` (folded) fits `query` (folded): 0 begins with it, 1 a word does, 2 contains it, 3 has all its words; null not at all. */
function fit(name: string, query: string): number | null {
  if (name.startsWith(query)) return 0
  if (name.includes(` ${query}`)) return 1
  if (name.includes(query)) return 2
  const parts = query.split(' ')
  return parts.length > 1 && parts.every((part) => name.includes(part)) ? 3 : null
}

function rank(item: ComboItem, query: string): { score: number; via?: string } | null {
  const own = fit(fold(item.label), query)
  let best: { score: number; via?: string } | null = own === null ? null : { score: own * 2 }
  for (const keyword of item.keywords ?? []) {
    const other = fit(fold(keyword), query)
    if (other !== null && (!best || other * 2 + 1 < best.score)) best = { score: other * 2 + 1, via: keyword }
  }
  if (!best && item.detail && fit(fold(`${item.detail} ${item.label}`), query) !== null) best = { score: 8 }
  return best
}

/** The one entry whose label or other name is exactly `text` (folded); null if none or several are. */
export function exact(items: readonly ComboItem[], text: string): ComboItem | null {
  const wanted = fold(text)
  const byLabel = items.filter((item) => fold(item.label) === wanted)
  if (byLabel.length > 0) return byLabel.length === 1 ? (byLabel[0] ?? null) : null
  const byName = items.filter((item) => item.keywords?.some((name) => fold(name) === wanted))
  return byName.length === 1 ? (byName[0] ?? null) : null
}

/** The rows to show for `query`, at most `limit` entries, with a row to create it when `canCreate` and no label is the same. */
export function rowsFor(
  items: readonly ComboItem[],
  query: string,
  { canCreate, limit = 100, exclude }: { canCreate: boolean; limit?: number; exclude?: ReadonlySet<string> },
): ComboRows {
  const wanted = fold(query)
  const pool = exclude ? items.filter((item) => !exclude.has(item.id)) : items
  const found: { item: ComboItem; score: number; via?: string }[] = []
  for (const item of pool) {
    const ranked = wanted === '' ? { score: 0 } : rank(item, wanted)
    if (ranked) found.push({ item, ...ranked })
  }
  found.sort((a, b) => a.score - b.score)
  const rows: ComboRow[] = found.slice(0, limit).map(({ item, via }) => ({ kind: 'item', key: item.id, item, via }))
  const text = query.trim()
  // Against all entries, also the excluded ones: what is already chosen must not be made a second time.
  if (canCreate && text !== '' && !items.some((item) => fold(item.label) === wanted))
    rows.push({ kind: 'create', key: '\u0000create', text })
  return { rows, cut: Math.max(0, found.length - limit) }
}
