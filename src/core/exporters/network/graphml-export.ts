/**
 * The network of the parties as an export: that of the filter, counted as the view of it counts where nothing else is chosen. It holds no
 * words of anyone's but the names of parties, so that nothing is left to redact.
 */
import { networkInputSchema, type Network } from '../../../shared/domain/network.ts'
import type { ReadDb } from '../../store/types.ts'
import { listParties } from '../../store/parties.ts'
import { writeGraphml } from '../graphml.ts'
import { chosenFor } from '../interchange/chosen.ts'
import type { ExportChoice, Exporter } from '../interchange/types.ts'
import { networkOf } from './read-network.ts'

export const exporter: Exporter = {
  write: async (db, choice, { pause }) => {
    const input = networkInputSchema.parse({ filter: choice.filter })
    const network = networkOf(db, input)
    await pause(0.5)
    const parties = new Map(listParties(db).map((party) => [party.id, party]))
    const bytes = new TextEncoder().encode(writeGraphml(network, parties, input))
    return { bytes, lost: lossesOf(db, choice, network) }
  },
  losses: (db, choice) => lossesOf(db, choice, networkOf(db, networkInputSchema.parse({ filter: choice.filter }))),
}

function lossesOf(db: ReadDb, choice: ExportChoice, { left, beyond }: Network): { code: string; count: number }[] {
  const { articleIds, annotations } = chosenFor(db, choice)
  return [
    { code: 'graphml-articles', count: articleIds.length },
    { code: 'graphml-annotations', count: annotations.length },
    { code: 'graphml-statements', count: left },
    { code: 'graphml-parties', count: beyond },
  ].filter(({ count }) => count > 0)
}
