/**
 * Days in spreadsheets: numbers that only the format of their cell tells from other numbers. As exact as the format shows them: a cell
 * shown as "Oct 2025" is a month, whatever day its number has.
 */

/** What a number format shows; null: no date. */
export type DateParts = { readonly day: boolean; readonly month: boolean; readonly year: boolean; readonly time: boolean } | null

const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
])

/** Formats that stand for a day in the languages of East Asia. */
const EAST_ASIAN_DAYS = new Set([27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** What a format shows, by its number and, for the file's own formats, by its code. */
export function dateParts(id: number, code: string | undefined): DateParts {
  if (code === undefined && EAST_ASIAN_DAYS.has(id)) return { day: true, month: true, year: true, time: false }
  const written = code ?? BUILT_IN.get(id)
  if (written === undefined) return null
  // The first section, without what is shown as it stands: quoted words, escaped signs, colours and locales in brackets.
  const plain = (written.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase()
  if (/general|[0#?]/.test(plain.replace(/\.0+/g, ''))) return null
  const time = /h|s/.test(plain)
  const parts = {
    day: plain.includes('d'),
    year: /[ye]/.test(plain),
    month: time ? /m(?=[^:]*[dy])|[dy][^:]*m/.test(plain) : plain.includes('m'),
    time,
  }
  return parts.day || parts.year || parts.month || time ? parts : null
}

const DAY_MS = 86_400_000

/** The date of a serial number as its format shows it: "2025-10-29", "2025-10-29T14:30", "2025-10", "14:30"; null where it has none. */
export function serialDate(serial: number, parts: NonNullable<DateParts>, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null
  const minutes = Math.round((serial % 1) * 1_440)
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  if (!parts.day && !parts.month && !parts.year) return time
  // Spreadsheets that count from 1900 count a day that was not: 29 February 1900.
  const days = Math.floor(serial + (minutes === 1_440 ? 1 / 1_440 : 0)) + (is1904 ? 1_462 : 0)
  const date = new Date(Date.UTC(1899, 11, 30) + (days < 60 && !is1904 ? days + 1 : days) * DAY_MS).toISOString()
  if (!parts.day) return parts.month ? date.slice(0, 7) : date.slice(0, 4)
  return minutes % 1_440 === 0 || !parts.time ? date.slice(0, 10) : `${date.slice(0, 10)}T${time}`
}
