/** Handlers of `events.*`. A step bears the title of its event. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { eventById, insertEvent, listEvents, removeEvent, updateEvent } from '../store/events.ts'

export const eventQueries = {
  'events.list': ({ db }) => listEvents(db),
} satisfies Partial<QueryHandlers>

export const eventMutations = {
  'events.create': (db, input, context) => {
    context.label.subject = input.title
    return eventById(db, insertEvent(db, input, context))
  },
  'events.update': (db, { id, patch }, { label }) => {
    updateEvent(db, id, patch)
    const event = eventById(db, id)
    label.subject = event.title
    return event
  },
  'events.remove': (db, { id }, { label }) => {
    label.subject = eventById(db, id).title
    removeEvent(db, id)
    return { done: true as const }
  },
} satisfies Partial<MutationHandlers>
