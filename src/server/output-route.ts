/**
 * `GET` or `POST /output/ID`: what a finished job made, as bytes to be kept. Never a page: whatever the bytes are, a browser
 * gets an attachment of no particular type that may do nothing if it is shown all the same.
 */
import { inertPolicy } from '../shared/rpc/content-policy.ts'
import type { Core } from '../shared/rpc/core-control.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { answer, type Reply } from './reply.ts'
import { failed } from './rpc-route.ts'
import { safeFileName } from './safe-name.ts'

export async function sendOutput(outputId: string, core: Core): Promise<Reply> {
  try {
    const { name, bytes } = await core.control.readOutput(outputId)
    const headers = {
      'content-type': 'application/octet-stream',
      'content-security-policy': inertPolicy,
      'content-disposition': attachment(name),
    }
    return { status: 200, headers, body: bytes }
  } catch (error) {
    const gone = error instanceof ParleyError && (error.code === 'output-gone' || error.code === 'not-found')
    return answer(failed(error), gone ? 404 : error instanceof ParleyError ? 409 : 500)
  }
}

/** Content-Disposition with an ASCII name for old clients and the full one after RFC 8187. */
function attachment(name: string): string {
  const safe = safeFileName(name)
  const ascii = safe.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`
}
