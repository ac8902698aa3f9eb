/** The network of parties as GraphML (graphml.graphdrawing.org, 1.0), for Gephi, visone, igraph and R. Pure text. */
import type { Network, NetworkBasis, Normalisation } from '../../shared/domain/network.ts'
import type { Party } from '../../shared/domain/party.ts'
import { xmlText } from '../../shared/text/xml-text.ts'

/** Attributes of nodes, of edges and of the whole: id, of what, name, type. */
const KEYS = [
  ['name', 'node', 'string'],
  // What Gephi writes beside a node; Cytoscape and igraph take the name.
  ['label', 'node', 'string'],
  ['kind', 'node', 'string'],
  ['role', 'node', 'string'],
  ['statements', 'node', 'int'],
  ['supports', 'node', 'int'],
  ['opposes', 'node', 'int'],
  ['positions', 'node', 'int'],
  ['congruence', 'edge', 'double'],
  ['conflict', 'edge', 'double'],
  ['agreed', 'edge', 'int'],
  ['opposed', 'edge', 'int'],
  ['weight', 'edge', 'double'],
  ['basis', 'graph', 'string'],
  ['normalisation', 'graph', 'string'],
  ['partiesLeftOut', 'graph', 'int'],
  ['statementsLeftOut', 'graph', 'int'],
] as const

/**
 * `weight` is congruence less conflict ("subtract" in Discourse Network Analyzer). Nodes bear the uid of the party. What the network leaves
 * out is said in it.
 */
export function writeGraphml(
  { nodes, edges, left, beyond }: Network,
  parties: ReadonlyMap<number, Pick<Party, 'uid' | 'name' | 'kind' | 'role'>>,
  { basis, normalisation }: { basis: NetworkBasis; normalisation: Normalisation },
): string {
  const data = (values: Readonly<Record<string, string | number>>, indent = '      '): string =>
    Object.entries(values).map(([key, value]) => `${indent}<data key="${key}">${xmlText(String(value))}</data>\n`).join('') // prettier-ignore
  const idOf = (partyId: number): string => xmlText(parties.get(partyId)?.uid ?? `party-${partyId}`)
  const node = ({ partyId, ...counts }: Network['nodes'][number]): string => {
    const { name, kind, role } = parties.get(partyId) ?? { name: '', kind: 'other', role: 'none' }
    return `    <node id="${idOf(partyId)}">\n${data({ name, label: name, kind, role, ...counts })}    </node>\n`
  }
  const edge = ({ a, b, agreed, opposed, congruence, conflict }: Network['edges'][number], index: number): string => {
    const weights = { congruence, conflict, agreed, opposed, weight: congruence - conflict }
    return `    <edge id="e${index}" source="${idOf(a)}" target="${idOf(b)}">\n${data(weights)}    </edge>\n`
  }
  const keys = KEYS.map(([id, of, type]) => `  <key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>\n`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${keys}  <graph id="parties" edgedefault="undirected">
${data({ basis, normalisation, partiesLeftOut: beyond, statementsLeftOut: left }, '    ')}${nodes.map(node).join('')}${edges.map(edge).join('')}  </graph>
</graphml>
`
}
