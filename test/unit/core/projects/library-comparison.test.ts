/** What was written of cells, events, checks and the analyst's own status in another library, where some of it is here already. */
import { describe, expect, test } from 'vitest'
import { removeEvent, updateEvent } from '../../../../src/core/store/events.ts'
import { clearOverride } from '../../../../src/core/store/cell-overrides.ts'
import { insertCheck, removeCheck, updateCheck } from '../../../../src/core/store/thread-checks.ts'
import { removeThread, updateThread } from '../../../../src/core/store/threads.ts'
import type { CellRef } from '../../../../src/shared/domain/compare.ts'
import { lossesOf, projectLibrary, readProject, type TestLibrary } from './helpers.ts'
import { bytesOf, fill, step } from './library-source.ts'

async function two(): Promise<{ mine: TestLibrary; theirs: TestLibrary }> {
  const [mine, theirs] = [projectLibrary(), projectLibrary()]
  fill(theirs.library)
  await mine.bring(await readProject(await bytesOf(theirs.library)))
  return { mine, theirs }
}

const read = async ({ library }: TestLibrary) => readProject(await bytesOf(library))
const only = (sql: string) => `SELECT id FROM ${sql}`
const thread = (library: TestLibrary): number => library.db.value<number>(only('thread'))

describe('what is here already', () => {
  test('events and readings of mine stay, and what differs is counted', async () => {
    const { mine, theirs } = await two()
    step(theirs.library, (db) => {
      updateEvent(db, db.value<number>(only('event')), { title: 'Their round', place: 'Elsewhere' })
      db.run("UPDATE cell_override SET stance = 'opposes'")
      db.run("UPDATE cell_summary SET text = 'Theirs [1]'")
    })
    expect(lossesOf(await mine.bring(await read(theirs)))).toMatchObject({ 'differences-left': 4 })
    expect(mine.db.column('SELECT title FROM event')).toEqual(['Marsa round'])
    expect(mine.db.column('SELECT stance FROM cell_override')).toEqual(['conditional'])
    expect(mine.db.column('SELECT text FROM cell_summary')).toEqual(['Coast asks for the harbour [1].'])
  })

  test('what was removed here stays away and is counted; a new one comes in', async () => {
    const { mine, theirs } = await two()
    const cell = mine.db.get<CellRef>('SELECT issue_id AS issueId, party_id AS partyId, level FROM cell_override')
    if (!cell) throw new Error('no reading')
    step(mine.library, (db) => {
      removeEvent(db, db.value<number>(only('event')))
      clearOverride(db, cell)
    })
    step(theirs.library, (db) =>
      db.run(
        "INSERT INTO event(uid, title, kind, starts, created_ms) SELECT '00000000-0000-4000-8000-000000000001', 'Truce', 'ceasefire', '2025-11', 0",
      ),
    )
    const reading = await read(theirs)
    expect(lossesOf(await mine.bring(reading))).toMatchObject({ 'removed-here': 2 })
    expect(mine.db.column('SELECT title FROM event')).toEqual(['Truce'])
    expect(mine.db.value('SELECT count(*) FROM cell_override')).toBe(0)
    await mine.bring(reading, { bringBack: true })
    expect(mine.db.column('SELECT title FROM event ORDER BY title')).toEqual(['Marsa round', 'Truce'])
    expect(mine.db.value('SELECT count(*) FROM cell_override')).toBe(1)
  })

  test('a cell whose party was removed here is counted', async () => {
    const [mine, theirs] = [projectLibrary(), projectLibrary()]
    fill(theirs.library)
    const reading = await read(theirs)
    const { library } = reading.project
    if (!library) throw new Error('no library')
    const lost = { ...library, summaries: library.summaries.map((summary) => ({ ...summary, party: 'nobody' })) }
    const lines = await mine.bring({ ...reading, project: { ...reading.project, library: lost } })
    expect(lossesOf(lines)).toMatchObject({ cells: 1 })
    expect(mine.db.value('SELECT count(*) FROM cell_summary')).toBe(0)
    expect(mine.db.value('SELECT count(*) FROM cell_override')).toBe(1)
  })
})

describe('checks of a thread that is here', () => {
  test('a new one is shown and counted, comes in where empty places are filled, and not twice', async () => {
    const { mine, theirs } = await two()
    step(theirs.library, (db, context) => insertCheck(db, { threadId: thread(theirs), checked: '2025-12-01', result: 'met' }, context))
    const reading = await read(theirs)
    expect(mine.preview(reading).differences).toContainEqual(expect.objectContaining({ field: 'checks', here: '1', there: '2' }))
    expect(lossesOf(await mine.bring(reading))).toMatchObject({ 'differences-left': 1 })
    const results = () => mine.db.column('SELECT result FROM thread_check ORDER BY id')
    expect(results()).toEqual(['not-met'])
    await mine.bring(reading, { take: { threads: 'fill' } })
    await mine.bring(reading, { take: { threads: 'fill' } })
    expect(results()).toEqual(['not-met', 'met'])
  })

  test('one that says something else is counted and stays; one that was removed here stays away', async () => {
    const { mine, theirs } = await two()
    step(theirs.library, (db, context) => updateCheck(db, db.value<number>(only('thread_check')), { result: 'met' }, context))
    const reading = await read(theirs)
    expect(lossesOf(await mine.bring(reading, { take: { threads: 'theirs' } }))).toMatchObject({ 'differences-left': 1 })
    expect(mine.db.column('SELECT result FROM thread_check')).toEqual(['not-met'])
    step(mine.library, (db) => removeCheck(db, db.value<number>(only('thread_check'))))
    await mine.bring(reading, { take: { threads: 'theirs' } })
    expect(mine.db.value('SELECT count(*) FROM thread_check')).toBe(0)
  })
})

describe("the analyst's own status", () => {
  const statuses = ({ db }: TestLibrary) =>
    db.get(
      'SELECT t.status_override AS status, t.status_reason AS reason, t.status_ms AS at, t.status_seen AS seen, c.name AS coder FROM thread t LEFT JOIN coder c ON c.id = t.status_coder_id',
    )

  test('of theirs comes with whose it is, since when and on what', async () => {
    const { mine, theirs } = await two()
    step(theirs.library, (db) => {
      const coderId = db.run("INSERT INTO coder(uid, name) VALUES ('00000000-0000-4000-8000-000000000002', 'Ines')").lastId
      updateThread(
        db,
        thread(theirs),
        { statusOverride: 'rejected', statusReason: 'Said no' },
        { now: 4_000, coderId, uid: () => crypto.randomUUID() },
      )
    })
    const reading = await read(theirs)
    await mine.bring(reading)
    expect(statuses(mine)).toMatchObject({ status: 'fulfilled' })
    await mine.bring(reading, { take: { threads: 'theirs' } })
    const seen = { members: mine.db.column('SELECT annotation_id FROM thread_member'), checks: mine.db.column(only('thread_check')) }
    expect(statuses(mine)).toEqual({ status: 'rejected', reason: 'Said no', at: 4_000, seen: JSON.stringify(seen), coder: 'Ines' })
  })

  test('of an older library, which does not say whose it is, does not go by the name of whoever is here', async () => {
    const { mine, theirs } = await two()
    step(theirs.library, (db) =>
      db.run(
        "UPDATE thread SET status_override = 'rejected', status_reason = 'No', status_coder_id = NULL, status_ms = NULL, status_seen = NULL",
      ),
    )
    await mine.bring(await read(theirs), { take: { threads: 'theirs' } })
    expect(statuses(mine)).toEqual({ status: 'rejected', reason: 'No', at: null, seen: null, coder: null })
  })

  test('a thread that is new again takes its status and checks along', async () => {
    const { mine, theirs } = await two()
    step(mine.library, (db) => removeThread(db, thread(mine)))
    await mine.bring(await read(theirs), { bringBack: true })
    expect(statuses(mine)).toMatchObject({ status: 'fulfilled', reason: 'The quay was seen open' })
    expect(mine.db.value('SELECT count(*) FROM thread_check')).toBe(1)
  })
})

test('a check of the library counts all of it', async () => {
  const { mine } = await two()
  expect(mine.library.check().counts).toMatchObject({ threads: 1, events: 1, summaries: 1, readings: 1, checks: 1 })
})
