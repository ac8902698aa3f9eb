/**
 * What a core in another process asks of its host, over the port that the host calls it on (core-link.ts): so far only printing. Each end
 * takes the messages that are for it and leaves the others. An asking that is withdrawn, or whose core is gone, is stopped at the host.
 */
import type { MessageEnd } from './core-link.ts'
import { ParleyError, restoreError, type WireError } from './envelope.ts'
import type { Cancelling, Printer, PrinterProblem, PrintOptions } from './printer.ts'

interface Asked {
  problem: { input: null; answer: PrinterProblem | null }
  print: { input: { html: string; options: PrintOptions }; answer: Uint8Array }
}
type Name = keyof Asked
type Asking = { [N in Name]: { type: 'ask'; id: number; name: N; input: Asked[N]['input'] } }[Name] | { type: 'withdraw'; id: number }
type Answer = { type: 'answer'; id: number; value: Asked[Name]['answer'] } | { type: 'refusal'; id: number; error: WireError }

/** The core's end: a printer that is the host's. */
export function printerOfHost(end: MessageEnd): Printer {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>()
  let nextId = 1
  end.onMessage((message) => {
    const answer = message as Answer
    if (answer.type !== 'answer' && answer.type !== 'refusal') return
    const waiter = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.type === 'answer') waiter?.resolve(answer.value)
    else waiter?.reject(restoreError(answer.error))
  })

  async function ask<N extends Name>(name: N, input: Asked[N]['input'], signal?: Cancelling): Promise<Asked[N]['answer']> {
    if (signal?.aborted) throw new ParleyError('cancelled')
    const id = nextId++
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const withdraw = (): void => {
      waiting.delete(id)
      end.post({ type: 'withdraw', id } satisfies Asking)
      reject(new ParleyError('cancelled'))
    }
    waiting.set(id, { resolve, reject })
    signal?.addEventListener('abort', withdraw)
    end.post({ type: 'ask', id, name, input })
    try {
      return (await promise) as Asked[N]['answer']
    } finally {
      signal?.removeEventListener('abort', withdraw)
    }
  }
  return {
    problem: () => ask('problem', null),
    print: (html, options, signal) => ask('print', { html, options }, signal),
  }
}

/** The host's end: answers with its printer. `toWire` turns any thrown value into a plain error. */
export function printForCore(end: MessageEnd, printer: Printer, toWire: (error: unknown) => WireError): void {
  const running = new Map<number, Withdrawal>()
  end.onMessage((message) => {
    const asking = message as Asking
    if (asking.type === 'withdraw') return running.get(asking.id)?.cancel()
    if (asking.type !== 'ask') return
    const { id } = asking
    const withdrawal = new Withdrawal()
    running.set(id, withdrawal)
    void answer(asking, withdrawal)
      .then(
        (value) => end.post({ type: 'answer', id, value } satisfies Answer),
        (error: unknown) => withdrawal.aborted || end.post({ type: 'refusal', id, error: toWire(error) } satisfies Answer),
      )
      .finally(() => running.delete(id))
  })
  end.onClose(() => running.forEach((withdrawal) => withdrawal.cancel()))

  async function answer(asking: Extract<Asking, { type: 'ask' }>, signal: Cancelling): Promise<Asked[Name]['answer']> {
    if (asking.name === 'problem') return printer.problem()
    return printer.print(asking.input.html, asking.input.options, signal)
  }
}

/** Tells a printer that nobody waits for it any more. */
class Withdrawal implements Cancelling {
  aborted = false
  readonly #listeners = new Set<() => void>()
  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener)
  }
  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener)
  }
  cancel(): void {
    this.aborted = true
    for (const listener of this.#listeners) listener()
  }
}
