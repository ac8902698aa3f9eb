/** Parsers: a file that stops, floods or starves its parser costs that file alone. */
import { afterEach, describe, expect, test } from 'vitest'
import { Parsers } from '../../../../src/core/importers/worker/parsers.ts'
import type { Reading, ReaderInput } from '../../../../src/core/importers/types.ts'

const file = new URL('../../../fixtures/parsers/misbehaving.ts', import.meta.url)
/** No plain text, so that it is not read in place. */
const bytes = new TextEncoder().encode('%PDF-1.7 of a kind')
const input = (name: string): ReaderInput => ({ name, bytes })
const codeOf = (reading: Reading): string => (reading.kind === 'problem' ? reading.problem.code : reading.kind)

let open: Parsers[] = []
const parsersWith = (limits: ConstructorParameters<typeof Parsers>[0]): Parsers => {
  const parsers = new Parsers({ time: 30_000, parsers: 1, ...limits }, file)
  open.push(parsers)
  return parsers
}
afterEach(async () => {
  await Promise.all(open.map((parsers) => parsers.close()))
  open = []
})

describe('D26 a parser that ends', () => {
  const cases: [name: string, code: string][] = [
    ['throws', 'crashed'],
    ['exits', 'crashed'],
    ['fails', 'crashed'],
    ['memory', 'memory'],
    ['buffers', 'memory'],
    ['forever', 'timeout'],
  ]
  test.each(cases)(
    'because it %s is a problem of its file, and those waiting behind it are read',
    { timeout: 60_000 },
    async (name, code) => {
      const parsers = parsersWith({ memory: 24, growth: 200, time: name === 'forever' ? 4_000 : 30_000 })
      const readings = await Promise.all(['one', name, 'two', 'three'].map((each) => parsers.read(input(each))))
      expect(readings.map(codeOf)).toEqual(['no-text', code, 'no-text', 'no-text'])
    },
  )

  test('names the seconds that were too many', async () => {
    const reading = await parsersWith({ time: 1_000 }).read(input('forever'))
    expect(reading).toMatchObject({ problem: { code: 'timeout', details: { seconds: 1 } } })
  })
})

describe('a cancel', () => {
  test('ends the file that is read and those that wait, and lets others go on', async () => {
    const parsers = parsersWith({})
    const abort = new AbortController()
    const cancelled = ['forever', 'one'].map((name) => parsers.read(input(name), abort.signal))
    const other = parsers.read(input('two'))
    abort.abort()
    for (const reading of cancelled) await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    expect(codeOf(await other)).toBe('no-text')
    await expect(parsers.read(input('late'), abort.signal)).rejects.toMatchObject({ code: 'cancelled' })
  })

  test('of a job with very many files leaves no listener behind', async () => {
    const parsers = parsersWith({ parsers: 2 })
    const abort = new AbortController()
    let listeners = 0
    const { addEventListener, removeEventListener } = abort.signal
    abort.signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      listeners += 1
      addEventListener.apply(abort.signal, args)
    }
    abort.signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      listeners -= 1
      removeEventListener.apply(abort.signal, args)
    }
    await Promise.all(Array.from({ length: 40 }, (_, index) => parsers.read(input(`${index}`), abort.signal)))
    expect(listeners).toBe(0)
  })
})

test('closing ends what is being read', async () => {
  const parsers = parsersWith({})
  const reading = parsers.read(input('forever'))
  const waiting = parsers.read(input('one'))
  const ended = Promise.allSettled([reading, waiting])
  await parsers.close()
  const [first, second] = await ended
  expect(first).toMatchObject({ status: 'fulfilled', value: { problem: { code: 'crashed' } } })
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
})
