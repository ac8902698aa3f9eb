/**
 * What the host tells the page unasked. Until the page has loaded, and again after it had to be reloaded, events wait here in
 * order, so that the reason why a library could not be opened at the start is not lost.
 */
import type { CoreEvent } from '../shared/rpc/events.ts'
import type { HostEvent } from '../shared/rpc/host-port.ts'

export type PageEvent = CoreEvent | HostEvent

export interface Outbox {
  send(event: PageEvent): void
  /** The page can listen: `deliver` gets what waited, then everything as it comes. */
  open(deliver: (event: PageEvent) => void): void
  /** The page is gone or loads anew. */
  close(): void
}

/** More than this waits only while the page is dead; the page reads all data anew when it comes back. */
const LONGEST = 1_000

export function createOutbox(): Outbox {
  let deliver: ((event: PageEvent) => void) | null = null
  let waiting: PageEvent[] = []
  return {
    send(event) {
      if (deliver === null) waiting = [...waiting, event].slice(-LONGEST)
      else deliver(event)
    },
    open(next) {
      deliver = next
      const late = waiting
      waiting = []
      for (const event of late) next(event)
    },
    close() {
      deliver = null
    },
  }
}
