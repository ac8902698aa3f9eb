/**
 * What a report says, as plain data: gathered from the library in one place, rendered in another. Everything is sorted
 * here, so that the same library gives the same bytes.
 */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { Tag } from '../../../shared/domain/codebook.ts'
import type { Matrix } from '../../../shared/domain/compare.ts'
import type { PartialDate } from '../../../shared/domain/partial-date.ts'
import type { Band } from '../../compare/side-by-side.ts'
import type { PartyRole } from '../../../shared/domain/party.ts'

/** A value of a field of the tag's own, in words. */
export interface OwnField {
  readonly name: string
  readonly text: string
}

/** One annotation with its names looked up. */
export interface Statement {
  /** Running number through the whole report, from 1: with the tag's letter it is the name under which it is cited. */
  readonly number: number
  readonly coding: Annotation
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
}

/** The filter with names in place of ids; what does not filter is left out. */
export interface FilterNames {
  readonly from?: string
  readonly to?: string
  readonly tags: readonly string[]
  readonly parties: readonly string[]
  readonly issues: readonly (readonly string[])[]
  readonly outlets: readonly string[]
  /** Number of articles chosen one by one; 0 for all. */
  readonly articles: number
  readonly importantOnly: boolean
  readonly storyOnce: boolean
}

export interface ReportInclude {
  /** The analysts' own notes, on annotations and on articles. */
  readonly notes: boolean
  /** Names of coders. */
  readonly coders: boolean
  /** Full text of the articles; without it only the annotated passages. */
  readonly text: boolean
  /** Coding tables. */
  readonly table: boolean
}

interface Gathered {
  readonly title: string
  readonly libraryName: string
  readonly filter: FilterNames
  readonly include: ReportInclude
  /** By date of publication, undated ones last. */
  readonly articles: readonly Article[]
  /** By article as above, then by position. */
  readonly statements: readonly Statement[]
  /** The whole codebook, in its order. */
  readonly tags: readonly Tag[]
  /** Stretches that are not text, by article; where there are none, none. */
  readonly notText: ReadonlyMap<number, readonly Span[]>
}

export interface AnnotatedData extends Gathered {
  readonly kind: 'annotated'
}

export interface ComparisonData extends Gathered {
  readonly kind: 'comparison'
  readonly matrix: Matrix
  readonly bands: readonly Band[]
  /** Columns in the order of the report: principals, mediators, observers, others. */
  readonly columns: readonly { readonly id: number; readonly name: string; readonly role: PartyRole; readonly statements: number }[]
  /** Path of each issue. */
  readonly issues: ReadonlyMap<number, readonly string[]>
}

export type ReportData = AnnotatedData | ComparisonData
