/**
 * One door to every procedure: look the name up, parse the input, run the handler (a mutation inside its transaction and
 * step), parse the output where asked, answer with an envelope. Logs names and durations, never content.
 */
import { contract, isProcedure, type Procedure } from '../shared/rpc/contract.ts'
import type { Envelope } from '../shared/rpc/envelope.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { errorToWire, inputError } from './errors.ts'
import { commands, followUps, mutations, queries } from './handlers/index.ts'
import type { Session } from './session.ts'

/** Queries that take longer than this are logged. */
const SLOW_MS = 40

export interface DispatchOptions {
  log: (entry: { procedure: string; ms: number; slow: boolean; error?: string }) => void
  onUnexpected: (error: unknown) => void
  /** Parses what handlers return, so that a handler that breaks the contract is found at once: on in development and tests. */
  checkOutput: boolean
}

type AnyHandler = (...args: unknown[]) => unknown

export function createDispatch(session: Session, options: DispatchOptions): (name: string, input: unknown) => Promise<Envelope> {
  return async (name, input) => {
    const start = performance.now()
    let error: string | undefined
    try {
      if (!isProcedure(name)) throw new ParleyError('unknown-procedure', { name: name.slice(0, 100) })
      const parsed = contract[name].input.safeParse(input ?? {})
      if (!parsed.success) throw inputError(parsed.error)
      const value = await run(session, name, parsed.data)
      return { ok: true, value: options.checkOutput ? contract[name].output.parse(value) : value }
    } catch (thrown) {
      const wire = errorToWire(thrown, options.onUnexpected)
      error = wire.code
      return { ok: false, error: wire }
    } finally {
      const ms = performance.now() - start
      const slow = ms > SLOW_MS && isProcedure(name) && contract[name].kind === 'query'
      options.log({ procedure: isProcedure(name) ? name : 'unknown', ms: Math.round(ms * 10) / 10, slow, ...(error && { error }) })
    }
  }
}

/** The three tables are typed per procedure; which one applies is known from the contract, the pairing with `input` from its schema. */
function run(session: Session, name: Procedure, input: unknown): unknown {
  const definition = contract[name]
  if (definition.kind === 'query') {
    const context = {
      session,
      get db() {
        return session.opened().read
      },
    }
    return (queries as Record<string, AnyHandler>)[name]?.(context, input)
  }
  if (definition.kind === 'command') return (commands as Record<string, AnyHandler>)[name]?.(session, input)
  const label = { kind: name, subject: null, count: 1 }
  const value = session.write(label, definition.touches, (db, context) =>
    (mutations as Record<string, AnyHandler>)[name]?.(db, input, context),
  )
  ;(followUps as Record<string, AnyHandler | undefined>)[name]?.(session, input)
  return value
}
