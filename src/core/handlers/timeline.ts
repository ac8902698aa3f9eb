/** Handlers of `timeline.*`: rows from the store, arithmetic in core/compare/timeline.ts. Today is the calendar day of this machine. */
import { buildTimeline } from '../compare/timeline.ts'
import { today } from '../days.ts'
import type { QueryHandlers } from '../session.ts'
import { selectStatements } from '../store/statement-filter.ts'
import { listThreads } from '../store/threads.ts'
import { partyTree } from '../store/trees.ts'
import { wideDates } from '../store/wide-dates.ts'

export const timelineQueries = {
  'timeline.marks': ({ db, session }, { filter, level, limit }) => {
    const { columns, rows } = selectStatements(db, filter)
    const context = {
      parties: partyTree(db),
      level,
      threads: listThreads(db),
      wideDates: (ids: readonly number[]) => wideDates(db, ids),
      limit,
    }
    return { ...buildTimeline(columns, rows, context), today: today(session) }
  },
  'timeline.today': ({ session }) => ({ today: today(session) }),
} satisfies Partial<QueryHandlers>
