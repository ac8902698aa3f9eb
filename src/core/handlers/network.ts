/** Handlers of `network.*`. */
import { pairOf } from '../compare/network.ts'
import { writeGraphml } from '../exporters/graphml.ts'
import { networkOf, networkStatements } from '../exporters/network/read-network.ts'
import { say } from '../messages.ts'
import type { CommandHandlers, QueryHandlers } from '../session.ts'
import { keepOutput } from './outputs.ts'
import { listParties } from '../store/parties.ts'

export const networkQueries = {
  'network.read': ({ db }, input) => networkOf(db, input),
  'network.pair': ({ db }, { a, b, ...asked }) => {
    const { columns, rows, context } = networkStatements(db, asked)
    return pairOf(columns, rows, context, { a, b, basis: asked.basis })
  },
} satisfies Partial<QueryHandlers>

export const networkCommands = {
  'network.export': (session, input) => {
    const db = session.opened().read
    const parties = new Map(listParties(db).map((party) => [party.id, party]))
    const bytes = new TextEncoder().encode(writeGraphml(networkOf(db, input), parties, input))
    return keepOutput(session, { name: say('compare.copy.network'), extension: 'graphml', mediaType: 'application/xml', bytes })
  },
} satisfies Partial<CommandHandlers>
