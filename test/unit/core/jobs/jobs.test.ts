/** Jobs and their outputs: states, progress, cancel, and what is kept how long. */
import { describe, expect, test } from 'vitest'
import { Jobs, type JobSteps } from '../../../../src/core/jobs/jobs.ts'
import { Outputs } from '../../../../src/core/jobs/outputs.ts'
import { jobSchema, type Job, type JobResult } from '../../../../src/shared/domain/job.ts'
import { ParleyError } from '../../../../src/shared/rpc/envelope.ts'

const result: JobResult = {
  kind: 'import',
  runId: 1,
  items: [],
  counts: { imported: 0, duplicate: 0, needs: 0, refused: 0, cancelled: 0 },
}

function newJobs(): { jobs: Jobs; moved: Job[]; unexpected: unknown[] } {
  const moved: Job[] = []
  const unexpected: unknown[] = []
  let id = 0
  let now = 0
  const jobs = new Jobs({
    clock: () => (now += 1_000),
    newId: () => `job ${++id}`,
    onMoved: (job) => moved.push(job),
    onUnexpected: (error) => unexpected.push(error),
  })
  return { jobs, moved, unexpected }
}

describe('a job', () => {
  test('tells its start, each step and its end, as values that later moves do not change', async () => {
    const { jobs, moved } = newJobs()
    const id = jobs.start('import', 2, async (steps) => {
      await steps.step(1)
      await steps.step(2)
      return result
    })
    expect(await jobs.wait(id)).toMatchObject({ id, state: 'done', done: 2, total: 2, result, error: null })
    expect(moved.map((job) => [job.state, job.done, job.endedAt !== null])).toEqual([
      ['running', 0, false],
      ['running', 1, false],
      ['running', 2, false],
      ['done', 2, true],
    ])
    for (const job of moved) expect(jobSchema.safeParse(job).error).toBeUndefined()
  })

  test('lets other work in between its steps', async () => {
    const { jobs } = newJobs()
    const order: string[] = []
    const work = (name: string) => async (steps: JobSteps) => {
      for (const n of [1, 2]) {
        order.push(`${name}${n}`)
        await steps.step(n)
      }
      return result
    }
    await Promise.all([jobs.start('import', 2, work('a')), jobs.start('import', 2, work('b'))].map((id) => jobs.wait(id)))
    expect(order).toEqual(['a1', 'b1', 'a2', 'b2'])
  })

  test('that fails as expected keeps its code and details; anything else is internal, told to the host only', async () => {
    const { jobs, unexpected } = newJobs()
    const known = jobs.start('report', 1, async () => {
      throw new ParleyError('disk-full', { reason: 'ENOSPC' })
    })
    expect(await jobs.wait(known)).toMatchObject({
      state: 'failed',
      result: null,
      error: { code: 'disk-full', details: { reason: 'ENOSPC' } },
    })
    const bug = new Error('/home/ada/talks.parley exploded')
    const unknown = jobs.start('report', 1, () => Promise.reject(bug))
    const failed = await jobs.wait(unknown)
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'internal' } })
    expect(JSON.stringify(failed)).not.toContain('ada')
    expect(unexpected).toEqual([bug])
  })

  test('that throws before it waits for anything fails like any other', async () => {
    const { jobs } = newJobs()
    const id = jobs.start('report', 1, () => {
      throw new ParleyError('no-library')
    })
    expect(await jobs.wait(id)).toMatchObject({ state: 'failed', error: { code: 'no-library' } })
  })
})

describe('a cancel', () => {
  test('stops a job at its next step; its error is not a failure', async () => {
    const { jobs, unexpected } = newJobs()
    let reached = 0
    const id = jobs.start('import', 9, async (steps) => {
      for (let n = 1; n <= 9; n++) {
        reached = n
        if (n === 3) jobs.cancel(id)
        await steps.step(n)
      }
      return result
    })
    expect(await jobs.wait(id)).toMatchObject({ state: 'cancelled', result: null, error: { code: 'cancelled' } })
    expect(reached).toBe(3)
    expect(unexpected).toEqual([])
  })

  test('of a job that gives a result all the same keeps the result', async () => {
    const { jobs } = newJobs()
    const id = jobs.start('import', 1, async (steps) => {
      jobs.cancel(id)
      await steps.step(1).catch(() => undefined)
      return result
    })
    expect(await jobs.wait(id)).toMatchObject({ state: 'cancelled', result })
  })

  test('of a job that has ended changes nothing; of one that never was is refused', async () => {
    const { jobs } = newJobs()
    const id = jobs.start('import', 0, async () => result)
    const ended = await jobs.wait(id)
    expect(jobs.cancel(id)).toEqual(ended)
    expect(jobs.list()).toEqual([ended])
    expect(() => jobs.cancel('none')).toThrow(expect.objectContaining({ code: 'not-found', details: { what: 'job', id: 'none' } }) as Error)
    await expect(jobs.wait('none')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('of all waits until all have stopped', async () => {
    const { jobs } = newJobs()
    let stopped = 0
    for (let n = 0; n < 3; n++)
      jobs.start('import', 1, async (steps) => {
        try {
          for (;;) await steps.step(1)
        } finally {
          stopped++
        }
      })
    await jobs.stopAll()
    expect(stopped).toBe(3)
    expect(jobs.list().map((job) => job.state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  })
})

test('the newest fifty are kept, newest first, and one that still runs is never forgotten', async () => {
  const { jobs } = newJobs()
  const hold = Promise.withResolvers<JobResult>()
  const running = jobs.start('import', 1, () => hold.promise)
  let last = ''
  for (let n = 0; n < 60; n++) {
    last = jobs.start('import', 0, async () => result)
    await jobs.wait(last)
  }
  expect(jobs.list()[0]?.id).toBe(last)
  expect(jobs.list().length).toBeLessThanOrEqual(51)
  hold.resolve(result)
  expect(await jobs.wait(running)).toMatchObject({ state: 'done' })
})

test('the newest twenty outputs are held; an older one is gone and says so', () => {
  const outputs = new Outputs()
  const output = (n: number) => ({ name: `${n}.html`, mediaType: 'text/html', bytes: Uint8Array.of(n) })
  for (let n = 0; n < 25; n++) outputs.add(`o${n}`, output(n))
  expect(outputs.get('o5')).toEqual(output(5))
  expect(outputs.get('o24')).toEqual(output(24))
  for (const id of ['o4', 'o0', 'none', '__proto__'])
    expect(() => outputs.get(id)).toThrow(expect.objectContaining({ code: 'output-gone' }) as Error)
})

test('outputs are held up to so many bytes together; the newest stays however large it is', () => {
  const outputs = new Outputs(100)
  const add = (id: string, size: number): void => outputs.add(id, { name: id, mediaType: 'text/html', bytes: new Uint8Array(size) })
  const held = (...ids: string[]): string[] =>
    ids.filter((id) => {
      try {
        return outputs.get(id).name === id
      } catch {
        return false
      }
    })
  add('first', 60)
  add('second', 40)
  expect(held('first', 'second')).toEqual(['first', 'second'])
  add('third', 1)
  expect(held('first', 'second', 'third')).toEqual(['second', 'third'])
  add('huge', 1_000)
  expect(held('first', 'second', 'third', 'huge')).toEqual(['huge'])
  add('small', 1)
  expect(held('huge', 'small')).toEqual(['small'])
})
