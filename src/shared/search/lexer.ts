/**
 * What was typed into the search box as pieces with their places. Every input has pieces; nothing throws. Signs of other keyboards
 * (full-width brackets and colons, all kinds of quotation marks) count as the plain ones.
 */
import type { Span } from '../text/span.ts'

export type Piece =
  | { readonly kind: 'word'; readonly text: string; readonly place: Span }
  /** `closed`: false where the quotation mark that ends it is missing; `star`: a star follows. */
  | { readonly kind: 'quoted'; readonly text: string; readonly closed: boolean; readonly star: boolean; readonly place: Span }
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not'; readonly place: Span }
  /** `NEAR(` or `NEAR/10`; a distance of null is the usual one. */
  | { readonly kind: 'near'; readonly bracket: boolean; readonly distance: number | null; readonly place: Span }
  /** `name:` of a field, with what is joined to it. */
  | {
      readonly kind: 'field'
      readonly name: string
      readonly value: string
      readonly quoted: boolean
      readonly closed: boolean
      readonly valuePlace: Span
      readonly place: Span
    }

const SPACE = /[\s\0]/
const QUOTE = /["\u201c-\u201f\u00ab\u00bb\u300c-\u300f\uff02]/
const OPEN = /[(\uff08]/
const CLOSE = /[)\uff09]/
const AND = /[&\uff06]/
const OR = /[|\uff5c]/
const MINUS = /[-\u2212\uff0d]/
const COLON = /[:\uff1a]/
const FIELD = /^[A-Za-z]{1,20}[:\uff1a]/
const NEAR_BRACKET = /^NEAR(?:\/(\d{1,4}))?\s*[(\uff08]/
const NEAR_SIGN = /^NEAR(?:\/(\d{1,4}))?(?=[\s\0]|$)/

/** The pieces of `input`, in order. */
export function lex(input: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < input.length) {
    const sign = input.charAt(at)
    if (SPACE.test(sign)) {
      at++
      continue
    }
    const piece = pieceAt(input, at)
    pieces.push(piece)
    at = Math.max(piece.place.end, at + 1)
  }
  return pieces
}

function pieceAt(input: string, at: number): Piece {
  const sign = input.charAt(at)
  const one = { start: at, end: at + 1 }
  if (OPEN.test(sign)) return { kind: 'open', place: one }
  if (CLOSE.test(sign)) return { kind: 'close', place: one }
  if (AND.test(sign)) return { kind: 'and', place: signs(input, at, AND) }
  if (OR.test(sign)) return { kind: 'or', place: signs(input, at, OR) }
  if (QUOTE.test(sign)) return quotedAt(input, at)
  const next = input.charAt(at + 1)
  if (MINUS.test(sign) && next !== '' && !SPACE.test(next) && !CLOSE.test(next)) return { kind: 'not', place: one }
  const ahead = input.slice(at, at + 40)
  const near = NEAR_BRACKET.exec(ahead) ?? NEAR_SIGN.exec(ahead)
  if (near) {
    const bracket = OPEN.test(near[0].slice(-1))
    return {
      kind: 'near',
      bracket,
      distance: near[1] === undefined ? null : Number(near[1]),
      place: { start: at, end: at + near[0].length },
    }
  }
  const field = FIELD.exec(ahead)
  if (field && !isAddress(input, at + field[0].length)) return fieldAt(input, at, field[0])
  const end = wordEnd(input, at)
  const text = input.slice(at, end)
  const place = { start: at, end }
  if (text === 'AND') return { kind: 'and', place }
  if (text === 'OR') return { kind: 'or', place }
  if (text === 'NOT') return { kind: 'not', place }
  return { kind: 'word', text, place }
}

/** `https://…` is an address, not a field. */
const isAddress = (input: string, at: number): boolean => input.startsWith('//', at)

function signs(input: string, at: number, sign: RegExp): Span {
  let end = at + 1
  while (end < input.length && sign.test(input.charAt(end))) end++
  return { start: at, end }
}

function wordEnd(input: string, from: number): number {
  let end = from
  while (end < input.length) {
    const sign = input.charAt(end)
    if (SPACE.test(sign) || QUOTE.test(sign) || OPEN.test(sign) || CLOSE.test(sign) || AND.test(sign) || OR.test(sign)) break
    end++
  }
  return Math.max(end, from)
}

function quotedAt(input: string, at: number): Piece & { kind: 'quoted' } {
  let end = at + 1
  while (end < input.length && !QUOTE.test(input.charAt(end))) end++
  const closed = end < input.length
  const text = input.slice(at + 1, end)
  const star = closed && input.charAt(end + 1) === '*'
  return { kind: 'quoted', text, closed, star, place: { start: at, end: closed ? end + (star ? 2 : 1) : end } }
}

function fieldAt(input: string, at: number, head: string): Piece {
  const from = at + head.length
  const name = head.replace(COLON, '').toLowerCase()
  if (QUOTE.test(input.charAt(from))) {
    const { text, closed, place } = quotedAt(input, from)
    return { kind: 'field', name, value: text, quoted: true, closed, valuePlace: place, place: { start: at, end: place.end } }
  }
  const end = wordEnd(input, from)
  return {
    kind: 'field',
    name,
    value: input.slice(from, end),
    quoted: false,
    closed: true,
    valuePlace: { start: from, end },
    place: { start: at, end },
  }
}
