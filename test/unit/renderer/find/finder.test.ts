/** The worker's keeper: the clock, what a newer query does to an older one, and a new worker after the old one was ended. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FromWorker, ToWorker } from '../../../../src/renderer/lib/find/find-messages.ts'
import { finderOf } from '../../../../src/renderer/lib/find/find-text.ts'
import type { FindAnswer, FindQuery } from '../../../../src/renderer/lib/find/find-types.ts'
import { Finder, LONGEST, type FindWorker } from '../../../../src/renderer/lib/find/finder.ts'

const query = (needle: string): FindQuery => ({ needle, exact: false, wholeWords: false, regex: true })

/** Answers as the real worker does, but says only that it has begun for needles that start with "slow". */
class Double implements FindWorker {
  static made: Double[] = []
  ended = false
  #find = finderOf('', null)

  readonly #target = new EventTarget()

  constructor() {
    Double.made.push(this)
  }

  postMessage(message: ToWorker): void {
    if ('text' in message) {
      this.#find = finderOf(message.text, message.language)
      return
    }
    const { id, query: asked } = message
    this.#say({ id, begun: true })
    if (!asked.needle.startsWith('slow')) this.#say({ id, answer: this.#find(asked) })
  }

  addEventListener(type: string, listener: ((event: MessageEvent<FromWorker>) => void) | (() => void)): void {
    // What is dispatched below is of the kind that the listener takes.
    this.#target.addEventListener(type, listener as EventListener)
  }

  die(): void {
    this.#target.dispatchEvent(new Event('error'))
  }

  terminate(): void {
    this.ended = true
  }

  #say(data: FromWorker): void {
    queueMicrotask(() => this.#target.dispatchEvent(new MessageEvent('message', { data })))
  }
}

beforeEach(() => {
  Double.made = []
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

const ask = (finder: Finder, needle: string): FindAnswer[] => {
  const answers: FindAnswer[] = []
  finder.find(query(needle), (answer) => answers.push(answer))
  return answers
}

test('answers, again and again with one worker', async () => {
  const finder = new Finder('one two one', 'en', () => new Double())
  const first = ask(finder, 'one')
  await vi.advanceTimersByTimeAsync(1)
  const second = ask(finder, 'two')
  await vi.advanceTimersByTimeAsync(1)
  expect(first).toMatchObject([{ kind: 'hits', hits: { length: 2 } }])
  expect(second).toMatchObject([{ kind: 'hits', hits: { length: 1 } }])
  expect(Double.made).toHaveLength(1)
})

test('F2 a query that goes on is ended at the limit, and the next one works', async () => {
  const finder = new Finder('one', 'en', () => new Double())
  const slow = ask(finder, 'slow')
  await vi.advanceTimersByTimeAsync(LONGEST - 1)
  expect(slow).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(slow).toEqual([{ kind: 'slow' }])
  expect(Double.made.map(({ ended }) => ended)).toEqual([true])
  const next = ask(finder, 'one')
  await vi.advanceTimersByTimeAsync(1)
  expect(next).toMatchObject([{ kind: 'hits', hits: { length: 1 } }])
})

test('a newer query takes the place of one that runs', async () => {
  const finder = new Finder('one', 'en', () => new Double())
  const older = ask(finder, 'slow')
  const newer = ask(finder, 'one')
  await vi.advanceTimersByTimeAsync(LONGEST * 2)
  expect(older).toEqual([])
  expect(newer).toMatchObject([{ kind: 'hits' }])
})

test('a worker that cannot be started, or dies, is said', async () => {
  const broken = new Finder('one', 'en', () => {
    throw new Error('refused')
  })
  expect(ask(broken, 'one')).toEqual([{ kind: 'failed' }])
  const finder = new Finder('one', 'en', () => new Double())
  const answers = ask(finder, 'slow')
  Double.made[0]?.die()
  expect(answers).toEqual([{ kind: 'failed' }])
  await vi.advanceTimersByTimeAsync(LONGEST * 2)
  expect(answers).toHaveLength(1)
})

test('nothing is answered after the page is gone', async () => {
  const finder = new Finder('one', 'en', () => new Double())
  const answers = ask(finder, 'one')
  finder.destroy()
  await vi.advanceTimersByTimeAsync(LONGEST * 10)
  expect(answers).toEqual([])
  expect(Double.made[0]?.ended).toBe(true)
})
