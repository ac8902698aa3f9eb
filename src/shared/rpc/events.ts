/** What the core says unasked. Past tense; each event carries all a listener needs to decide whether to reload. */
import { z } from 'zod'
import { jobSchema } from '../domain/job.ts'
import { libraryStatusSchema } from '../domain/library.ts'
import { touchSchema } from './define.ts'

export const eventSchemas = {
  /** A transaction was committed. */
  changed: z.object({ touches: z.array(touchSchema) }),
  /** A job moved on or ended. */
  jobMoved: z.object({ job: jobSchema }),
  /** Another library was opened, or the open one was closed. */
  libraryOpened: z.object({ status: libraryStatusSchema }),
  /** The core process died and a new one took its place; what was committed is there. */
  coreRestarted: z.object({}),
}
export type EventName = keyof typeof eventSchemas
export type EventPayload<E extends EventName> = z.output<(typeof eventSchemas)[E]>
/** One event, as it crosses a wire. */
export type CoreEvent = { [E in EventName]: { event: E; payload: EventPayload<E> } }[EventName]
