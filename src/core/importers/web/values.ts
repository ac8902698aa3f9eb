/** Values as pages and mails declare them, made fit for an article's metadata: one line, not too long, real dates, web addresses only. */
import { isPartialDate, type PartialDate } from '../../../shared/domain/partial-date.ts'
import { languageSchema, urlSchema } from '../../../shared/domain/article.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { writtenDate } from '../metadata/dates.ts'

/** Longest values, in UTF-16 units. */
export const LONGEST = { title: 300, outlet: 200, author: 300, detail: 1_000 } as const

/** Looked at in a value of any length. */
const REACH = 20_000

/** The value on one line, without control characters, cut between characters; null where nothing is left. */
export function oneLine(value: string | null | undefined, longest: number): string | null {
  if (!value) return null
  const line = canonicalText(value.slice(0, REACH)).text.replace(/\s+/g, ' ').trim()
  const cut = line.slice(0, longest).replace(/[\ud800-\udbff]$/u, '')
  return /[\p{L}\p{N}]/u.test(cut) ? cut.trim() : null
}

/** An address of the web, made whole with `base`; null for every other kind, and for one with a password in it. */
export function webAddress(value: string | null | undefined, base?: string | null): string | null {
  const written = value?.trim()
  if (!written || written.length > 4_000) return null
  const url = URL.parse(written, base ?? undefined)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  // As it is written where it can be: addresses are compared and quoted.
  const address = /^https?:\/\//i.test(written) ? written : url.href
  return urlSchema.safeParse(address).success ? address : null
}

const ISO = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:[T ](\d{1,2}):?(\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i
const MAIL =
  /^(?:\p{L}{3,9},?\s+)?(\d{1,2})[\s-]+(\p{L}{3})\p{L}*[\s-]+(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:\s*([+-]\d{4}|[A-Z]{1,5}))?)?/iu
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Zones that RFC 822 defines; all others say nothing that is sure. */
const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z', UT: 'Z', UTC: 'Z', GMT: 'Z', EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00', MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00',
} // prettier-ignore

const two = (digits: string): string => digits.padStart(2, '0')

/** A declared date, as exact as it is written, to the minute: ISO 8601, that of mails, or one in words. Null where it is none. */
export function declaredDate(value: string | null | undefined): PartialDate | null {
  const written = value?.slice(0, 200).trim()
  if (!written) return null
  const iso = ISO.exec(written)
  if (iso) return isoDate(iso)
  const mail = MAIL.exec(written)
  const month = MONTHS.indexOf(mail?.[2]?.toLowerCase() ?? '') + 1
  if (mail && month > 0) {
    const [, day = '', , year = '', hour, minute, zone] = mail
    const whole = year.length === 4 ? year : `${Number(year) < 70 ? 20 : 19}${year}`
    return asExact(`${whole}-${two(String(month))}-${two(day)}`, hour, minute, zone)
  }
  return writtenDate(written)?.iso ?? null
}

function isoDate([, year = '', month, day, hour, minute, zone]: RegExpExecArray): PartialDate | null {
  if (Number(year) < 1000) return null
  if (month === undefined || day === undefined)
    return asExact(month === undefined ? year : `${year}-${month}`, undefined, undefined, undefined)
  return asExact(`${year}-${month}-${day}`, hour, minute, zone)
}

function asExact(day: string, hour: string | undefined, minute: string | undefined, zone: string | undefined): PartialDate | null {
  const digits = /^([+-]\d{2}):?(\d{2})?$/.exec(zone ?? '')
  // "-0000" is how mail says that the zone is not known.
  const offset = digits ? (zone === '-0000' ? '' : `${digits[1]}:${digits[2] ?? '00'}`) : (ZONES[(zone ?? '').toUpperCase()] ?? '')
  const time = hour === undefined || minute === undefined ? '' : `T${two(hour)}:${minute}`
  for (const date of [day + time + (time === '' ? '' : offset), day + time, day]) if (isPartialDate(date)) return date
  return null
}

/** A declared language as a BCP 47 tag, null where it is none. */
export function languageTag(value: string | null | undefined): string | null {
  const written = value?.split(/[,;]/, 1)[0]?.trim().replaceAll('_', '-') ?? ''
  if (!languageSchema.safeParse(written).success || /^(?:und|mul|zxx|xx)\b/i.test(written)) return null
  try {
    return Intl.getCanonicalLocales(written)[0] ?? null
  } catch {
    return null
  }
}
