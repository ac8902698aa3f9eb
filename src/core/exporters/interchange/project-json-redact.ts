/** What does not go out of the rows that do: names of coders, the analysts' own words, earlier texts, all of a text but its quotes. */
import { canonicalText } from '../../../shared/text/canonical.ts'
import { detailsWithoutPaths } from '../../../shared/text/local-path.ts'
import type { Span } from '../../../shared/text/span.ts'
import { madeUid } from '../../importers/projects/uids.ts'
import { say } from '../../messages.ts'
import type { ForeignValue } from '../../store/foreign/open-foreign.ts'
import type { LibraryRows } from '../../store/foreign/parley.ts'

/** Each coder by their number among all of the library. */
export function withoutCoders(rows: LibraryRows, numbers: ReadonlyMap<string, number>): LibraryRows {
  const called = (name: ForeignValue): string => say('export.coder', { number: numbers.get(String(name)) ?? 0 })
  return { ...rows, coder: rows.coder.map((row) => ({ ...row, name: called(row.name) })) }
}

/** No words of the analysts' own: notes, reasons, and what they wrote of cells. Definitions of the codebook stay. */
export function withoutNotes(rows: LibraryRows): LibraryRows {
  const noNote = <Row extends { note: ForeignValue }>(list: readonly Row[], empty: ForeignValue): Row[] =>
    list.map((row) => ({ ...row, note: empty }))
  return {
    ...rows,
    article: noNote(rows.article, null),
    revision: noNote(rows.revision, null),
    annotation: noNote(rows.annotation, null),
    thread: noNote(rows.thread, null).map((row) => ({ ...row, status_reason: null })),
    thread_check: noNote(rows.thread_check, ''),
    party: noNote(rows.party, ''),
    party_affiliation: noNote(rows.party_affiliation, ''),
    event: noNote(rows.event, ''),
    cell_summary: [],
    cell_summary_quote: [],
    cell_override: [],
  }
}

/** The present texts, and of the earlier ones those in which an annotation that goes out still stands; numbered anew. */
export function withoutEarlier(rows: LibraryRows): LibraryRows {
  const needed = new Set([...rows.article, ...rows.annotation].map((row) => row.revision_id))
  const revisions = Map.groupBy(
    rows.revision.filter(({ id }) => needed.has(id)),
    (row) => row.article_id,
  )
  const numbered = [...revisions.values()].flatMap((own) =>
    own.toSorted((one, other) => Number(one.number) - Number(other.number)).map((row, index) => ({ ...row, number: index + 1 })),
  )
  return { ...rows, revision: numbered }
}

/** Without values of fields that an annotation's tag does not have: they are kept for when the tag comes back, and shown nowhere. */
export function withoutHeldFields(rows: LibraryRows): LibraryRows {
  const tags = new Map(rows.annotation.map((row) => [row.id, row.tag_id]))
  const fields = new Map(rows.tag_field.map((row) => [row.id, row.tag_id]))
  const kept = rows.annotation_field.filter((row) => fields.get(row.field_id) === tags.get(row.annotation_id))
  return { ...rows, annotation_field: kept }
}

/** Without where files lie on the analyst's own machine, as reference managers tell it. */
export function withoutPlaces(rows: LibraryRows): LibraryRows {
  const article = rows.article.map((row) => {
    const details = detailsOf(row.details)
    const kept = detailsWithoutPaths(details)
    return kept === details ? row : { ...row, details: JSON.stringify(kept) }
  })
  return { ...rows, article }
}

const GAP = '[…]'

/** Articles with their quotes in place of their texts; those without quotes stay, and what is told of places in the whole text. */
export function quotesOnly(rows: LibraryRows): LibraryRows {
  const coded = Map.groupBy(rows.annotation, (row) => row.revision_id)
  const quoted = new Set(rows.annotation.map((row) => row.article_id))
  const article = rows.article.filter(({ id }) => quoted.has(id))
  const here = new Set(article.map(({ id }) => id))
  const excerpts = new Map<ForeignValue, Excerpt>()
  const revision = rows.revision
    .filter((row) => here.has(row.article_id))
    .map((row) => {
      const spans = (coded.get(row.id) ?? []).map((one) => ({ start: Number(one.start_u16), end: Number(one.end_u16) }))
      const excerpt = excerptOf(String(row.text), spans)
      excerpts.set(row.id, excerpt)
      return { ...row, uid: madeUid('excerpt', String(row.uid), excerpt.text), text: excerpt.text, pages: null, original_id: null }
    })
  const annotation = rows.annotation.map((row) => {
    const move = excerpts.get(row.revision_id)?.move ?? ((offset: number) => offset)
    const start = move(Number(row.start_u16))
    return { ...row, start_u16: start, end_u16: start + Number(row.end_u16) - Number(row.start_u16) }
  })
  const marked = article.map((row) => ({ ...row, details: JSON.stringify({ ...detailsOf(row.details), excerpt: say('export.excerpt') }) }))
  const has = (row: { article_id: ForeignValue }): boolean => here.has(row.article_id)
  return {
    ...rows,
    article: marked,
    revision,
    annotation,
    original: [],
    not_text: [],
    article_collection: rows.article_collection.filter(has),
    story_apart: rows.story_apart.filter((row) => has(row) && here.has(row.other_id)),
  }
}

/** Texts by name, as whatever writes them makes sure. */
const detailsOf = (details: ForeignValue): Readonly<Record<string, string>> =>
  typeof details === 'string' ? (JSON.parse(details) as Record<string, string>) : {}

interface Excerpt {
  readonly text: string
  /** Start of a quote in the whole text → in the excerpt. */
  readonly move: (offset: number) => number
}

/**
 * Passages that overlap are one; each is a paragraph, with a mark wherever something was left out. The excerpt of a canonical text is
 * canonical: what could be taken for a mark of the encoding never comes first.
 */
export function excerptOf(text: string, quotes: readonly Span[]): Excerpt {
  const passages: { start: number; end: number; at: number }[] = []
  for (const { start, end } of quotes.toSorted((one, other) => one.start - other.start)) {
    const last = passages.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else passages.push({ start, end, at: 0 })
  }
  let excerpt = passages[0]?.start === 0 ? '' : GAP
  for (const passage of passages) {
    if (excerpt !== '') excerpt += passage === passages[0] ? '\n\n' : `\n\n${GAP}\n\n`
    passage.at = excerpt.length
    excerpt += text.slice(passage.start, passage.end)
  }
  if (passages.length > 0 && passages.at(-1)?.end !== text.length) excerpt += `\n\n${GAP}`
  if (canonicalText(excerpt).text !== excerpt) throw new Error('an excerpt of a canonical text is canonical')
  return {
    text: excerpt,
    move: (offset) => {
      const passage = passages.find(({ start, end }) => offset >= start && offset < end)
      return passage ? passage.at + offset - passage.start : offset
    },
  }
}
