/** Shape of the host's side of `hostActions`: parsed input in, output out; a missing or surplus action does not compile. */
import type { z } from 'zod'
import type { HostAction, hostActions, HostOutput } from '../../shared/rpc/host-port.ts'

export type ParsedHostInput<A extends HostAction> = z.output<(typeof hostActions)[A]['input']>
export type HostHandlers = { [A in HostAction]: (input: ParsedHostInput<A>) => HostOutput<A> | Promise<HostOutput<A>> }
