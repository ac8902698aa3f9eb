/** The table of annotations: a row for each, with every field. Values are the words of the contract ("supports"), for filters and scripts. */
import { passageLink } from '../../../../shared/domain/passage-link.ts'
import type { TagField } from '../../../../shared/domain/tag-field.ts'
import { say } from '../../../messages.ts'
import type { ReadDb } from '../../../store/types.ts'
import type { Sheet, SheetValue } from '../../document/model.ts'
import type { ExportChoice } from '../../interchange/types.ts'
import type { RowSheet } from '../worksheet.ts'
import { annotationRows, type AnnotationRow } from './annotation-rows.ts'
import { fieldHead, HEADS, type HeadId } from './heads.ts'
import { writeList } from './name-list.ts'
import type { Names } from './names.ts'

interface TableColumn {
  readonly id: HeadId
  readonly kind: Sheet['columns'][number]['kind']
  readonly width?: number
  readonly value: (row: AnnotationRow, names: Names) => SheetValue
}

const text = (id: HeadId, value: TableColumn['value'], width?: number): TableColumn => ({
  id,
  kind: 'text',
  value,
  ...(width && { width }),
})
const number = (id: HeadId, value: TableColumn['value']): TableColumn => ({ id, kind: 'number', value })
const day = (id: HeadId, value: TableColumn['value']): TableColumn => ({ id, kind: 'date', value })
const named = (ids: readonly number[], name: (id: number) => string | null): string => writeList(ids.flatMap((id) => name(id) ?? []))

/** What people read comes first, what scripts need last. */
const COLUMNS: readonly TableColumn[] = [
  text('title', ({ article }) => article.title, 36),
  text('outlet', ({ article }) => article.outlet),
  day('published', ({ article }) => article.published),
  text('quote', ({ annotation }) => annotation.quote, 60),
  text('translation', ({ annotation }) => annotation.translation, 60),
  text('tag', ({ annotation }, names) => names.tag(annotation.tagId)?.name ?? null),
  text('speaker', ({ annotation }, names) => names.party(annotation.speakerId), 24),
  text('onBehalfOf', ({ annotation }, names) => names.party(annotation.onBehalfOfId), 24),
  text('targets', ({ annotation }, names) => named(annotation.targetIds, names.party), 28),
  text('issues', ({ annotation }, names) => named(annotation.issueIds, names.issue), 36),
  text('stance', ({ annotation }) => annotation.stance),
  number('intensity', ({ annotation }) => annotation.intensity),
  text('attribution', ({ annotation }) => annotation.attribution),
  text('reportedBy', ({ annotation }) => writeList(annotation.reportedBy), 24),
  day('stated', ({ annotation }) => annotation.stated),
  text('condition', ({ annotation }) => annotation.condition, 32),
  text('consequence', ({ annotation }) => annotation.consequence, 32),
  text('deadline', ({ annotation }) => annotation.deadline),
  text('confidence', ({ annotation }) => annotation.confidence),
  text('note', ({ annotation }) => annotation.note, 40),
  { id: 'important', kind: 'yes-no', value: ({ annotation }) => annotation.important },
  text('status', ({ annotation }) => annotation.status),
  text('anchor', ({ annotation }) => annotation.anchor ?? null),
  text('coder', ({ annotation }, names) => names.coder(annotation.coder)),
  text('threads', ({ threads }) => threads, 36),
  text('collections', ({ collections }) => collections, 28),
  text('prefix', ({ annotation }) => annotation.prefix, 32),
  text('suffix', ({ annotation }) => annotation.suffix, 32),
  text('author', ({ article }) => article.author),
  text('url', ({ article }) => article.url, 40),
  text('language', ({ article }) => article.language),
  text('translationLanguage', ({ annotation }) => annotation.translationLanguage),
  text('reliability', ({ article }) => article.reliability),
  number('credibility', ({ article }) => article.credibility),
  text('tagCode', ({ annotation }, names) => names.tag(annotation.tagId)?.code ?? null),
  number('revision', ({ revision }) => revision),
  number('start', ({ annotation }) => annotation.start),
  number('end', ({ annotation }) => annotation.end),
  number('startCodePoints', ({ codePoints }) => codePoints.start),
  number('endCodePoints', ({ codePoints }) => codePoints.end),
  text('created', ({ annotation }) => annotation.createdAt),
  text('changed', ({ annotation }) => annotation.changedAt),
  text('uid', ({ annotation }) => annotation.uid, 38),
  text('articleUid', ({ article }) => article.uid, 38),
  { id: 'link', kind: 'link', width: 40, value: ({ article, annotation }) => passageLink(article.uid, annotation.uid) },
]

/** `notes` and `quotesOnly` of the choice take whole columns away. */
export function annotationSheet(
  db: ReadDb,
  ids: readonly number[],
  { names, choice }: { names: Names; choice: Pick<ExportChoice, 'notes' | 'quotesOnly'> },
): RowSheet {
  const left = new Set<HeadId>([
    ...(choice.notes ? [] : (['note'] as const)),
    ...(choice.quotesOnly ? (['prefix', 'suffix'] as const) : []),
  ])
  const columns = COLUMNS.filter(({ id }) => !left.has(id))
  const fields = names.tags.flatMap((tag) => tag.fields.map((field) => ({ tag, field })))
  function* rows(): Generator<SheetValue[]> {
    for (const row of annotationRows(db, ids, names)) {
      const { fields: values, tagId } = row.annotation
      // A value that is kept from a tag it had before is no value of this one.
      const own = fields.map(({ tag, field }) => (tag.id === tagId ? fieldValue(values[String(field.id)], field, names) : null))
      yield [...columns.map(({ value }) => value(row, names)), ...own]
    }
  }
  return {
    name: say('sheet.annotations'),
    columns: [
      ...columns.map(({ id, kind, width }) => ({ head: HEADS[id], kind, ...(width && { width }) })),
      ...fields.map(({ tag, field }) => ({ head: fieldHead(tag.code, field), kind: KINDS[field.type] })),
    ],
    rows: rows(),
  }
}

const KINDS: Readonly<Record<TagField['type'], TableColumn['kind']>> = {
  text: 'text',
  number: 'number',
  date: 'date',
  choice: 'text',
  'yes-no': 'yes-no',
  party: 'text',
}

const fieldValue = (value: SheetValue | undefined, { type }: TagField, names: Names): SheetValue =>
  value === undefined || value === null ? null : type === 'party' ? names.party(Number(value)) : value
