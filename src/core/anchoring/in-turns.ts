/** Long work on many things, in turns: whatever else waits gets its turn in between, so that nothing freezes while thousands are gone through. */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long one turn takes at most, but for a single thing that takes longer; in milliseconds. */
const TURN_MS = 25

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
