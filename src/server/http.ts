/**
 * The HTTP server: 127.0.0.1 and nothing else, limits on everything a client can send, and one way through for every request:
 * guard, token where there is something to protect, route. Errors that nobody expected end as an envelope without a stack.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Core } from '../shared/rpc/core-control.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { BodyTooLarge } from './body.ts'
import type { EventStreams } from './events-route.ts'
import { admit } from './guard.ts'
import type { HostActions } from './host-actions.ts'
import type { Keys } from './keys.ts'
import type { Limits } from './limits.ts'
import { sendOutput } from './output-route.ts'
import { answer, plain, send, type Reply } from './reply.ts'
import { callHost, callProcedure, failed, stage } from './rpc-route.ts'
import { replacementWorker, startPage, tradeCode } from './session-route.ts'
import type { StaticFiles } from './static-files.ts'
import type { Target } from './target.ts'

export interface HttpParts {
  core: Core
  host: HostActions
  keys: Keys
  files: StaticFiles
  streams: EventStreams
  limits: Limits
  /** A request with the token came in: somebody is there. */
  used: () => void
  /** The one-time code was traded. */
  traded: () => void
}

/** Starts to listen. Rejects with node's own error where the port cannot be had. */
export async function listen(parts: HttpParts, port: number): Promise<{ port: number; close(): Promise<void> }> {
  const { limits } = parts
  const options = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    connectionsCheckingInterval: limits.checkInterval,
    keepAliveTimeout: 65_000,
    // A request without a Host is judged by our own guard, like every other.
    requireHostHeader: false,
    insecureHTTPParser: false,
  }
  let ownPort = port
  const server = createServer(options, (request, response) => void handle(request, response))
  server.maxConnections = limits.connections
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A client that goes away in the middle is no failure of ours.
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    try {
      const reply = await route(request, response, parts, ownPort)
      if (reply && !response.destroyed) send(request, response, reply)
    } catch (error) {
      if (response.headersSent || response.destroyed) return void response.destroy()
      send(request, response, error instanceof BodyTooLarge ? plain(413) : answer(failed(error), error instanceof ParleyError ? 400 : 500))
    }
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve)
  })
  ownPort = (server.address() as AddressInfo).port
  return { port: ownPort, close: () => close(server) }
}

/** The reply to a request, or null where it has become a stream. */
async function route(request: IncomingMessage, response: ServerResponse, parts: HttpParts, port: number): Promise<Reply | null> {
  const admission = admit(request, port)
  if (!admission.admitted) return plain(admission.status)
  // There is no other protocol here to change to.
  if (request.headers.upgrade !== undefined) return plain(403)
  const { target } = admission
  if (request.headers['service-worker'] === 'script') return replacementWorker()
  if (target.path === '/session') return allowed(request, ['POST']) ?? tradeCode(request, parts.keys, parts.limits, parts.traded)
  const [, area, name] = /^\/(rpc|host|stage|output|events)(?:\/(.*))?$/s.exec(target.path) ?? []
  if (area !== undefined) return protectedRoute(request, response, parts, { area, name: name ?? '', target })
  const refused = allowed(request, ['GET', 'HEAD'])
  if (refused) return refused
  return target.path === '/' ? startPage(target.query, parts.keys, parts.files) : parts.files.reply(target.path)
}

interface Asked {
  area: string
  name: string
  target: Target
}

async function protectedRoute(
  request: IncomingMessage,
  response: ServerResponse,
  parts: HttpParts,
  { area, name, target }: Asked,
): Promise<Reply | null> {
  const { core, host, keys, streams, limits } = parts
  // A stream is opened once and stays: it is refused like a change of protocol, before it begins.
  if (!keys.isToken(request.headers['x-parley-token'])) return plain(area === 'events' ? 403 : 401)
  parts.used()
  if (area === 'events') return allowed(request, ['GET']) ?? (streams.add(response) ? null : plain(503))
  if (area === 'output') return allowed(request, ['GET', 'POST']) ?? sendOutput(name, core)
  const refused = allowed(request, ['POST'])
  if (refused) return refused
  if (area === 'rpc') return callProcedure(request, name, core, limits)
  if (area === 'host') return callHost(request, name, host, limits)
  return stage(request, target.query, core, limits)
}

const allowed = (request: IncomingMessage, methods: readonly string[]): Reply | null =>
  methods.includes(request.method ?? '') ? null : plain(405, '', { allow: methods.join(', ') })

/** Stops listening, lets running requests end for two seconds, then closes what is left. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), 2_000)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
