/** The network as a table of words: a line for every pair of parties that is linked, the strongest in agreement first. Pure. */
import type { Network } from '../../../shared/domain/network.ts'
import type { CopiedTable } from '../../lib/copied-table.ts'
import type { NetworkWords } from './use-network-words.ts'

export function networkTable({ edges }: Pick<Network, 'edges'>, words: Pick<NetworkWords, 'say' | 'party' | 'number'>): CopiedTable {
  const { say, party, number } = words
  return {
    head: [
      say('network.column.one'),
      say('network.column.other'),
      say('network.agreement'),
      say('network.column.agreedIssues'),
      say('network.conflict'),
      say('network.column.opposedIssues'),
    ],
    rows: edges
      .toSorted((one, other) => other.congruence - one.congruence || other.conflict - one.conflict)
      .map(({ a, b, agreed, opposed, congruence, conflict }) => [
        party(a),
        party(b),
        number(congruence),
        String(agreed),
        number(conflict),
        String(opposed),
      ]),
  }
}
