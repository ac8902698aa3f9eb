/** Handlers of `network.*`. */
import type { Network } from '../../shared/domain/network.ts'
import type { ParsedInput } from '../../shared/rpc/contract.ts'
import { buildNetwork, pairOf } from '../compare/network.ts'
import type { NetworkContext } from '../compare/network-sides.ts'
import type { Rows, StatementColumns } from '../compare/statements.ts'
import { writeGraphml } from '../exporters/graphml.ts'
import { say } from '../messages.ts'
import type { CommandHandlers, QueryHandlers } from '../session.ts'
import { keepOutput } from './outputs.ts'
import { overridesByCell } from '../store/cell-overrides.ts'
import { statementsFor } from '../store/comparison.ts'
import { listParties } from '../store/parties.ts'
import type { ReadDb } from '../store/types.ts'

export const networkQueries = {
  'network.read': ({ db }, input) => networkOf(db, input),
  'network.pair': ({ db }, { a, b, ...asked }) => {
    const { columns, rows, context } = statementsOf(db, asked)
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

function networkOf(db: ReadDb, { normalisation, ...asked }: ParsedInput<'network.read'>): Network {
  const { columns, rows, context } = statementsOf(db, asked)
  return buildNetwork(columns, rows, context, { normalisation, basis: asked.basis })
}

function statementsOf(
  db: ReadDb,
  { filter, level, basis }: Pick<ParsedInput<'network.read'>, 'filter' | 'level' | 'basis'>,
): { columns: StatementColumns; rows: Rows; context: NetworkContext } {
  const { trees, ...statements } = statementsFor(db, filter, level)
  return { ...statements, context: { ...trees, ...(basis === 'current' && { overrides: overridesByCell(db) }) } }
}
