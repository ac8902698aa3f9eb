/** `network`: who agrees with whom and who stands against whom, as a table, as the contract gives it, or as a GraphML file. */
import { resolve } from 'node:path'
import { networkBasisSchema, normalisationSchema, type NetworkEdge } from '../shared/domain/network.ts'
import { readLevel } from './command-compare.ts'
import type { CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { FILTER_OPTIONS, FILTER_USAGE, readFilter } from './filter-options.ts'
import { withLibrary } from './library.ts'
import { codebookNames, line } from './table.ts'
import { say } from './words.ts'

export const networkCommand: CommandSpec = {
  name: 'network',
  usage: `network --library FILE [--level speaker|organisation|side] [--basis ${networkBasisSchema.options.join('|')}] [--normalisation ${normalisationSchema.options.join('|')}] [--graphml FILE] ${FILTER_USAGE}`,
  options: {
    level: { type: 'string' },
    basis: { type: 'string' },
    normalisation: { type: 'string' },
    graphml: { type: 'string' },
    ...FILTER_OPTIONS,
  },
  example: 'parley network --level side --normalisation jaccard --graphml talks.graphml --library talks.parley',
  run({ options, json, out }) {
    const level = readLevel(options.level)
    const normalisation = normalisationSchema.safeParse(options.normalisation ?? 'none')
    if (!normalisation.success) throw new UsageError(say('cli.network.badNormalisation', { names: normalisationSchema.options.join(', ') }))
    const basis = networkBasisSchema.safeParse(options.basis ?? 'current')
    if (!basis.success) throw new UsageError(say('cli.network.badBasis', { names: networkBasisSchema.options.join(', ') }))
    return withLibrary(options, async ({ core, client }) => {
      const asked = { level, basis: basis.data, normalisation: normalisation.data, filter: await readFilter(client, options) }
      const network = await client.call('network.read', asked)
      const file = typeof options.graphml === 'string' ? resolve(options.graphml) : null
      if (file !== null) {
        const { outputId } = await client.call('network.export', asked)
        await core.control.writeOutput(outputId, file)
      }
      if (json) return out.json(network)
      if (file !== null) return out.text(say('cli.network.written', { file, parties: network.nodes.length, links: network.edges.length }))
      const { parties } = await codebookNames(client)
      const nameOf = (id: number): string => parties.get(id) ?? ''
      const numbers = ({ congruence, conflict }: NetworkEdge): number[] =>
        [congruence, conflict].map((value) => Math.round(value * 1e4) / 1e4)
      out.text(line(['', '', say('network.agreement'), say('network.conflict')]))
      for (const edge of network.edges) out.text(line([nameOf(edge.a), nameOf(edge.b), ...numbers(edge)]))
      if (network.left > 0) out.text(say('network.left', { count: network.left }))
      if (network.beyond > 0) out.text(say('network.beyond', { count: network.beyond }))
    })
  },
}
