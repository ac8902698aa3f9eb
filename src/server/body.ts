/** Request bodies, counted while they arrive: what a header declares is believed only where it is too much. */
import type { IncomingMessage } from 'node:http'
import { ParleyError } from '../shared/rpc/envelope.ts'

/** More bytes than the route takes. */
export class BodyTooLarge extends Error {}

/** The whole body. Throws BodyTooLarge past `limit` bytes, without reading further. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const declared = Number(request.headers['content-length'] ?? Number.NaN)
    if (declared > limit) return reject(new BodyTooLarge())
    // One allocation where the length is known: an upload of 300 MB is then held once, not twice.
    const whole = Number.isNaN(declared) ? null : Buffer.allocUnsafe(declared)
    const chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer): void => {
      if (size + chunk.byteLength > limit) {
        request.off('data', take).pause()
        chunks.length = 0
        return reject(new BodyTooLarge())
      }
      if (whole) chunk.copy(whole, size)
      else chunks.push(chunk)
      size += chunk.byteLength
    }
    request.on('data', take)
    request.once('end', () => resolve(whole ? whole.subarray(0, size) : Buffer.concat(chunks)))
    request.once('error', reject)
    request.once('close', () => reject(new Error('the request ended before its body')))
  })
}

/** The body as JSON; an empty one is `{}`. Throws `invalid-input` for what is not JSON, or nested deeper than `depth`. */
export async function readJson(request: IncomingMessage, limit: number, depth: number): Promise<unknown> {
  const text = (await readBody(request, limit)).toString('utf8')
  if (text.trim() === '') return {}
  // Looked at before parsing and before it crosses to the core: a recursive reader of a very deep value overflows its stack.
  if (nestingOf(text) > depth) throw new ParleyError('invalid-input', { field: 'input', problem: `nested deeper than ${depth}` })
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw new ParleyError('invalid-input', { field: 'input', problem: 'not JSON' }, { cause })
  }
}

/** Deepest level of brackets outside of strings. */
function nestingOf(text: string): number {
  let deepest = 0
  let level = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) quoted = !quoted
    else if (quoted && unit === 0x5c) at++
    else if (!quoted && (unit === 0x5b || unit === 0x7b)) deepest = Math.max(deepest, ++level)
    else if (!quoted && (unit === 0x5d || unit === 0x7d)) level--
  }
  return deepest
}
