/** Reading the columns in turns: what is written meanwhile is in them, whoever asks waits for the same reading, and it ends with the library. */
import { expect, test } from 'vitest'
import { insertAnnotation, updateAnnotation } from '../../../src/core/store/annotations.ts'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { readAhead, statementColumns, statementsReady } from '../../../src/core/store/statement-columns.ts'
import { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import { step } from '../repositories/library.ts'
import { filled, perform } from './statement-actions.ts'
import { expectedStatements, statementsOf } from './statements.ts'

test('read in turns, with writes in between, they say the same; and reading ends with the library', async () => {
  const library = filled()
  step(library, (db, context) => perform(db, context, { do: 'many', pick: 2, other: 0 }))
  let turns = 0
  await statementsReady(library.read, () => {
    turns += 1
    step(library, (db, context) => {
      updateAnnotation(db, turns, { stated: '2024-05-05', issues: ['Refugees'] }, context)
      insertAnnotation(db, { articleId: 3, start: 0, end: 4, tag: 'threat' }, context)
      removeAnnotations(db, [60 + turns])
    })
  })
  expect(turns).toBeGreaterThan(2)
  expect(statementsOf(statementColumns(library.read))).toEqual(expectedStatements(library.read))
  const closing = filled()
  const reading = statementsReady(closing.read, () => {
    throw new ParleyError('no-library')
  })
  await expect(reading).rejects.toThrow(ParleyError)
})

test('where more changed than is brought up to date they are read anew in turns, and not when they are next asked for', async () => {
  const library = filled()
  const before = statementColumns(library.read)
  step(library, (db, context) => {
    for (let pick = 0; pick < 5; pick++) perform(db, context, { do: 'many', pick, other: 0 })
  })
  let turns = 0
  await statementsReady(library.read, () => (turns += 1))
  expect(turns).toBeGreaterThan(2)
  const after = statementColumns(library.read)
  expect(after.id.buffer).not.toBe(before.id.buffer)
  expect(statementsOf(after)).toEqual(expectedStatements(library.read))
  await statementsReady(library.read, () => expect.unreachable('there is nothing to wait for'))
  expect(statementColumns(library.read)).toBe(after)
})

test('two who ask at once wait for one reading', async () => {
  const library = filled()
  const turns = [0, 0]
  await Promise.all([0, 1].map((who) => statementsReady(library.read, () => (turns[who] = (turns[who] ?? 0) + 1))))
  expect(Math.min(...turns)).toBe(1)
  expect(Math.max(...turns)).toBeGreaterThan(2)
})

test('read ahead, nobody waits for them any more; a small library is not read ahead', async () => {
  const library = filled()
  const nobody = (): void => undefined
  await readAhead(library.read, nobody, 2)
  let turns = 0
  await statementsReady(library.read, () => (turns += 1))
  expect(turns).toBeGreaterThan(0)
  const other = filled()
  await readAhead(other.read, nobody, 1)
  await statementsReady(other.read, () => expect.unreachable('they are there'))
  expect(statementsOf(statementColumns(other.read))).toEqual(expectedStatements(other.read))
})

test.each([1, 2, 4])('who asks while it is read ahead, at step %i, reads on and waits no longer than for that', async (moment) => {
  const library = filled()
  let steps = 0
  const asked: Promise<void>[] = []
  await readAhead(
    library.read,
    () => {
      steps += 1
      if (steps === moment) asked.push(statementsReady(library.read, () => undefined))
    },
    1,
  )
  expect(steps).toBe(moment)
  await Promise.all(asked)
  await statementsReady(library.read, () => expect.unreachable('they are there'))
  expect(statementsOf(statementColumns(library.read))).toEqual(expectedStatements(library.read))
})

test('reading ahead ends with the library, and who asks again reads anew', async () => {
  const library = filled()
  let steps = 0
  await readAhead(
    library.read,
    () => {
      steps += 1
      if (steps === 3) throw new ParleyError('no-library')
    },
    1,
  )
  expect(steps).toBe(3)
  await statementsReady(library.read, () => undefined)
  expect(statementsOf(statementColumns(library.read))).toEqual(expectedStatements(library.read))
})
