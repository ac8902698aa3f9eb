/** Handlers of `network.*`. */
import type { Network } from '../../shared/domain/network.ts'
import type { ParsedInput } from '../../shared/rpc/contract.ts'
import { buildNetwork, pairOf } from '../compare/network.ts'
import { writeGraphml } from '../exporters/graphml.ts'
import { safeName } from '../exporters/safe-name.ts'
import { say } from '../messages.ts'
import type { CommandHandlers, QueryHandlers } from '../session.ts'
import { listParties } from '../store/parties.ts'
import { selectStatements } from '../store/statement-filter.ts'
import { filteredIssueTree, partyTree } from '../store/trees.ts'
import type { ReadDb } from '../store/types.ts'

export const networkQueries = {
  'network.read': ({ db }, input) => networkOf(db, input),
  'network.pair': ({ db }, { filter, level, a, b }) => {
    const { columns, rows } = selectStatements(db, filter)
    return pairOf(columns, rows, { parties: partyTree(db), issues: filteredIssueTree(db, filter.issues), level }, { a, b })
  },
} satisfies Partial<QueryHandlers>

export const networkCommands = {
  'network.export': (session, input) => {
    const db = session.opened().read
    const parties = new Map(listParties(db).map((party) => [party.id, party]))
    const bytes = new TextEncoder().encode(writeGraphml(networkOf(db, input), parties, { normalisation: input.normalisation }))
    const name = safeName(say('compare.copy.network'), { extension: '.graphml', fallback: 'network' })
    const outputId = session.uid()
    session.outputs.add(outputId, { name, mediaType: 'application/xml', bytes })
    return { outputId, name }
  },
} satisfies Partial<CommandHandlers>

function networkOf(db: ReadDb, { filter, level, normalisation }: ParsedInput<'network.read'>): Network {
  const { columns, rows } = selectStatements(db, filter)
  return buildNetwork(columns, rows, { parties: partyTree(db), issues: filteredIssueTree(db, filter.issues), level }, { normalisation })
}
