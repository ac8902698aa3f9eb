/** Events: rounds of talks, ceasefires, agreements, incidents. Nothing refers to them, so that one can go without asking anybody. */
import { endsInOrder, eventDays, type EventInput, type EventPatch, type LibraryEvent } from '../../shared/domain/event.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { assignments } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

const COLUMNS = 'id, uid, title, kind, starts, ends, place, note'

/** All events by their first day, the longer of two first, then by id. */
export function listEvents(db: ReadDb): LibraryEvent[] {
  return db
    .all<LibraryEvent>(`SELECT ${COLUMNS} FROM event ORDER BY id`)
    .map((event) => ({ event, days: eventDays(event) }))
    .toSorted((a, b) => a.days.first - b.days.first || b.days.last - a.days.last || a.event.id - b.event.id)
    .map(({ event }) => event)
}

/** Throws `not-found`. */
export function eventById(db: ReadDb, id: number): LibraryEvent {
  const event = db.get<LibraryEvent>(`SELECT ${COLUMNS} FROM event WHERE id = ?`, [id])
  if (!event) throw new ParleyError('not-found', { what: 'event', id })
  return event
}

/** Adds an event; returns its id. Throws `invalid-input` where it ends before it starts. */
export function insertEvent(db: WriteDb, input: EventInput, { now, uid }: { now: number; uid: () => string }): number {
  refuseDisorder(input)
  return db.run(
    `INSERT INTO event(uid, title, kind, starts, ends, place, note, created_ms)
     VALUES (@uid, @title, @kind, @starts, @ends, @place, @note, @now)`,
    { ...input, uid: uid(), now },
  ).lastId
}

/** Changes the fields that are given. Throws `not-found`, and `invalid-input` where it would end before it starts. */
export function updateEvent(db: WriteDb, id: number, patch: EventPatch): void {
  const known = eventById(db, id)
  refuseDisorder({ starts: patch.starts ?? known.starts, ends: patch.ends === undefined ? known.ends : patch.ends })
  const set = assignments(patch)
  if (set) db.run(`UPDATE event SET ${set.sql} WHERE id = @id`, { ...set.params, id })
}

/** Throws `not-found`. */
export function removeEvent(db: WriteDb, id: number): void {
  if (db.run('DELETE FROM event WHERE id = ?', [id]).changes === 0) throw new ParleyError('not-found', { what: 'event', id })
}

function refuseDisorder({ starts, ends }: Pick<LibraryEvent, 'starts' | 'ends'>): void {
  if (!endsInOrder(starts, ends)) throw new ParleyError('invalid-input', { reason: 'event-order', starts, ends })
}
