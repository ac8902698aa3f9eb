/**
 * The bridge over HTTP: procedures to /rpc, host actions to /host, bytes to /stage, outputs from /output, events from /events.
 * Every request carries the session token in a header, so none of them can be made by another page. What only a browser can do
 * (choosing files, keeping a download) is done here and not by the server.
 */
import type { Bridge } from '../../../shared/rpc/host-port.ts'
import type { Envelope, ErrorCode, ErrorDetails } from '../../../shared/rpc/envelope.ts'
import { chooseFiles, keepDownload } from './browser-files.ts'
import { followEvents } from './event-stream.ts'
import type { Session } from './session.ts'

export interface HttpBridgeOptions {
  /** `http://127.0.0.1:PORT` */
  origin: string
  session: Session
}

export function createHttpBridge({ origin, session }: HttpBridgeOptions): Bridge {
  async function request(path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}): Promise<Response> {
    const answer = await fetch(origin + path, {
      method: 'POST',
      ...init,
      headers: { ...init.headers, 'x-parley-token': await session.token },
    })
    if (answer.status === 401 || answer.status === 403) session.end()
    return answer
  }
  async function ask(path: string, body: BodyInit, type: string): Promise<unknown> {
    try {
      return await (await request(path, { body, headers: { 'content-type': type } })).json()
    } catch {
      return failure('core-gone')
    }
  }
  const askJson = (path: string, input: unknown): Promise<unknown> => ask(path, JSON.stringify(input ?? {}), 'application/json')
  const stage = (name: string, bytes: BodyInit): Promise<unknown> =>
    ask(`/stage?name=${encodeURIComponent(name)}`, bytes, 'application/octet-stream')

  /** Files one after the other: a hundred at once would have to be held in memory at once. */
  async function pick(): Promise<Envelope> {
    const staged: unknown[] = []
    for (const file of await chooseFiles()) {
      const answer = (await stage(file.name, file)) as Envelope // the server's envelope; hostCall parses what comes of it
      if (!answer.ok) return answer
      staged.push(answer.value)
    }
    return { ok: true, value: staged }
  }

  async function save(outputId: string, name: string): Promise<unknown> {
    try {
      const answer = await request(`/output/${encodeURIComponent(outputId)}`)
      if (!answer.ok) return await answer.json()
      keepDownload(name, await answer.blob())
      return { ok: true, value: { name } }
    } catch {
      return failure('core-gone')
    }
  }

  // One stream for all listeners of the window: browsers allow six connections to a server, over all tabs.
  const listeners = new Set<(event: unknown) => void>()
  let stop: (() => void) | undefined
  const listener = (event: unknown): void => {
    for (const each of listeners) {
      try {
        each(event)
      } catch (error) {
        reportError(error)
      }
    }
  }

  return {
    call: (name, input) => askJson(`/rpc/${encodeURIComponent(name)}`, input),
    host(action, input) {
      const given = input as { name: string; bytes: BodyInit; outputId: string } // hostCall's type says which action has which
      if (action === 'files.pick') return pick()
      if (action === 'files.stage') return stage(given.name, given.bytes)
      if (action === 'outputs.save') return save(given.outputId, given.name)
      return askJson(`/host/${encodeURIComponent(action)}`, input)
    },
    subscribe(added) {
      listeners.add(added)
      stop ??= followEvents({ open: (signal) => request('/events', { method: 'GET', signal }), listener })
      return () => {
        if (!listeners.delete(added) || listeners.size > 0) return
        stop?.()
        stop = undefined
      }
    },
  }
}

/** What the server would have said, had it answered. */
function failure(code: ErrorCode, details: ErrorDetails = {}): Envelope {
  return { ok: false, error: { code, message: code, details } }
}
