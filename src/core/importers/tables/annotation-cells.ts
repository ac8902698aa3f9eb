/**
 * The coding in a row of a table of annotations. A column that is not there says nothing; a blank cell says that there is nothing. A value that
 * cannot be what its column is for is left, and its column named.
 */
import {
  annotationStatusSchema,
  attributionSchema,
  confidenceSchema,
  intensitySchema,
  MOST_LINKS,
  MOST_SOURCES,
  stanceSchema,
} from '../../../shared/domain/annotation.ts'
import { languageSchema } from '../../../shared/domain/article.ts'
import { partialDateSchema } from '../../../shared/domain/partial-date.ts'
import type { FieldType, FieldValue } from '../../../shared/domain/tag-field.ts'
import { HEADS, type HeadId } from '../../exporters/sheets/library/heads.ts'
import { LONGEST_CELL } from '../../exporters/sheets/long-texts.ts'
import { readList, readPath } from '../../exporters/sheets/library/name-list.ts'
import type { ProjectAnnotation } from '../project.ts'
import type { AnnotationHead } from './annotation-head.ts'

/** Texts that were cut to fit a cell end in a mark, at the very end of what a cell holds. */
const CUT = LONGEST_CELL - 200

export class RowReader {
  readonly #head: AnnotationHead
  /** Heads of columns with a value that could not be taken. */
  readonly refused: string[] = []
  /** Values that a spreadsheet could not hold whole. */
  cut = 0
  #row: readonly string[] = []

  constructor(head: AnnotationHead) {
    this.#head = head
  }

  open(row: readonly string[]): this {
    this.#row = row
    return this
  }

  has(id: HeadId): boolean {
    return this.#head.columns.has(id)
  }

  /** As it stands; '' where there is none. */
  raw(id: HeadId): string {
    const column = this.#head.columns.get(id)
    return column === undefined ? '' : (this.#row[column] ?? '')
  }

  text(id: HeadId): string | null {
    return this.raw(id).trim() === '' ? null : this.raw(id)
  }

  number(id: HeadId): number {
    const cell = this.raw(id).trim()
    return cell === '' ? Number.NaN : Number(cell)
  }

  /** What the columns that are there say of the coding; tag, people and issues aside. */
  coding(): Partial<ProjectAnnotation> {
    const found: Partial<Record<HeadId, unknown>> = {}
    const set = (id: HeadId, value: unknown): void => {
      if (this.has(id) && value !== undefined) found[id] = value
    }
    for (const [id, schema] of WORDS)
      set(
        id,
        this.#checked(id, (cell) => schema.safeParse(cell.trim().toLowerCase()).data),
      )
    set(
      'intensity',
      this.#checked('intensity', (cell) => intensitySchema.safeParse(Number(cell)).data),
    )
    set(
      'stated',
      this.#checked('stated', (cell) => partialDateSchema.safeParse(cell.trim()).data),
    )
    set(
      'translationLanguage',
      this.#checked('translationLanguage', (cell) => languageSchema.safeParse(cell.trim()).data),
    )
    set('important', this.#checked('important', readYesNo) ?? (this.raw('important').trim() === '' ? false : undefined))
    set('reportedBy', readList(this.raw('reportedBy')).slice(0, MOST_SOURCES).map((name) => name.slice(0, 300))) // prettier-ignore
    for (const id of ['condition', 'consequence', 'deadline', 'translation', 'note'] as const) set(id, this.#whole(id))
    return found as Partial<ProjectAnnotation>
  }

  status(): ProjectAnnotation['status'] {
    return this.has('status') ? (this.#checked('status', (cell) => annotationStatusSchema.safeParse(cell.trim().toLowerCase()).data) ?? undefined) : undefined // prettier-ignore
  }

  /** Names of several parties. */
  names(id: HeadId): string[] {
    return readList(this.raw(id)).slice(0, MOST_LINKS)
  }

  paths(): string[][] {
    return readList(this.raw('issues'))
      .slice(0, MOST_LINKS)
      .map(readPath)
      .filter((path) => path.length > 0)
  }

  /** Values of the tag's own fields, by name, each as its type has it; those of parties as they are named. */
  fields(tagCode: string): { name: string; type: FieldType; value: FieldValue }[] {
    return this.#head.fields.flatMap(({ column, tagCode: code, name, type }) => {
      const cell = this.#row[column] ?? ''
      if (code !== tagCode || cell.trim() === '') return []
      const value = fieldValue(cell.trim(), type)
      if (value === undefined) this.refused.push(`${tagCode}: ${name}`)
      return value === undefined ? [] : [{ name, type, value }]
    })
  }

  /** null for a blank; undefined for what cannot be. */
  #checked<T>(id: HeadId, read: (cell: string) => T | undefined): T | null | undefined {
    const cell = this.raw(id)
    if (cell.trim() === '') return null
    const value = read(cell)
    if (value === undefined) this.refused.push(HEADS[id])
    return value
  }

  #whole(id: HeadId): string | null | undefined {
    const text = this.text(id)
    if (text === null || text.length < CUT) return text
    this.cut += 1
    return undefined
  }
}

const WORDS = [
  ['stance', stanceSchema],
  ['attribution', attributionSchema],
  ['confidence', confidenceSchema],
] as const

/** As it is written here, and as spreadsheets write it. */
function readYesNo(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase()
  if (['yes', 'true', '1'].includes(word)) return true
  return ['no', 'false', '0'].includes(word) ? false : undefined
}

function fieldValue(cell: string, type: FieldType): FieldValue | undefined {
  if (type === 'yes-no') return readYesNo(cell)
  if (type === 'number') return Number.isFinite(Number(cell)) ? Number(cell) : undefined
  return type === 'date' ? partialDateSchema.safeParse(cell).data : cell
}
