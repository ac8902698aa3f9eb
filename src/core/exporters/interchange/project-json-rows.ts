/**
 * The rows of the open library that go out: all of them, or those of the chosen annotations, articles with what belongs to them, and
 * threads with their chosen members. The codebook goes out whole; of the parties those that what goes out speaks of.
 */
import { TABLES, type LibraryRows, type Table } from '../../store/foreign/parley.ts'
import type { ForeignValue } from '../../store/foreign/open-foreign.ts'
import type { ReadDb } from '../../store/types.ts'
import { chosenFor, isNarrowed } from './chosen.ts'
import { withoutHeldFields } from './project-json-redact.ts'
import type { ExportChoice } from './types.ts'

type Ids = ReadonlySet<ForeignValue>

/** Rows of articles that were removed stay behind, and files where they were not asked for. */
const WHERE: Partial<Record<Table, string>> = {
  revision: 'article_id IN (SELECT id FROM article)',
  original: 'id IN (SELECT r.original_id FROM revision r JOIN article a ON a.id = r.article_id)',
}

function allRows(db: ReadDb, originals: boolean): LibraryRows {
  const read = (table: Table): unknown[] => {
    if (table === 'original' && !originals) return []
    return db.all(`SELECT ${TABLES[table].join(', ')} FROM ${table} WHERE ${WHERE[table] ?? '1'} ORDER BY rowid`)
  }
  // The columns are asked for by name, so each row has the shape that its table says.
  return Object.fromEntries((Object.keys(TABLES) as Table[]).map((table) => [table, read(table)])) as unknown as LibraryRows // one entry for each table of the list
}

/** The rows that the filter lets out. Under a filter no events go out, and nothing written of cells on statements that do not. */
export function chosenRows(db: ReadDb, choice: ExportChoice): LibraryRows {
  const rows = allRows(db, choice.originals)
  if (!isNarrowed(choice)) return rows
  const isShown = (id: ForeignValue): boolean => annotations.has(id)
  const chosen = chosenFor(db, choice)
  const articles: Ids = new Set(chosen.articleIds)
  const annotations: Ids = new Set(chosen.annotations.map(({ id }) => id))
  const members = rows.thread_member.filter((row) => annotations.has(row.annotation_id))
  const threads = idsOf(members, 'thread_id')
  const article = rows.article.filter((row) => articles.has(row.id))
  const shownBy = idsBy(rows.thread_check_quote, 'check_id')
  const quotedBy = idsBy(rows.cell_summary_quote, 'summary_id')
  const placed = rows.article_collection.filter((row) => articles.has(row.article_id))
  const narrowed: LibraryRows = {
    ...rows,
    article,
    revision: rows.revision.filter((row) => articles.has(row.article_id)),
    not_text: rows.not_text.filter((row) => articles.has(row.article_id)),
    story: rows.story.filter((row) => article.some((one) => one.story_id === row.id)),
    story_apart: rows.story_apart.filter((row) => articles.has(row.article_id) && articles.has(row.other_id)),
    article_collection: placed,
    collection: withAbove(rows.collection, idsOf(placed, 'collection_id')),
    annotation: rows.annotation.filter((row) => annotations.has(row.id)),
    annotation_target: rows.annotation_target.filter((row) => annotations.has(row.annotation_id)),
    annotation_issue: rows.annotation_issue.filter((row) => annotations.has(row.annotation_id)),
    annotation_field: rows.annotation_field.filter((row) => annotations.has(row.annotation_id)),
    thread: rows.thread.filter((row) => threads.has(row.id)),
    thread_member: members,
    // A check tells of all that it shows.
    thread_check: rows.thread_check.filter((row) => threads.has(row.thread_id) && (shownBy.get(row.id) ?? []).every(isShown)),
    thread_check_quote: rows.thread_check_quote.filter((row) => annotations.has(row.annotation_id)),
    thread_apart: rows.thread_apart.filter((row) => annotations.has(row.annotation_id) && annotations.has(row.other_id)),
    event: [],
    cell_summary: rows.cell_summary.filter((row) => allSeen(row.seen, annotations) && (quotedBy.get(row.id) ?? []).every(isShown)),
    cell_summary_quote: rows.cell_summary_quote.filter((row) => annotations.has(row.annotation_id)),
    cell_override: rows.cell_override.filter((row) => allSeen(row.seen, annotations)),
  }
  // Values that are shown nowhere name nobody who goes out.
  const { party, party_alias, party_affiliation } = withParties(withoutHeldFields(narrowed))
  return { ...narrowed, party, party_alias, party_affiliation }
}

const idsOf = <Row>(rows: readonly Row[], column: keyof Row & string): Ids => new Set(rows.map((row) => row[column] as ForeignValue))

/** Annotations by what names them. */
const idsBy = <Key extends string>(rows: readonly ({ annotation_id: ForeignValue } & Record<Key, ForeignValue>)[], key: Key) =>
  new Map([...Map.groupBy(rows, (row) => row[key])].map(([id, own]) => [id, own.map((row) => row.annotation_id)]))

/** Whether it was written on statements, and all of them go out. */
function allSeen(seen: ForeignValue, annotations: Ids): boolean {
  const ids = typeof seen === 'string' ? (JSON.parse(seen) as number[]) : []
  return ids.length > 0 && ids.every((id) => annotations.has(id))
}

function withAbove<Row extends { id: ForeignValue; parent_id: ForeignValue }>(rows: readonly Row[], wanted: Ids): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = new Set<ForeignValue>()
  for (const id of wanted) for (let at = byId.get(id); at && !found.has(at.id); at = byId.get(at.parent_id)) found.add(at.id)
  return rows.filter(({ id }) => found.has(id))
}

/** The parties that are spoken of, those above them, and those they belong to. */
function withParties(rows: LibraryRows): LibraryRows {
  const fields = new Set(rows.tag_field.filter(({ type }) => type === 'party').map(({ id }) => id))
  const spoken = [
    ...rows.annotation.flatMap((row) => [row.speaker_id, row.on_behalf_of_id]),
    ...rows.annotation_target.map((row) => row.party_id),
    ...rows.annotation_field.flatMap((row) => (fields.has(row.field_id) ? [Number(row.value)] : [])),
    ...rows.thread.flatMap((row) => [row.owner_id, row.addressee_id]),
    ...rows.thread_check.map((row) => row.by_id),
    ...[...rows.cell_summary, ...rows.cell_override].map((row) => row.party_id),
  ]
  const near = new Set(withAbove(rows.party, new Set(spoken)).map(({ id }) => id))
  const ties = rows.party_affiliation.filter((row) => near.has(row.party_id))
  const party = withAbove(rows.party, new Set([...near, ...ties.map((row) => row.with_id)]))
  const here = idsOf(party, 'id')
  return {
    ...rows,
    party,
    party_alias: rows.party_alias.filter((row) => here.has(row.party_id)),
    party_affiliation: ties,
  }
}
