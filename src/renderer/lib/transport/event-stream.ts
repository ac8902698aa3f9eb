/**
 * Events of the server, read from a streamed response. Not EventSource: that cannot send the token in a header. When the stream
 * breaks it is opened again, more and more slowly; since events were missed meanwhile, listeners are then told that everything
 * may have changed.
 */
import { touchSchema } from '../../../shared/rpc/define.ts'

export interface EventStreamOptions {
  open: (signal: AbortSignal) => Promise<Response>
  listener: (event: unknown) => void
  /** Milliseconds before the first new attempt; doubled each time, up to ten times as long. */
  pause?: number
}

/** Starts listening; gives back the function that ends it. */
export function followEvents({ open, listener, pause = 500 }: EventStreamOptions): () => void {
  const stop = new AbortController()
  void follow()
  return () => stop.abort()

  async function follow(): Promise<void> {
    let wait = pause
    for (let first = true; !stop.signal.aborted;) {
      try {
        const answer = await open(stop.signal)
        if (answer.status === 401 || answer.status === 403) return // the session has ended; another attempt changes nothing
        if (answer.ok && answer.body) {
          if (!first) listener({ event: 'changed', payload: { touches: touchSchema.options } })
          first = false
          wait = pause
          await readEvents(answer.body, listener)
        }
      } catch {
        // The server is gone or the listener has left; the loop sees which.
      }
      if (!stop.signal.aborted) await new Promise((resolve) => setTimeout(resolve, wait))
      wait = Math.min(wait * 2, pause * 10)
    }
  }
}

/** Hands on each `data:` block of a server-sent event stream, parsed from JSON. Other lines are heartbeats. */
export async function readEvents(body: ReadableStream<Uint8Array>, listener: (event: unknown) => void): Promise<void> {
  let rest = ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const lines = (rest + decoder.decode(chunk.value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('data: ')) listener(JSON.parse(line.slice(6)))
  }
}
