/**
 * Articles as references: what of an article a reference list speaks of, and the key by which it is cited. A key depends on nothing but
 * its own article, so that a citation once written stays right whatever else is exported with it.
 */
import { z } from 'zod'
import type { ArticleMetadata } from '../../../shared/domain/article.ts'
import { detailsWithoutPaths } from '../../../shared/text/local-path.ts'
import { chosenFor } from '../interchange/chosen.ts'
import type { ExportChoice } from '../interchange/types.ts'
import type { ReadDb } from '../../store/types.ts'

export interface Reference extends Omit<ArticleMetadata, 'note' | 'direction'> {
  readonly uid: string
  /** Letters and digits of ASCII with a hyphen; no other reference of the list has it. */
  readonly key: string
  /** null where notes do not go out. */
  readonly note: string | null
  /** Without where files lie on the analyst's own machine. */
  readonly details: Readonly<Record<string, string>>
}

/** Articles read in one go. */
const AT_ONCE = 500
const SELECT = `SELECT a.uid, a.title, o.name AS outlet, a.author, a.published, a.url, a.language, a.translated_from AS translatedFrom,
  a.reliability, a.credibility, a.note, a.details FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id
  WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id`

const detailsSchema = z.record(z.string(), z.string()).catch({})

/** The references of a choice, in the order in which the articles were added. `pause` is called between batches with the share that is done. */
export async function referencesFor(db: ReadDb, choice: ExportChoice, pause: (share: number) => Promise<void>): Promise<Reference[]> {
  const { articleIds } = chosenFor(db, choice)
  const found: Omit<Reference, 'key'>[] = []
  for (let at = 0; at < articleIds.length; at += AT_ONCE) {
    await pause(at / articleIds.length)
    found.push(...rowsOf(db, choice, articleIds.slice(at, at + AT_ONCE)))
  }
  const keys = citationKeys(found)
  return found.map((reference, index) => ({ ...reference, key: keys[index] ?? reference.uid }))
}

/** The same in one go and without keys, for saying what a format would not hold. */
export const referencesNow = (db: ReadDb, choice: ExportChoice): Omit<Reference, 'key'>[] =>
  rowsOf(db, choice, chosenFor(db, choice).articleIds)

function rowsOf(db: ReadDb, { notes }: ExportChoice, ids: readonly number[]): Omit<Reference, 'key'>[] {
  const rows = db.all<Omit<Reference, 'key' | 'details'> & { details: string }>(SELECT, [JSON.stringify(ids)])
  return rows.map((row) => ({ ...row, note: notes ? row.note : null, details: detailsWithoutPaths(parsedDetails(row.details)) }))
}

/** How many of these articles tell in their details where a file lies on the analyst's own machine. */
export const placesIn = (db: ReadDb, ids: readonly number[]): number =>
  db
    .column<string>('SELECT details FROM article WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)])
    .map(parsedDetails)
    .filter((details) => detailsWithoutPaths(details) !== details).length

function parsedDetails(json: string): Readonly<Record<string, string>> {
  try {
    return detailsSchema.parse(JSON.parse(json))
  } catch {
    return {}
  }
}

/** Where it appeared, the year, and the beginning of the article's uid: "dawn2025-1a2b3c4d". Where two beginnings are equal, both uids in full. */
export function citationKeys(articles: readonly Pick<Reference, 'uid' | 'outlet' | 'published'>[]): string[] {
  const beginnings = new Map<string, number>()
  for (const { uid } of articles) beginnings.set(short(uid), (beginnings.get(short(uid)) ?? 0) + 1)
  return articles.map(({ uid, outlet, published }) => {
    const isAlone = beginnings.get(short(uid)) === 1
    return `${slug(outlet ?? '') || 'article'}${published?.slice(0, 4) ?? ''}-${isAlone ? short(uid) : uid}`
  })
}

const short = (uid: string): string => uid.slice(0, 8)
const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 24)
