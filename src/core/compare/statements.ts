/**
 * Statements as columns: every annotation of a library as numbers in typed arrays, in order of time (compare/order.ts), so that a million
 * of them are counted in milliseconds. Pure; the store fills them (store/statement-columns.ts) and selects the rows that pass a filter.
 * A row is an index into these arrays; 0 in a column of ids means none. The arrays are the store's own and are good until the next write:
 * whoever waits asks for them anew.
 */
import type { AnnotationStatus, Attribution, Confidence, Stance } from '../../shared/domain/annotation.ts'

/** Words as they stand in the columns: the index, 0 for none. */
export const STANCES: readonly (Stance | null)[] = [null, 'supports', 'opposes', 'conditional', 'neutral', 'declined']
export const ATTRIBUTIONS: readonly (Attribution | null)[] = [null, 'direct', 'paraphrase', 'anonymous', 'outlet', 'denied']
export const CONFIDENCES: readonly (Confidence | null)[] = [null, 'low', 'medium', 'high']
export const STATUSES: readonly (AnnotationStatus | null)[] = [null, 'draft', 'reviewed', 'disputed']

/** A statement without a date: before all others. */
export const UNDATED = -2_147_483_648

export interface StatementColumns {
  readonly count: number
  readonly id: Int32Array
  readonly articleId: Int32Array
  readonly speakerId: Int32Array
  readonly tagId: Int32Array
  /** Index into STANCES. */
  readonly stance: Uint8Array
  /** 1 to 5; 0: none. */
  readonly intensity: Uint8Array
  /** Index into ATTRIBUTIONS. */
  readonly attribution: Uint8Array
  /** First day (days since 1970-01-01) that its date can mean: the stated date, else the publication; UNDATED where there is neither. */
  readonly day: Int32Array
  /** Time of day, so that within a day a smaller number comes first; 0: none is told. */
  readonly time: Int32Array
  /** First day of the publication of its article; UNDATED where there is none. */
  readonly publishedDay: Int32Array
  /** 1 where the day is the stated one, 0 where it is that of the publication or there is none. */
  readonly isStated: Uint8Array
  /** When it was coded: milliseconds since 1970. */
  readonly createdMs: Float64Array
  readonly outletId: Int32Array
  readonly storyId: Int32Array
  /** 1 (A) to 6 (F) and 1 to 6 of the admiralty scale; 0: not graded. */
  readonly reliability: Uint8Array
  readonly credibility: Uint8Array
  readonly coderId: Int32Array
  /** Index into STATUSES. */
  readonly status: Uint8Array
  /** Index into CONFIDENCES. */
  readonly confidence: Uint8Array
  /** 1 where it is marked as important. */
  readonly important: Uint8Array
  /** Issues of row r: issueId[issueStart[r]] up to issueId[issueStart[r + 1] - 1]. issueStart has count + 1 entries. */
  readonly issueStart: Int32Array
  readonly issueId: Int32Array
  /** Parties addressed, in the same way. */
  readonly targetStart: Int32Array
  readonly targetId: Int32Array
}

/** Rows that pass a filter, in order of time. */
export type Rows = Int32Array
