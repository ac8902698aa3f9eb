/** Events of the timeline: partial dates in order, and every change a step that undo takes back to the byte. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventInputSchema, eventPatchSchema, eventDays, endsInOrder } from '../../../src/shared/domain/event.ts'
import { dayToIso } from '../../../src/shared/domain/partial-date.ts'
import { eventById, insertEvent, listEvents, removeEvent, updateEvent } from '../../../src/core/store/events.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { dump, newLibrary } from '../helpers/library.ts'
import { refusal, step } from './library.ts'

const add = (library: LibraryFile, event: Parameters<typeof eventInputSchema.parse>[0]): number =>
  step(library, (db, context) => insertEvent(db, eventInputSchema.parse(event), context))

test('events come in order of time, the longer of two first, whatever the precision of their dates', () => {
  const library = newLibrary()
  add(library, { title: 'Next meeting', starts: '2025-11-06', kind: 'other' })
  add(library, { title: 'Agreement', starts: '2025-10-19', kind: 'agreement' })
  add(library, { title: 'Ceasefire', starts: '2025-10-19', ends: '2025-11', kind: 'ceasefire' })
  add(library, { title: 'A bad month', starts: '2025-10', kind: 'incident' })
  add(library, { title: 'Doha', starts: '2025-10-18T10:00+03:00', ends: '2025-10-19', place: ' Doha ' })
  expect(listEvents(library.read).map(({ title }) => title)).toEqual(['A bad month', 'Doha', 'Ceasefire', 'Agreement', 'Next meeting'])
  expect(listEvents(library.read)[1]).toMatchObject({ kind: 'round', place: 'Doha', note: '', ends: '2025-10-19' })
  expect(eventDays({ starts: '2025-10', ends: '2025-11-06' })).toEqual({
    first: Date.UTC(2025, 9, 1) / 86_400_000,
    last: Date.UTC(2025, 10, 6) / 86_400_000,
  })
})

test('an end before the start is refused, by itself or against what is stored; one that can lie after it is kept', () => {
  const library = newLibrary()
  const disorder = { code: 'invalid-input', details: { reason: 'event-order' } }
  expect(refusal(() => add(library, { title: 'X', starts: '2025-10-20', ends: '2025-10-19' }))).toMatchObject(disorder)
  const id = add(library, { title: 'X', starts: '2025-10-29', ends: '2025-10' })
  expect(refusal(() => step(library, (db) => updateEvent(db, id, { starts: '2025-11-01' })))).toMatchObject(disorder)
  expect(refusal(() => step(library, (db) => updateEvent(db, id, { ends: '2025-09' })))).toMatchObject(disorder)
  step(library, (db) => updateEvent(db, id, { starts: '2025-11-01', ends: null }))
  expect(eventById(library.read, id)).toMatchObject({ starts: '2025-11-01', ends: null })
  expect(eventPatchSchema.safeParse({ starts: '2025-02-30' }).success).toBe(false)
  expect(refusal(() => step(library, (db) => updateEvent(db, 4_711, { title: 'Y' })))).toMatchObject({ code: 'not-found' })
  expect(refusal(() => step(library, (db) => removeEvent(db, 4_711)))).toMatchObject({ code: 'not-found' })
})

const dates = fc.constantFrom('2025', '2025-10', '2025-10-05', '2025-10-05T09:00', '2025-10-29', '2025-11', '2026', '2024-12-31')
test('an end is in order exactly where some day of it is no earlier than some day of the start', () => {
  const days = (value: string): string[] => {
    const { first, last } = eventDays({ starts: value, ends: null })
    return Array.from({ length: last - first + 1 }, (_, index) => dayToIso(first + index))
  }
  fc.assert(
    fc.property(dates, dates, (starts, ends) => {
      const some = days(ends).some((end) => days(starts).some((start) => end >= start))
      expect(endsInOrder(starts, ends)).toBe(some)
    }),
  )
})

test('adding, changing and removing are steps: undo and redo give every state back', () => {
  const library = newLibrary()
  // The first step makes its coder known, who stays.
  add(library, { title: 'Clashes', starts: '2025-10', kind: 'incident' })
  const states = [dump(library.read)]
  const note = (): void => void states.push(dump(library.read))
  const id = add(library, { title: 'Doha round', starts: '2025-10-18', ends: '2025-10-19' })
  note()
  step(library, (db) => updateEvent(db, id, { title: 'Doha', kind: 'other', ends: null, place: 'Doha', note: 'Two days.' }))
  note()
  step(library, (db) => removeEvent(db, id))
  note()
  for (const state of states.slice(0, -1).toReversed()) {
    library.undo()
    expect(dump(library.read)).toBe(state)
  }
  for (const state of states.slice(1)) {
    library.redo()
    expect(dump(library.read)).toBe(state)
  }
  expect(listEvents(library.read).map(({ title }) => title)).toEqual(['Clashes'])
})
