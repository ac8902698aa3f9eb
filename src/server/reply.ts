/** Answers. Every one of them, errors included, carries the security headers; none carries a CORS header. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Envelope } from '../shared/rpc/envelope.ts'
import { securityHeaders } from '../shared/rpc/content-policy.ts'

/** What a route answers with when it is not a stream. */
export interface Reply {
  status: number
  headers?: OutgoingHttpHeaders
  body?: string | Uint8Array
}

export const plain = (status: number, text = '', headers: OutgoingHttpHeaders = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body: text,
})

export const page = (status: number, html: string): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: html,
})

/** An envelope. Expected failures are answers too and have status 200, so that a script need look at one place only. */
export const answer = (envelope: Envelope, status = 200, headers: OutgoingHttpHeaders = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(envelope),
})

/** Sends a reply. Where the request was refused before its body was read, the connection is closed after it. */
export function send(request: IncomingMessage, response: ServerResponse, { status, headers = {}, body = '' }: Reply): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const all: OutgoingHttpHeaders = { ...securityHeaders, ...headers, 'content-length': bytes.byteLength }
  const silent = request.method === 'HEAD'
  if (hasBody(request) && !request.complete) return sendAndClose(request, response, status, all, silent ? Buffer.alloc(0) : bytes)
  response.writeHead(status, all)
  response.end(silent ? undefined : bytes)
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'

/**
 * Closing a socket with unread bytes in it would reset it, and the sender would never see the answer. So the rest is thrown
 * away for a moment first, then the socket is closed, whether or not more is coming.
 */
function sendAndClose(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  bytes: Uint8Array,
): void {
  response.writeHead(status, { ...headers, connection: 'close' })
  response.write(bytes)
  const close = (): void => {
    clearTimeout(timer)
    response.end()
    request.socket.destroySoon()
  }
  const timer = setTimeout(close, 500)
  request.once('end', close).once('error', close).resume()
}
