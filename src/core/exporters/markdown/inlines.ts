/** What stands in a line, as Markdown. Statements that have a note are cited by its number, others by their letter and number with a link to where they stand. */
import type { Stance } from '../../../shared/domain/annotation.ts'
import { say } from '../../messages.ts'
import { outsideAddress } from '../docx/addresses.ts'
import type { Cited, Inline, LinkTarget, TextLook } from '../document/model.ts'
import { emphasised, isolated, label, oneLine, own, target, words } from './escape.ts'

export interface Writing {
  /** Headings that links may lead to, by place. */
  readonly anchors: ReadonlyMap<string, string>
  /** Numbers of statements that have a note at the end. */
  readonly noted: ReadonlySet<number>
}

const STANCE_SIGNS: Readonly<Record<Stance, string>> = { supports: '\\+', opposes: '−', conditional: '±', neutral: '\\=', declined: '○' }

/** `flat`: on one line, as in headings and cells. */
export interface Where {
  readonly flat?: boolean
  /** Links are left out: in headings. */
  readonly unlinked?: boolean
  /** Inside a link. */
  readonly inLink?: boolean
}

export function inlines(writing: Writing, content: readonly Inline[], where: Where = {}): string {
  let line = ''
  for (const inline of content) line = joined(line, one(writing, inline, where))
  return line
}

/** Behind a note or a link a bracket or colon would be taken for its target. */
export const joined = (before: string, after: string): string =>
  before + (before.endsWith(']') && /^[(:]/.test(after) ? `\\${after}` : after)

function one(writing: Writing, inline: Inline, where: Where): string {
  switch (inline.kind) {
    case 'text':
      return looked(
        where.inLink === true ? escaped(inline.text, where) : own(where.flat === true ? inline.text.replaceAll('\n', ' ') : inline.text),
        inline.look,
      )
    case 'foreign':
      return looked(isolatedLines(escaped(inline.text, where)), inline.look)
    case 'link':
      return linked(writing, inline.to, (inLink) => inlines(writing, inline.content, { ...where, unlinked: true, inLink }), where)
    case 'reference':
      return cited(writing, inline.statement, inline.look === 'raised', inline.place ?? inline.statement.home, where)
    case 'letter':
      return emphasised('**', oneLine(inline.tag.letter === '' ? '·' : inline.tag.letter))
    case 'stance':
      return `${STANCE_SIGNS[inline.stance]} ${say(`report.stance.${inline.stance}`)}`
    case 'intensity':
      return '●'.repeat(inline.intensity) + '○'.repeat(5 - inline.intensity)
    case 'mark':
      return inline.tone === 'quiet' ? oneLine(inline.text) : emphasised('**', oneLine(inline.text))
    case 'break':
      return where.flat === true ? ' · ' : '\n'
  }
}

function escaped(text: string, { flat, inLink }: Where): string {
  if (inLink === true) return label(text.replace(/[\s\u0085]+/gu, ' '))
  return flat === true ? oneLine(text) : words(text)
}

const isolatedLines = (text: string): string => text.split('\n').map(isolated).join('\n')

function looked(text: string, look: TextLook | undefined): string {
  if (look !== 'strong' && look !== 'emphasis') return text
  return text
    .split('\n')
    .map((line) => emphasised(look === 'strong' ? '**' : '*', line))
    .join('\n')
}

/** `content`: drawn inside a link, or as it is where there is none. */
function linked(writing: Writing, to: LinkTarget, content: (inLink: boolean) => string, { unlinked }: Where): string {
  const anchor = 'place' in to ? writing.anchors.get(to.place) : undefined
  const href = 'place' in to ? (anchor === undefined ? null : `#${anchor}`) : outsideAddress(to)
  const inside = unlinked === true || href === null ? '' : content(true).replaceAll('\n', ' ').trim()
  return href === null || inside === '' ? content(false) : `[${inside}](${target(href)})`
}

/** `raised`: as the number of a note. */
function cited(writing: Writing, statement: Cited, raised: boolean, place: string, where: Where): string {
  if (raised && writing.noted.has(statement.number) && where.unlinked !== true) return footnote(statement.number)
  const name = label(statement.reference)
  return linked(writing, { place }, () => (raised ? `(${name})` : emphasised('**', name)), where)
}

export const footnote = (number: number): string => `[^${number}]`
