/** Values of fields, read as dates, numbers and choices. Each gives a value, or says what is off. Pure. */
import { dayRange, isPartialDate } from '../domain/partial-date.ts'
import { foldText } from '../text/fold.ts'
import type { Span } from '../text/span.ts'
import { nearest, type Field } from './fields.ts'
import type { FieldValue, Problem, ProblemCode } from './types.ts'

export type ReadValue = { value: FieldValue } | { problem: Problem }

const BETWEEN = /[,\u060c\u3001\uff0c]/
const RANGE = /^(.*?)\.\.(.*)$/
const NUMBER = /^(>=|<=|>|<|=|\u2265|\u2264)?\s*(\d{1,3})$/
const NUMBERS = /^(\d{1,3})\s*(?:\.\.|-|\u2013)\s*(\d{1,3})$/

/** What is wrong with the value at `place`. */
export function problemAt(
  code: ProblemCode,
  { start, end }: Span,
  details: Problem['details'] = {},
  instead: string | null = null,
): Problem {
  return { code, start, end, details, instead }
}

/** The values of `text`: several where commas stand between; what is quoted is one. */
export function valuesIn(text: string, whole: Span, quoted: boolean): { text: string; place: Span }[] {
  if (quoted) return text.trim() === '' ? [] : [{ text: text.trim(), place: whole }]
  let at = whole.start
  return text.split(BETWEEN).flatMap((part) => {
    const place = { start: at, end: at + part.length }
    at = place.end + 1
    return part.trim() === '' ? [] : [{ text: part.trim(), place }]
  })
}

export function readValue(field: Field, text: string, place: Span): ReadValue {
  if (field.value === 'date') return readDate(field.name, text, place)
  if (field.value === 'number') return readNumber(text, place)
  if (field.value === 'name') return { value: { text, place } }
  const wanted = foldText(text)
  const choices = field.choices ?? []
  if (choices.includes(wanted)) return { value: { text: wanted, place } }
  return {
    problem: problemAt('value-choice', place, { value: text, field: field.name, choices: choices.join(', ') }, nearest(wanted, choices)),
  }
}

/** Days, inclusive: `after` is that day and later, `before` that day and earlier, `on` the day, month or year itself. */
function readDate(field: string, text: string, place: Span): ReadValue {
  const plain = foldText(text)
  const [, first, last] = RANGE.exec(plain) ?? [null, plain, plain]
  const from = first ?? ''
  const to = last ?? ''
  if (!isPartialDate(from) || !isPartialDate(to)) return { problem: problemAt('date-bad', place, { value: text }) }
  const days = { from: dayRange(from).first, to: dayRange(to).last }
  const value = field === 'after' ? { from: days.from } : field === 'before' ? { to: days.to } : days
  return { value: { text, place, ...value } }
}

function readNumber(text: string, place: Span): ReadValue {
  const plain = foldText(text)
  const range = NUMBERS.exec(plain)
  if (range) return { value: { text, place, from: Number(range[1]), to: Number(range[2]) } }
  const [, sign = '=', digits] = NUMBER.exec(plain) ?? []
  if (digits === undefined) return { problem: problemAt('number-bad', place, { value: text }) }
  const number = Number(digits)
  const limits = {
    '=': { from: number, to: number },
    '>': { from: number + 1 },
    '<': { to: number - 1 },
    '>=': { from: number },
    '\u2265': { from: number },
    '<=': { to: number },
    '\u2264': { to: number },
  }[sign]
  return { value: { text, place, ...limits } }
}
