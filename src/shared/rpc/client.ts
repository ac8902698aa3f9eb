/** The typed client over any transport: Electron IPC, HTTP, messages between processes, or a direct call. */
import type { Input, Output, Procedure } from './contract.ts'
import { envelopeSchema, openEnvelope, ParleyError, type Envelope } from './envelope.ts'
import type { CoreEvent } from './events.ts'

export interface Transport {
  /** Never rejects for an expected failure: that is an envelope with `ok: false`. */
  call(name: string, input: unknown): Promise<Envelope>
  subscribe(listener: (event: CoreEvent) => void): () => void
}

export interface Client {
  /** Calls a procedure. Throws ParleyError with the code the core gave, or `core-gone` where nothing answered. */
  call<P extends Procedure>(name: P, input: Input<P>): Promise<Output<P>>
  subscribe(listener: (event: CoreEvent) => void): () => void
}

export function createClient(transport: Transport): Client {
  return {
    async call<P extends Procedure>(name: P, input: Input<P>) {
      const answer = await transport.call(name, input).catch((cause: unknown) => {
        throw new ParleyError('core-gone', {}, { cause })
      })
      const envelope = envelopeSchema.safeParse(answer)
      if (!envelope.success) throw new ParleyError('core-gone', {}, { cause: envelope.error })
      // The core parses its output against the contract before it answers.
      return openEnvelope(envelope.data) as Output<P>
    },
    subscribe: (listener) => transport.subscribe(listener),
  }
}
