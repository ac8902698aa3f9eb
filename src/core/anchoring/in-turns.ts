/** Long work on many things, in turns: whatever else waits gets its turn in between, so that nothing freezes while thousands are gone through. */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long one turn takes at most, but for a single thing that takes longer; in milliseconds. */
const TURN_MS = 25

/** What comes out of work that can stop between its steps: at every `yield`. */
export type Steps<R> = Generator<undefined, R, undefined>

/** Does all the steps at once. */
export function finish<R>(steps: Steps<R>): R {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Does the steps in turns. */
export async function finishInTurns<R>(steps: Steps<R>): Promise<R> {
  for (let turn = performance.now(); ;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - turn < TURN_MS) continue
    await nextTurn()
    turn = performance.now()
  }
}

/** The same steps, with a check before every next one, which throws where there is no sense in going on. */
export function* checking<R>(steps: Steps<R>, check: () => void): Steps<R> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    yield
    check()
  }
}

/** What `work` makes of each thing, in order. */
export async function inTurns<T, R>(things: readonly T[], work: (thing: T) => R): Promise<R[]> {
  const made: R[] = []
  let turn = performance.now()
  for (const thing of things) {
    made.push(work(thing))
    if (performance.now() - turn < TURN_MS) continue
    await nextTurn()
    turn = performance.now()
  }
  return made
}
