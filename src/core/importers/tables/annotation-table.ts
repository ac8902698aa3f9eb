/**
 * A table of annotations coming back, as a project: what was edited in a spreadsheet is found by the ids of annotations and articles. The table
 * has no texts: an article that is not here is made of its quotes and marked as that; the text of one that is here is never touched.
 */
import { credibilitySchema, reliabilitySchema } from '../../../shared/domain/article.ts'
import { uidSchema } from '../../../shared/domain/ids.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { HEADS, type HeadId } from '../../exporters/sheets/library/heads.ts'
import { say } from '../../messages.ts'
import type { FormatId } from '../format-ids.ts'
import { directionOf } from '../metadata/language.ts'
import { kept, namedLoss } from '../projects/losses.ts'
import type { ProjectAnnotation, ProjectArticle } from '../project.ts'
import { lossInRows } from '../records/row-numbers.ts'
import type { ImportLoss, NotRead, ReadProject } from '../types.ts'
import { RowReader } from './annotation-cells.ts'
import type { AnnotationHead } from './annotation-head.ts'
import { AnnotationNames } from './annotation-names.ts'
import { TagNames, type RowTag } from './annotation-tags.ts'
import { textOfPassages } from './annotation-texts.ts'

export interface AnnotationTable {
  readonly format: FormatId
  readonly mediaType: string
  readonly name: string
  readonly head: AnnotationHead
  /** Without the head. */
  readonly rows: readonly (readonly string[])[]
  /** The number of each row as its file counts them. */
  readonly numbers: readonly number[]
  readonly lost: readonly ImportLoss[]
}

/** Columns that follow from others, or from what a table has not. */
const NOT_TAKEN: readonly HeadId[] = ['threads', 'collections']

interface Row {
  readonly cells: readonly string[]
  readonly uid: string
  readonly articleUid: string
  readonly tag: RowTag
}

export function annotationProject(table: AnnotationTable): ReadProject | NotRead {
  const { format, mediaType, head, numbers } = table
  const reader = new RowReader(head)
  const bad: number[] = []
  const seen = new Set<string>()
  const rows = table.rows.flatMap((cells, index): Row[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    reader.open(cells)
    const [uid, articleUid] = (['uid', 'articleUid'] as const).map((id) => uidSchema.safeParse(reader.raw(id).trim().toLowerCase()).data)
    if (uid === undefined || articleUid === undefined || seen.has(uid)) {
      bad.push(numbers[index] ?? index + 2)
      return []
    }
    seen.add(uid)
    return [{ cells, uid, articleUid, tag: { code: reader.raw('tagCode').trim(), name: reader.raw('tag').trim() } }]
  })
  if (rows.length === 0) return { kind: 'problem', format, problem: { code: 'no-text', details: {} } }
  const tags = new TagNames(rows.map(({ tag }) => tag))
  const names = new AnnotationNames()
  const annotations: ProjectAnnotation[] = []
  const articles = [...Map.groupBy(rows, ({ articleUid }) => articleUid)].map(([uid, own]) => {
    const { article, starts } = articleOf(uid, own, reader)
    own.forEach((row, index) => annotations.push(annotationOf(row, reader.open(row.cells), { start: starts[index] ?? 0, tags, names })))
    return article
  })
  const others = [...head.others, ...NOT_TAKEN.flatMap((id): [number, string][] => [[head.columns.get(id) ?? -1, HEADS[id]]])]
  const left = others.filter(([column]) => rows.some(({ cells }) => (cells[column] ?? '').trim() !== '')).map(([, name]) => name)
  const fields = head.fields.map((field) => ({ ...field, choices: names.choices(field) }))
  return {
    kind: 'project',
    format,
    mediaType,
    project: {
      origin: 'Parley',
      name: table.name.replace(/\.[^.]*$/, ''),
      articles,
      tags: tags.entries(fields),
      issues: names.issues(),
      parties: names.parties(),
      annotations,
    },
    lost: kept([
      ...table.lost,
      ...lossInRows('table-rows', bad),
      namedLoss('columns', left),
      { ...namedLoss('table-values', [...new Set(reader.refused)]), count: reader.refused.length },
      { code: 'table-cut', count: reader.cut },
      { code: 'table-texts', count: articles.length },
    ]),
  }
}

/** What all rows say of their article; where they differ, as after an edit in one of them, nothing is said. */
function articleOf(uid: string, rows: readonly Row[], reader: RowReader): { article: ProjectArticle; starts: number[] } {
  const { text, starts } = textOfPassages(
    rows.map(({ cells }) => {
      reader.open(cells)
      const quote = reader.raw('quote')
      const [start, end, revision] = [reader.number('start'), reader.number('end'), reader.number('revision')]
      const isWhole = end - start === quote.length
      return {
        quote,
        before: reader.raw('prefix'),
        after: reader.raw('suffix'),
        start: isWhole ? start : Number.POSITIVE_INFINITY,
        revision: revision || 1,
      }
    }),
  )
  const same = (id: HeadId): string | null => {
    const said = new Set(rows.map(({ cells }) => reader.open(cells).raw(id).trim()))
    const [only = ''] = said
    return said.size > 1 || only === '' ? null : only
  }
  const language = same('language')
  const reliability = reliabilitySchema.safeParse(same('reliability')?.toUpperCase()).data
  const credibility = credibilitySchema.safeParse(Number(same('credibility'))).data
  return {
    starts,
    article: {
      key: uid,
      uid,
      text,
      title: same('title'),
      outlet: same('outlet'),
      author: same('author'),
      url: same('url'),
      published: same('published'),
      language,
      direction: directionOf(language, rows.map(({ cells }) => reader.open(cells).raw('quote')).join('\n')),
      details: { excerpt: say('export.excerpt') },
      isExcerpt: true,
      more: {
        ...(reliability !== undefined && { reliability }),
        ...(credibility !== undefined && { credibility }),
      },
    },
  }
}

interface Place {
  readonly start: number
  readonly tags: TagNames
  readonly names: AnnotationNames
}

function annotationOf(row: Row, reader: RowReader, { start, tags, names }: Place): ProjectAnnotation {
  const tag = tags.of(row.tag)
  const created = Date.parse(reader.raw('created'))
  const status = reader.status()
  const own = tag?.code ? reader.fields(tag.code) : []
  return {
    key: row.uid,
    uid: row.uid,
    article: row.articleUid,
    start,
    end: start + canonicalText(reader.raw('quote')).text.length,
    tag: tag?.key ?? null,
    ...reader.coding(),
    ...(status && { status }),
    ...(reader.has('speaker') && { speaker: names.party(reader.raw('speaker')) }),
    ...(reader.has('onBehalfOf') && { onBehalfOf: names.party(reader.raw('onBehalfOf')) }),
    ...(reader.has('targets') && { targets: reader.names('targets').flatMap((name) => names.party(name) ?? []) }),
    ...(reader.has('issues') && { issues: reader.paths().map((path) => names.issue(path)) }),
    ...(own.length > 0 && { fields: Object.fromEntries(own.map((field) => [field.name, names.field(tag?.code ?? '', field)])) }),
    coder: reader.text('coder')?.trim().slice(0, 200) ?? null,
    ...(Number.isSafeInteger(created) && { createdAt: created }),
    ...(reader.raw('anchor').trim() === 'gone' && { gone: true }),
  }
}
