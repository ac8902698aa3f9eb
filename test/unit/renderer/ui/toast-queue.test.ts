/** How long messages stay: errors for good, the rest for a while, and not while they are being read. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ToastQueue } from '../../../../src/renderer/ui/toast-queue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const texts = (queue: ToastQueue): string[] => queue.list().map((toast) => toast.text)

test('a message goes by itself, one with an action later, an error never', () => {
  const queue = new ToastQueue()
  queue.add({ kind: 'info', text: 'Saved' })
  queue.add({ kind: 'success', text: 'Deleted', action: { label: 'Undo', onPress: () => {} } })
  queue.add({ kind: 'error', text: 'Broken' })
  vi.advanceTimersByTime(6_000)
  expect(texts(queue)).toEqual(['Deleted', 'Broken'])
  vi.advanceTimersByTime(4_000)
  expect(texts(queue)).toEqual(['Broken'])
  vi.advanceTimersByTime(24 * 3_600_000)
  expect(texts(queue)).toEqual(['Broken'])
})

test('time stands still while paused, also for what comes meanwhile', () => {
  const queue = new ToastQueue()
  queue.add({ kind: 'info', text: 'First' })
  vi.advanceTimersByTime(4_000)
  queue.pause()
  queue.add({ kind: 'info', text: 'Second' })
  vi.advanceTimersByTime(60_000)
  expect(texts(queue)).toEqual(['First', 'Second'])
  queue.resume()
  vi.advanceTimersByTime(2_000)
  expect(texts(queue)).toEqual(['Second'])
  vi.advanceTimersByTime(4_000)
  expect(texts(queue)).toEqual([])
})

test('a message with a key replaces the former one and starts anew', () => {
  const queue = new ToastQueue()
  queue.add({ kind: 'info', text: '1 of 3', key: 'import' })
  vi.advanceTimersByTime(5_000)
  queue.add({ kind: 'info', text: '2 of 3', key: 'import' })
  vi.advanceTimersByTime(5_000)
  expect(texts(queue)).toEqual(['2 of 3'])
})

test('listeners hear of every change until they leave; the list keeps its identity in between', () => {
  const queue = new ToastQueue()
  const listener = vi.fn<() => void>()
  const leave = queue.subscribe(listener)
  const id = queue.add({ kind: 'error', text: 'Broken' })
  expect(queue.list()).toBe(queue.list())
  queue.close(id)
  expect(listener).toHaveBeenCalledTimes(2)
  leave()
  queue.add({ kind: 'info', text: 'Later' })
  expect(listener).toHaveBeenCalledTimes(2)
})

test('two at most; errors are never pushed out', () => {
  const queue = new ToastQueue()
  queue.add({ kind: 'error', text: 'Broken' })
  for (const text of ['First', 'Second', 'Third']) queue.add({ kind: 'info', text })
  expect(texts(queue)).toEqual(['Broken', 'Second', 'Third'])
})

test('an offer about what is past goes away, all else stays', () => {
  const queue = new ToastQueue()
  const action = { label: 'Undo', onPress: () => {} }
  queue.add({ kind: 'info', text: 'Removed', about: 'undo 12', action })
  queue.keepAbout(['undo 12', 'redo 14'])
  expect(texts(queue)).toEqual(['Removed'])
  queue.add({ kind: 'info', text: 'Saved' })
  queue.keepAbout(['undo 13'])
  expect(texts(queue)).toEqual(['Saved'])
})
