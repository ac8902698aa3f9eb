/** A filter in words: on the first page and in the method note. What does not filter is left out. */
import type { Filter } from '../../../shared/domain/filter.ts'
import { say } from '../../messages.ts'
import type { ReadDb } from '../../store/types.ts'
import { spaced, text } from '../document/inlines.ts'
import type { Inline } from '../document/model.ts'
import type { Shown } from './data.ts'
import { issuePath, names } from './inlines.ts'
import { present, type Names } from './statements.ts'
import { dateText } from './words.ts'

/** Every part of the filter, with breaks between; "none" where nothing is filtered. */
export function filterWords(db: ReadDb, filter: Filter, codebook: Names, { coders }: Pick<Shown, 'coders'>): Inline[] {
  const tagNames = new Map(codebook.tags.map(({ id, name }) => [id, name]))
  const listed = (key: string, list: readonly Inline[]): Inline[] | false =>
    list.length > 0 && [text(`${say(`report.filter.${key}`)} `), ...list]
  const chosen = (key: string, prefix: string, values: readonly string[] = []): Inline[] | false =>
    listed(key, values.length === 0 ? [] : [text(values.map((value) => say(`${prefix}.${value}`)).join(say('report.listSeparator')))])
  const lines = [
    (filter.from !== undefined || filter.to !== undefined) && text(`${say('report.filter.dates')} ${days(filter)}`),
    (filter.articles ?? []).length > 0 && text(say('report.filter.articles', { count: new Set(filter.articles).size })),
    listed('tags', names(present(filter.tags ?? [], tagNames))),
    listed('parties', names(present(filter.parties ?? [], codebook.partyNames))),
    listed('issues', spaced(present(filter.issues ?? [], codebook.issuePaths).map(issuePath), say('report.listSeparator'))),
    listed('outlets', names(filter.outlets ?? [])),
    listed('collections', names(namesIn(db, 'collection', filter.collections))),
    coders
      ? listed('coders', names(namesIn(db, 'coder', filter.coders)))
      : (filter.coders ?? []).length > 0 && text(say('report.method.codersUnnamed', { count: new Set(filter.coders).size })),
    chosen('statuses', 'report.status', filter.statuses),
    chosen('confidences', 'report.confidence', filter.confidences),
    chosen('attributions', 'report.attribution', filter.attributions),
    filter.importantOnly === true && text(say('report.filter.importantOnly')),
    filter.storyOnce === true && text(say('report.filter.storyOnce')),
  ]
  const words = spaced(lines, { kind: 'break' })
  return words.length === 0 ? [text(say('report.filter.none'))] : words
}

/** Names of collections and coders; what is gone is passed over. */
function namesIn(db: ReadDb, table: 'collection' | 'coder', ids: readonly number[] = []): string[] {
  const found = new Map(db.all<{ id: number; name: string }>(`SELECT id, name FROM ${table}`).map(({ id, name }) => [id, name]))
  return present(ids, found)
}

function days({ from, to }: Filter): string {
  if (from !== undefined && to !== undefined) return say('report.date.period', { from: dateText(from), to: dateText(to) })
  return from === undefined
    ? say('report.filter.until', { date: dateText(to ?? null) })
    : say('report.filter.since', { date: dateText(from) })
}
