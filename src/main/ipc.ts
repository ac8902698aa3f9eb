/**
 * The only way from the page into the host: two channels through one wrapper. Each message is checked for its sender (A12) and
 * its shape and size (A13); each answer is an envelope. Nobody else in this program touches ipcMain.
 */
import { ipcMain } from 'electron'
import { ParleyError, type Envelope } from '../shared/rpc/envelope.ts'
import { contract } from '../shared/rpc/contract.ts'
import { isHostAction, type HostAction } from '../shared/rpc/host-port.ts'
import { failure } from './failures.ts'
import type { Log } from './log.ts'
import { faultOf, type JsonLimits } from './plain-json.ts'
import type { SenderEvent } from './sender.ts'

/** Largest inputs: a hundred thousand ids, or a long note; far above what the page sends and far below what hurts. */
export const callLimits: JsonLimits = { depth: 40, values: 500_000, chars: 8_000_000, bytes: 0 }
/** One file at most, as the importers' limit has it. */
export const stageLimits: JsonLimits = { depth: 2, values: 10, chars: 10_000, bytes: 300 * 1024 * 1024 }
export const actionLimits: JsonLimits = { depth: 10, values: 1_000, chars: 100_000, bytes: 0 }

export interface IpcOptions {
  trusts: (event: SenderEvent) => boolean
  call: (name: string, input: unknown) => Promise<Envelope>
  host: (action: HostAction, input: unknown) => Promise<unknown>
  log: Log
}

export interface Ipc {
  /** Resolves when no message is being answered, or after `longest` milliseconds. */
  idle(longest: number): Promise<void>
}

export function openIpc(options: IpcOptions): Ipc {
  let busy = 0
  const whenIdle = new Set<() => void>()

  function channel(name: string, answer: (target: string, input: unknown) => Promise<Envelope>): void {
    ipcMain.handle(name, async (event, ...args: unknown[]) => {
      if (!options.trusts(event)) {
        options.log('warn', 'sender-refused', { channel: name })
        throw new Error('refused')
      }
      busy += 1
      try {
        return await answer(readTarget(args), args[1])
      } catch (error) {
        return failure(error, options.log)
      } finally {
        busy -= 1
        if (busy === 0) for (const resolve of whenIdle) resolve()
      }
    })
  }

  channel('parley:call', async (name, input) => {
    if (!Object.hasOwn(contract, name)) throw new ParleyError('unknown-procedure', { name: name.slice(0, 60) })
    refuseFaults(name, input, callLimits)
    return options.call(name, input)
  })
  channel('parley:host', async (action, input) => {
    if (!isHostAction(action)) throw new ParleyError('unknown-procedure', { name: action.slice(0, 60) })
    refuseFaults(action, input, action === 'files.stage' ? stageLimits : actionLimits)
    return { ok: true, value: await options.host(action, input) }
  })

  return {
    idle(longest) {
      if (busy === 0) return Promise.resolve()
      const { promise, resolve } = Promise.withResolvers<void>()
      whenIdle.add(resolve)
      setTimeout(resolve, longest)
      return promise.finally(() => whenIdle.delete(resolve))
    },
  }
}

/** A message is a name and an input, no more. */
function readTarget(args: readonly unknown[]): string {
  const [target] = args
  if (args.length !== 2 || typeof target !== 'string') throw new ParleyError('invalid-input', { field: 'message', problem: 'shape' })
  return target
}

function refuseFaults(name: string, input: unknown, limits: JsonLimits): void {
  const problem = faultOf(input, limits)
  if (problem !== null) throw new ParleyError('invalid-input', { name, field: 'input', problem })
}
