/** Files on their way: stopped, what is there stays; forgotten, what still comes is wanted by nobody. */
import { expect, test } from 'vitest'
import { isForgotten, useTakingIn } from '../../../../src/renderer/stores/taking-in.ts'

test('counts all that is under way together, and forgets them when they end', () => {
  const one = useTakingIn.getState().begin(3)
  const other = useTakingIn.getState().begin(5)
  one.moved(2)
  other.moved(1)
  expect(useTakingIn.getState()).toMatchObject({ done: 3, total: 8 })
  one.ended()
  other.ended()
  expect(useTakingIn.getState()).toMatchObject({ done: 0, total: 0 })
})

test('a stop keeps what was handed over, leaving the review does not', () => {
  const stopped = useTakingIn.getState().begin(3)
  useTakingIn.getState().stop()
  expect([stopped.signal.aborted, isForgotten(stopped.signal)]).toEqual([true, false])
  stopped.ended()
  const left = useTakingIn.getState().begin(3)
  expect(isForgotten(left.signal)).toBe(false)
  useTakingIn.getState().forget()
  expect([left.signal.aborted, isForgotten(left.signal)]).toEqual([true, true])
  left.ended()
})
