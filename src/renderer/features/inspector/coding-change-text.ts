/** A change of one field in words: "Speaker: Pakistan → Kabul". */
import type { CodingChange } from '../../../shared/domain/history.ts'
import { partialDateSchema } from '../../../shared/domain/partial-date.ts'
import type { Say } from '../../lib/say.ts'

const WORDS_OF: readonly string[] = ['stance', 'attribution', 'confidence']

/** Name of the field as the form calls it; a field of the tag or a thread by its own name. */
export function changedFieldText(say: Say, { field, name }: CodingChange): string {
  if (field === 'custom') return name ?? say('coding.custom')
  return field === 'thread' ? say('coding.inThread', { title: `\u2068${name ?? ''}\u2069` }) : say(`coding.${field}`)
}

/** A stored value in words; null where there was none. */
export function changedValueText(
  say: Say,
  dateText: (date: string) => string,
  { field, type }: Pick<CodingChange, 'field' | 'type'>,
  value: string | null,
): string | null {
  if (value === null) return null
  if (WORDS_OF.includes(field)) return say(`${field}.${value}`)
  if (field === 'status') return say(`coding.status.${value}`)
  if (field === 'anchor') return say(`coding.anchor.${value}`)
  if (field === 'thread') return say(`thread.role.${value}`)
  if (field === 'important') return say(value === '1' ? 'coding.yes' : 'coding.no')
  if (type === 'yes-no') return say(value === 'yes' ? 'coding.yes' : 'coding.no')
  return (field === 'stated' || type === 'date') && partialDateSchema.safeParse(value).success ? dateText(value) : value
}
