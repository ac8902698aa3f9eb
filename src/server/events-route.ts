/**
 * `GET /events`: what the core says unasked, as server-sent events. A stream that does not read what it is sent is cut; its
 * page comes back and reloads. Open streams are also how the server knows that somebody is still there.
 */
import type { ServerResponse } from 'node:http'
import { securityHeaders } from '../shared/rpc/content-policy.ts'
import type { Core } from '../shared/rpc/core-control.ts'
import type { Limits } from './limits.ts'

const maxWaiting = 8 * 1024 * 1024

export interface EventStreams {
  readonly count: number
  /** Turns a response into a stream; false where there are too many already. */
  add(response: ServerResponse): boolean
  /** Ends all streams and stops listening to the core. */
  close(): void
}

export function createEventStreams(core: Core, limits: Limits, moved: () => void): EventStreams {
  const open = new Set<ServerResponse>()
  const write = (text: string): void => {
    for (const response of open) {
      if (response.writableLength > maxWaiting) response.destroy()
      else response.write(text)
    }
  }
  const unsubscribe = core.subscribe((event) => write(`data: ${JSON.stringify(event)}\n\n`))
  const heartbeat = setInterval(() => write(': still here\n\n'), limits.heartbeat)
  heartbeat.unref()

  return {
    get count() {
      return open.size
    },
    add(response) {
      if (open.size >= limits.streams) return false
      response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream; charset=utf-8' })
      response.write(': open\n\n')
      open.add(response)
      response.once('close', () => {
        open.delete(response)
        moved()
      })
      return true
    },
    close() {
      unsubscribe()
      clearInterval(heartbeat)
      for (const response of open) response.end()
    },
  }
}
