/**
 * Articles as CSL-JSON (citation-style-language schema 1.0.2), for Zotero, pandoc and their like. What CSL has no variable for stands under
 * `custom.parley`, which other programs pass over and our own reader brings back; gradings as details, because no list grades a source here.
 */
import { datePrecision } from '../../../shared/domain/partial-date.ts'
import type { Exporter } from '../interchange/types.ts'
import { referencesFor, type Reference } from './articles.ts'
import { CSL_VARIABLES, cslType } from './csl-fields.ts'
import { referenceLosses } from './losses.ts'

export const exporter: Exporter = {
  write: async (db, choice, { pause }) => {
    const items = (await referencesFor(db, choice, pause)).map(cslItem)
    // One item a line block, as people read it; the last line ends too.
    return { bytes: new TextEncoder().encode(`${JSON.stringify(items, null, 2)}\n`), lost: referenceLosses(db, choice) }
  },
  losses: referenceLosses,
}

/** One item. Keys stand in one order, so that equal articles give equal bytes. */
export function cslItem(reference: Reference): Record<string, unknown> {
  const { key, uid, title, outlet, author, published, url, language, note, details, translatedFrom, reliability, credibility } = reference
  const known = Object.entries(details).flatMap(([name, value]): [string, string][] => {
    const variable = CSL_VARIABLES[name]
    return variable === undefined || value === '' ? [] : [[variable, value]]
  })
  const others = Object.entries(details).filter(([name]) => CSL_VARIABLES[name] === undefined && name !== 'type')
  const own = withoutNull({
    uid,
    published: published !== null && datePrecision(published) === 'time' ? published : null,
    translatedFrom,
    reliability,
    credibility,
    details: others.length === 0 ? null : fromEntries(others),
  })
  return withoutNull({
    id: key,
    type: cslType(reference),
    title,
    'container-title': outlet,
    author: author === null ? null : peopleOf(author).map((literal) => ({ literal })),
    issued: published === null ? null : { 'date-parts': [published.slice(0, 10).split('-').map(Number)] },
    URL: url,
    language,
    ...fromEntries(known),
    note,
    custom: { parley: own },
  })
}

/** People of one line, as they were joined to it; a name with a semicolon of another kind stays whole. */
export function peopleOf(author: string): string[] {
  const names = author.split('; ')
  const isList = names.every((name) => name !== '' && name.trim() === name) && new Set(names).size === names.length
  return isList ? names : [author]
}

/** An object of its own values only: a name such as "__proto__" is one like any other. */
const fromEntries = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> => Object.fromEntries(entries)
const withoutNull = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))
