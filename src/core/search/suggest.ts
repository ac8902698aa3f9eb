/** What can be written next in the search box: names of fields, and values that are in the library, by what stands before the caret. */
import type { Suggestion } from '../../shared/domain/search.ts'
import { fieldByName, FIELDS, FIELD_NAMES } from '../../shared/search/fields.ts'
import { lex } from '../../shared/search/lexer.ts'
import { LONGEST_QUERY } from '../../shared/search/parse.ts'
import { foldText } from '../../shared/text/fold.ts'
import { articleNames } from '../store/search/article-names.ts'
import { asValue, namedBy } from '../store/search/names.ts'
import type { ReadDb } from '../store/types.ts'

const MOST = 12

/** `at`: the caret, in UTF-16 units. */
export function suggest(db: ReadDb, text: string, at: number): Suggestion[] {
  const typed = text.slice(0, Math.min(at, LONGEST_QUERY))
  const last = lex(typed).at(-1)
  if (!last || last.place.end < typed.length) return []
  if (last.kind === 'word') return fieldsFor(last.text, last.place)
  if (last.kind !== 'field' || (last.quoted && last.closed)) return []
  // With several values only the last one is still being written.
  const cut = last.quoted ? 0 : last.value.lastIndexOf(',') + 1
  const value = last.value.slice(cut)
  return valuesFor(db, last.name, value, { start: last.valuePlace.start + cut, end: typed.length })
}

function fieldsFor(word: string, { start, end }: { start: number; end: number }): Suggestion[] {
  const wanted = word.toLowerCase()
  if (wanted.length < 1) return []
  return FIELD_NAMES.filter((name) => name.startsWith(wanted) && !(wanted === 'in' || wanted === 'on'))
    .map((name) => ({ kind: 'field' as const, insert: `${name}:`, label: name, detail: null, start, end }))
    .slice(0, MOST)
}

function valuesFor(db: ReadDb, field: string, value: string, place: { start: number; end: number }): Suggestion[] {
  const known = fieldByName(field)
  if (!known) return []
  const wanted = foldText(value)
  const entries =
    known.value === 'choice' ? (known.choices ?? []).map((choice) => ({ label: choice, names: [choice], detail: null })) : named(db, field)
  const begins = (name: string): boolean => foldText(name).startsWith(wanted)
  const holds = (name: string): boolean => foldText(name).includes(` ${wanted}`)
  const first = entries.filter(({ names }) => names.some(begins))
  const then = wanted === '' ? [] : entries.filter(({ names }) => !names.some(begins) && names.some(holds))
  return [...first, ...then].slice(0, MOST).map(({ label, detail }) => ({ kind: 'value', insert: asValue(label), label, detail, ...place }))
}

function named(db: ReadDb, field: string): { label: string; names: readonly string[]; detail: string | null }[] {
  if (field === 'author') return articleNames(db).authors.map((author) => ({ label: author, names: [author], detail: null }))
  if (FIELDS.find(({ name }) => name === field)?.value !== 'name') return []
  return namedBy(db, field).map(({ names, detail }) => {
    const [label = ''] = names
    return { label, names, detail: detail ?? names.slice(1).find((name) => foldText(name) !== foldText(label)) ?? null }
  })
}
