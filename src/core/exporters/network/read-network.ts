/** The network of parties read out of a library, for the view of it and for every file that holds it: the same question gives the same numbers. */
import type { Network } from '../../../shared/domain/network.ts'
import type { ParsedInput } from '../../../shared/rpc/contract.ts'
import { buildNetwork } from '../../compare/network.ts'
import type { NetworkContext } from '../../compare/network-sides.ts'
import type { Rows, StatementColumns } from '../../compare/statements.ts'
import { overridesByCell } from '../../store/cell-overrides.ts'
import { statementsFor } from '../../store/comparison.ts'
import type { ReadDb } from '../../store/types.ts'

/** The network of what passes a filter. */
export function networkOf(db: ReadDb, { normalisation, ...asked }: ParsedInput<'network.read'>): Network {
  const { columns, rows, context } = networkStatements(db, asked)
  return buildNetwork(columns, rows, context, { normalisation, basis: asked.basis })
}

/** The statements that pass a filter, with what makes a side of them. */
export function networkStatements(
  db: ReadDb,
  { filter, level, basis }: Pick<ParsedInput<'network.read'>, 'filter' | 'level' | 'basis'>,
): { columns: StatementColumns; rows: Rows; context: NetworkContext } {
  const { trees, ...statements } = statementsFor(db, filter, level)
  return { ...statements, context: { ...trees, ...(basis === 'current' && { overrides: overridesByCell(db) }) } }
}
