/** What every section of a report is made of. Sections are functions from this to `Section[]`; they read the library and never the clock. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { dayRange } from '../../../shared/domain/partial-date.ts'
import type { ReportRequest } from '../../../shared/domain/report.ts'
import { codedBetween, lastStep } from '../../store/compare-changes.ts'
import { filteredIds } from '../../store/filtered.ts'
import { reportRunById } from '../../store/report-runs.ts'
import type { ReadDb } from '../../store/types.ts'
import type { Section } from '../document/model.ts'
import { Citations, type Cites } from './citations.ts'
import { shownBy, type Shown } from './data.ts'
import { namesOf, type Names } from './statements.ts'

/** A request of which the day it is made for is settled. */
export type DatedRequest = ReportRequest & { readonly asOf: string }

export interface ReportContext {
  readonly db: ReadDb
  readonly request: DatedRequest
  /** That of the section: the report's, or the block's own. */
  readonly filter: Filter
  readonly names: Names
  readonly shown: Shown
  readonly cites: Cites
  /** Put before the ids of places, so that two blocks of one kind do not share them: '' or "b3-". */
  readonly prefix: string
}

export type SectionMaker = (context: ReportContext) => Section[]

export function contextOf(db: ReadDb, request: DatedRequest): ReportContext {
  const names = namesOf(db)
  return {
    db,
    request,
    filter: request.filter,
    names,
    shown: shownBy(request),
    cites: new Citations(db, names, newSince(db, request.newSince)),
    prefix: '',
  }
}

/** Ids of the statements that pass the filter of the section, by article and position. */
export const passing = ({ db, filter }: ReportContext): number[] => filteredIds(db, filter, -1)

/** By the day on which it was said, or by what the history says was coded since an earlier report. Throws `not-found` for a report that is gone. */
function newSince(db: ReadDb, since: ReportRequest['newSince']): (annotation: Annotation, article: Article) => boolean {
  if (since === undefined) return () => false
  if ('day' in since) {
    const { first } = dayRange(since.day)
    return ({ stated }, { published }) => {
      const date = stated ?? published
      return date !== null && dayRange(date).first >= first
    }
  }
  const { statement } = codedBetween(db, reportRunById(db, since.runId).seq, lastStep(db))
  return ({ id, issueIds }) => [0, ...issueIds].some((issueId) => statement(id, issueId) === 'since')
}
