/**
 * Further metadata by name, within limits: a table may have any number of columns with any names. Names that objects have of
 * themselves get an underscore, so that no code that reads details can be misled by them.
 */
import { canonicalText } from '../../../shared/text/canonical.ts'

/** Most details of one article, and their longest names and values in UTF-16 units. */
export const DETAIL_LIMITS = { count: 100, name: 100, value: 4_000 } as const

export interface Details {
  readonly values: Readonly<Record<string, string>>
  readonly size: number
  /** Values that were cut or left out. */
  readonly lost: number
}

/** The details that have a value; those with the same name are joined. */
export function collectDetails(entries: readonly (readonly [name: string, value: string | null | undefined])[]): Details {
  const values = new Map<string, string>()
  let lost = 0
  for (const [written, value] of entries) {
    const text = value === null || value === undefined ? '' : clean(value)
    if (text === '') continue
    const name = detailName(written)
    const before = values.get(name)
    if (before === undefined && values.size >= DETAIL_LIMITS.count) {
      lost++
      continue
    }
    const whole = before === undefined ? text : before.split('; ').includes(text) ? before : `${before}; ${text}`
    if (whole.length > DETAIL_LIMITS.value) lost++
    values.set(name, shortened(whole, DETAIL_LIMITS.value))
  }
  return { values: Object.fromEntries(values), size: values.size, lost }
}

/** A name that can be a key of an object: one line, not blank, at most 100 units. */
export function detailName(written: string): string {
  const name = shortened(clean(written).replace(/\s+/gu, ' '), DETAIL_LIMITS.name) || '?'
  return name in {} ? `_${name}` : name
}

const clean = (text: string): string => canonicalText(text).text.trim()

const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/u, '')}…`
