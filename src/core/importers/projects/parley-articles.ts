/** Articles of another library with all their texts, files, pages, and what is marked as not text. */
import { z } from 'zod'
import { codingStatusSchema, credibilitySchema, languageSchema, reliabilitySchema } from '../../../shared/domain/article.ts'
import { uidSchema } from '../../../shared/domain/ids.ts'
import { notTextKindSchema } from '../../../shared/domain/not-text.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import type { ForeignValue } from '../../store/foreign/open-foreign.ts'
import type { LibraryData } from '../../store/foreign/parley.ts'
import type { ProjectArticle, ProjectOriginal, ProjectRevision } from '../project.ts'
import { byId, json, key, number, text, textOrNull, valid, type Dropped } from './parley-values.ts'

const pagesSchema = z.array(z.tuple([z.int().min(0), z.string().max(50)])).max(50_000)
const detailsSchema = z.record(z.string(), z.string())

type Rows = LibraryData['rows']

export function articlesIn(rows: Rows, coders: ReadonlyMap<ForeignValue, string>, dropped: Dropped): ProjectArticle[] {
  const outlets = byId(rows.outlet)
  const originals = new Map(rows.original.map((row) => [row.id, originalOf(row)]))
  const revisions = Map.groupBy(rows.revision, (row) => row.article_id)
  const notText = Map.groupBy(rows.not_text, (row) => row.article_id)
  const collections = Map.groupBy(rows.article_collection, (row) => row.article_id)
  return rows.article.flatMap((row): ProjectArticle[] => {
    const own = (revisions.get(row.id) ?? []).toSorted((one, other) => number(one.number) - number(other.number))
    // Texts behind the present one were taken back.
    const present = own.findIndex(({ id }) => id === row.revision_id)
    const texts = own.slice(0, present + 1).map((revision) => revisionOf(revision, originals, coders))
    const current = texts.at(-1)
    const uid = uidSchema.safeParse(row.uid).data ?? null
    if (present < 0 || !current || uid === null || texts.some((one) => one === null)) {
      dropped.count += 1
      return []
    }
    const stretches = (notText.get(row.id) ?? []).filter((one) => one.revision_id === row.revision_id)
    return [
      {
        key: String(row.id),
        uid,
        text: current.text,
        title: textOrNull(row.title),
        outlet: textOrNull(outlets.get(row.outlet_id)?.name ?? null),
        author: textOrNull(row.author),
        url: textOrNull(row.url),
        published: textOrNull(row.published),
        language: textOrNull(row.language),
        direction: row.direction === 'rtl' ? 'rtl' : 'ltr',
        note: textOrNull(row.note),
        details: json(row.details, detailsSchema, {}),
        pages: current.pages ?? [],
        notText: stretches.flatMap((one) => {
          const kind = notTextKindSchema.safeParse(one.kind).data
          const [start, end] = [number(one.start_u16), number(one.end_u16)]
          return kind && start >= 0 && start < end && end <= current.text.length ? [{ start, end, kind }] : []
        }),
        more: {
          translatedFrom: valid(row.translated_from, languageSchema, dropped),
          reliability: valid(row.reliability, reliabilitySchema, dropped),
          credibility: valid(row.credibility, credibilitySchema, dropped),
          status: codingStatusSchema.safeParse(row.status).data ?? 'new',
        },
        original: current.original,
        revisions: texts.filter((one) => one !== null),
        collections: (collections.get(row.id) ?? []).flatMap((one) => key(one.collection_id) ?? []),
        story: key(row.story_id),
        addedAt: Number.isFinite(number(row.added_ms)) ? number(row.added_ms) : 0,
      },
    ]
  })
}

/** null where it is no text that a library holds: offsets into another one would be wrong. */
function revisionOf(
  row: Rows['revision'][number],
  originals: ReadonlyMap<ForeignValue, ProjectOriginal>,
  coders: ReadonlyMap<ForeignValue, string>,
): ProjectRevision | null {
  const content = text(row.text)
  const uid = uidSchema.safeParse(row.uid).data
  if (uid === undefined || content.trim() === '' || canonicalText(content).text !== content) return null
  return {
    uid,
    number: number(row.number),
    text: content,
    pages: json(row.pages, pagesSchema, []).map(([start, label]) => ({ start, label })),
    part: z.int().min(1).safeParse(row.part).data ?? null,
    note: textOrNull(row.note),
    coder: coders.get(row.coder_id) ?? null,
    addedAt: Number.isFinite(number(row.added_ms)) ? number(row.added_ms) : 0,
    original: originals.get(row.original_id) ?? null,
  }
}

const originalOf = (row: Rows['original'][number]): ProjectOriginal => ({
  name: text(row.name),
  mediaType: text(row.media_type),
  encoding: text(row.encoding),
  bytes: row.bytes instanceof Uint8Array ? Uint8Array.from(row.bytes) : new Uint8Array(),
})
