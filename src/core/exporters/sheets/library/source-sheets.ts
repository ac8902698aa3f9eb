/** Sheets of what annotations stand in and speak of: articles, parties, issues, tags. Heads are names for scripts, the same in every language. */
import { PATH_SEPARATOR } from '../../../../shared/domain/codebook.ts'
import { listIssues } from '../../../store/issues.ts'
import { listParties } from '../../../store/parties.ts'
import { jsonList, msToIso } from '../../../store/rows.ts'
import type { ReadDb } from '../../../store/types.ts'
import { detailsWithoutPaths } from '../../../../shared/text/local-path.ts'
import { say } from '../../../messages.ts'
import type { Sheet, SheetValue } from '../../document/model.ts'
import type { RowSheet } from '../worksheet.ts'
import { collectionsOf } from './annotation-rows.ts'
import type { ChosenIds } from './chosen-ids.ts'
import { HEADS } from './heads.ts'
import { writeList } from './name-list.ts'
import type { Names } from './names.ts'
import { spokenOf } from './spoken-of.ts'

export interface LibraryTable {
  readonly names: Names
  readonly chosen: ChosenIds
  /** The analysts' own words go out. */
  readonly notes: boolean
}

const AT_ONCE = 500
export const texts = (...heads: readonly string[]): Sheet['columns'] => heads.map((head) => ({ head, kind: 'text' }))
const without = (columns: Sheet['columns'], ...heads: readonly string[]): Sheet['columns'] =>
  columns.filter(({ head }) => !heads.includes(head))

interface ArticleRow {
  id: number
  uid: string
  title: string
  outlet: string | null
  author: string | null
  published: string | null
  url: string | null
  language: string | null
  direction: string
  translatedFrom: string | null
  reliability: string | null
  credibility: number | null
  status: string
  chars: number
  added: number
  details: string
  note: string | null
}

const ARTICLE = `SELECT a.id, a.uid, a.title, o.name AS outlet, a.author, a.published, a.url, a.language, a.direction, a.translated_from AS translatedFrom,
  a.reliability, a.credibility, a.status, a.chars, a.added_ms AS added, a.details, a.note FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id
  WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id`

export function articleSheet(db: ReadDb, { names, chosen, notes }: LibraryTable): RowSheet {
  const counts = new Map(
    db
      .all<{ id: number; count: number }>(
        'SELECT article_id AS id, count(*) AS count FROM annotation WHERE id IN (SELECT value FROM json_each(?)) GROUP BY article_id',
        [jsonList(chosen.annotations)],
      )
      .map(({ id, count }) => [id, count]),
  )
  function* rows(): Generator<SheetValue[]> {
    for (let at = 0; at < chosen.articles.length; at += AT_ONCE) {
      const ids = chosen.articles.slice(at, at + AT_ONCE)
      const collections = collectionsOf(db, ids, names)
      for (const row of db.all<ArticleRow>(ARTICLE, [jsonList(ids)])) {
        const { id, uid, title, outlet, author, published, url, language, direction, translatedFrom, reliability, credibility } = row
        const head = [title, outlet, author, published, url, language, direction, translatedFrom, reliability, credibility]
        const own = [row.status, counts.get(id) ?? 0, row.chars, writeList(collections.get(id) ?? []), detailsText(row.details)]
        yield [...head, ...own, ...(notes ? [row.note] : []), msToIso(row.added), uid]
      }
    }
  }
  const columns: Sheet['columns'] = [
    { head: HEADS.title, kind: 'text', width: 44 },
    ...texts(HEADS.outlet, HEADS.author),
    { head: HEADS.published, kind: 'date' },
    { head: HEADS.url, kind: 'link', width: 40 },
    ...texts(HEADS.language, 'Direction', 'Translated from', HEADS.reliability),
    { head: HEADS.credibility, kind: 'number' },
    ...texts(HEADS.status),
    { head: 'Annotations', kind: 'number' },
    { head: 'Characters', kind: 'number' },
    { head: HEADS.collections, kind: 'text', width: 28 },
    { head: 'Details', kind: 'text', width: 40 },
    { head: HEADS.note, kind: 'text', width: 40 },
    ...texts('Added'),
    { head: HEADS.articleUid, kind: 'text', width: 38 },
  ]
  return { name: say('sheet.articles'), columns: notes ? columns : without(columns, HEADS.note), rows: rows() }
}

const detailsText = (details: string): string =>
  Object.entries(detailsWithoutPaths(JSON.parse(details) as Record<string, string>))
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

/** Under a filter, those that what goes out speaks of, and what they belong to. */
export function partySheet(db: ReadDb, { names, chosen, notes }: LibraryTable): Sheet {
  const parties = listParties(db)
  const shown = chosen.isNarrowed ? spokenOf(db, chosen, parties) : null
  const columns = [...texts('Name', 'Part of', 'Kind', 'Role', 'Also known as', 'Affiliations', 'Note'), { head: 'Retired', kind: 'yes-no' as const }, ...texts('Party ID')] // prettier-ignore
  return {
    name: say('sheet.parties'),
    columns: notes ? columns : without(columns, 'Note'),
    rows: parties
      .filter(({ id }) => shown === null || shown.has(id))
      .map((party) => [
        party.name,
        names.party(party.parentId),
        party.kind,
        party.role,
        writeList(party.aliases.map(({ name, language }) => (language === null ? name : `${name} [${language}]`))),
        party.affiliations.map(({ withId, since, until, note }) => [names.party(withId), since || until ? `${since ?? ''}–${until ?? ''}` : '', notes ? note : ''].filter((part) => part !== '').join(', ')).join('\n'), // prettier-ignore
        ...(notes ? [party.note] : []),
        party.retired,
        party.uid,
      ]),
  }
}

export function issueSheet(db: ReadDb): Sheet {
  return {
    name: say('sheet.issues'),
    columns: [...texts('Issue', 'Definition', 'Use when', 'Do not use when'), { head: 'Retired', kind: 'yes-no' }, ...texts('Issue ID')],
    rows: listIssues(db).map(({ path, definition, useWhen, useNot, retired, uid }) => [path.join(PATH_SEPARATOR), definition, useWhen, useNot, retired, uid]), // prettier-ignore
  }
}

export function tagSheet({ tags, tag }: Names): Sheet {
  return {
    name: say('sheet.tags'),
    columns: [
      ...texts('Name', 'Code', 'Letter', 'Part of', 'Definition', 'Use when', 'Do not use when', 'Own fields'),
      { head: 'Retired', kind: 'yes-no' },
      ...texts('Tag ID'),
    ],
    rows: tags.map(({ name, code, letter, parentId, definition, useWhen, useNot, fields, retired, uid }) => [
      name,
      code,
      letter,
      parentId === null ? null : (tag(parentId)?.name ?? null),
      definition,
      useWhen,
      useNot,
      fields.map((field) => `${field.name} (${field.type}${field.choices.length > 0 ? `: ${writeList(field.choices)}` : ''})`).join('\n'),
      retired,
      uid,
    ]),
  }
}
