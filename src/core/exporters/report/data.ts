/** What the sections of a report work with: a statement with its names looked up, and the choices of whoever makes the report. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Tag } from '../../../shared/domain/codebook.ts'
import type { PartialDate } from '../../../shared/domain/partial-date.ts'
import type { ReportRequest } from '../../../shared/domain/report.ts'
import type { Cited } from '../document/model.ts'

/** A value of a field of the tag's own, in words. */
export interface OwnField {
  readonly name: string
  readonly text: string
}

/** One annotation with its names looked up. */
export interface Statement {
  /** How it is cited. Its number is given when the whole report is gathered: by article as the sources stand, then by position. */
  readonly cited: Cited
  readonly coding: Annotation
  readonly article: Article
  readonly tag: Tag
  readonly speaker: string | null
  readonly onBehalfOf: string | null
  readonly targets: readonly string[]
  /** Path of each issue, from the root. */
  readonly issues: readonly (readonly string[])[]
  /** Values of the tag's own fields, in the order of the form. */
  readonly fields: readonly OwnField[]
  /** Stated date where given, else the date of publication. */
  readonly date: PartialDate | null
  /** Said, or coded, since what the report takes for new. */
  readonly isNew: boolean
}

/** What is shown. `own`: what the analysts wrote themselves, in summaries, readings and texts. */
export type Shown = Readonly<ReportRequest['include']> & { readonly own: boolean }

/** With "quotes only" nothing of the analysts' own is shown, whatever else was chosen. */
export const shownBy = ({ include, quotesOnly }: Pick<ReportRequest, 'include' | 'quotesOnly'>): Shown =>
  quotesOnly ? { ...include, notes: false, table: false, text: false, own: false } : { ...include, own: true }
