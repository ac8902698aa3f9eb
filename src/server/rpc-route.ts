/**
 * Calls: `POST /rpc/NAME` goes to the core, `POST /host/ACTION` to the host, `POST /stage?name=` hands bytes to the core.
 * Each answers with the one envelope. The core parses inputs against the contract; here only the name and the size count.
 */
import type { IncomingMessage } from 'node:http'
import { isProcedure } from '../shared/rpc/contract.ts'
import type { Core } from '../shared/rpc/core-control.ts'
import { ParleyError, type Envelope } from '../shared/rpc/envelope.ts'
import { BodyTooLarge, readBody, readJson } from './body.ts'
import type { HostActions } from './host-actions.ts'
import type { Limits } from './limits.ts'
import { answer, type Reply } from './reply.ts'
import { errorWords, toWire } from './words.ts'

export async function callProcedure(request: IncomingMessage, name: string, core: Core, limits: Limits): Promise<Reply> {
  if (!isProcedure(name)) return answer(failed(new ParleyError('unknown-procedure', { name: name.slice(0, 200) })), 404)
  return enveloped(async () => worded(await core.call(name, await readJson(request, limits.jsonBytes, limits.jsonDepth))))
}

export async function callHost(request: IncomingMessage, action: string, host: HostActions, limits: Limits): Promise<Reply> {
  if (!host.has(action)) return answer(failed(new ParleyError('unknown-procedure', { name: action.slice(0, 200) })), 404)
  return enveloped(async () => host.run(action, await readJson(request, limits.jsonBytes, limits.jsonDepth)))
}

/** Keeps the last segment of the name only: some browsers send the path of a file inside a dropped folder. */
export async function stage(request: IncomingMessage, query: URLSearchParams, core: Core, limits: Limits): Promise<Reply> {
  const name = (query.get('name') ?? '').split(/[/\\]/).at(-1) ?? ''
  return enveloped(async () => {
    if (name === '' || name.length > 1_000)
      throw new ParleyError('invalid-input', { field: 'name', problem: 'must have 1 to 1,000 characters' })
    try {
      return { ok: true, value: await core.control.stageBytes(name, await readBody(request, limits.stagedBytes)) }
    } catch (error) {
      if (error instanceof BodyTooLarge) throw new ParleyError('file-unreadable', { name, reason: 'too-large' }, { cause: error })
      throw error
    }
  })
}

/** A failure that arose between the processes has a code and no words yet. */
function worded(envelope: Envelope): Envelope {
  if (envelope.ok || envelope.error.message !== envelope.error.code) return envelope
  return { ok: false, error: { ...envelope.error, message: errorWords(envelope.error.code, envelope.error.details) } }
}

async function enveloped(run: () => Promise<Envelope>): Promise<Reply> {
  try {
    return answer(await run())
  } catch (error) {
    if (error instanceof BodyTooLarge)
      return answer(failed(new ParleyError('invalid-input', { field: 'input', problem: 'too large' })), 413)
    if (error instanceof ParleyError && error.cause instanceof BodyTooLarge) return answer(failed(error), 413)
    return answer(failed(error), error instanceof ParleyError ? 200 : 500)
  }
}

export const failed = (error: unknown): Envelope => ({ ok: false, error: toWire(error) })
