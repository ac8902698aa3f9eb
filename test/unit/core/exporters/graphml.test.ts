/** The network as GraphML: what is read back with a strict parser is what was written, whatever the parties are called. */
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { writeGraphml } from '../../../../src/core/exporters/graphml.ts'
import { networkBasisSchema, normalisationSchema, type Network } from '../../../../src/shared/domain/network.ts'
import { partyKindSchema, partyRoleSchema, type Party } from '../../../../src/shared/domain/party.ts'

interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

/** Throws where it is not well-formed. */
function parsed(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const parser = new SaxesParser({ fragment: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return top.children[0] ?? top
}

const named = ({ children }: Element, name: string): Element[] => children.filter((child) => child.name === name)
const dataOf = (element: Element): Record<string, string> =>
  Object.fromEntries(named(element, 'data').map(({ attributes, text }) => [attributes.key ?? '', text]))

type Known = Pick<Party, 'uid' | 'name' | 'kind' | 'role'>

const partyArbitrary: fc.Arbitrary<Known> = fc.record({
  uid: fc.uuid(),
  name: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      ']]></data><node id="x"/>',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
      '"\'&amp;\r\n\t',
      'طالبان \u202e txt',
      '🚢 \ud800',
      '\u0000\u0008\ufffe',
    ),
  ),
  kind: fc.constantFrom(...partyKindSchema.options),
  role: fc.constantFrom(...partyRoleSchema.options),
})

const networkArbitrary: fc.Arbitrary<{ network: Network; parties: Map<number, Known> }> = fc
  .record({
    list: fc.uniqueArray(partyArbitrary, { selector: ({ uid }) => uid, maxLength: 6 }),
    numbers: fc.array(fc.nat(40), { minLength: 24, maxLength: 24 }),
    weights: fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 30, maxLength: 30 }),
  })
  .map(({ list, numbers, weights }) => ({
    parties: new Map(list.map((party, index) => [index + 1, party])),
    network: {
      nodes: list.map((_party, index) => ({
        partyId: index + 1,
        statements: numbers[index * 4] ?? 0,
        supports: numbers[index * 4 + 1] ?? 0,
        opposes: numbers[index * 4 + 2] ?? 0,
        positions: numbers[index * 4 + 3] ?? 0,
      })),
      edges: list.flatMap((_a, a) =>
        list.slice(a + 1).map((_b, offset) => ({
          a: a + 1,
          b: a + offset + 2,
          agreed: a,
          opposed: offset,
          congruence: weights[a * 5 + offset] ?? 0,
          conflict: weights[29 - a * 5 - offset] ?? 0,
        })),
      ),
      left: numbers[0] ?? 0,
      beyond: numbers[1] ?? 0,
    },
  }))

/** What XML 1.0 can hold of a text: its Char production, by code point. */
const holdable = (text: string): string =>
  Array.from(text)
    .filter((letter) => {
      const code = letter.codePointAt(0) ?? 0
      return (
        code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code > 0xffff
      )
    })
    .join('')

const asked = fc.record({
  basis: fc.constantFrom(...networkBasisSchema.options),
  normalisation: fc.constantFrom(...normalisationSchema.options),
})

test('well-formed for any name, and read back equal', () => {
  fc.assert(
    fc.property(networkArbitrary, asked, ({ network, parties }, how) => {
      const root = parsed(writeGraphml(network, parties, how))
      expect(root.name).toBe('graphml')
      expect(root.attributes.xmlns).toBe('http://graphml.graphdrawing.org/xmlns')
      const keys = new Map(named(root, 'key').map(({ attributes }) => [attributes.id ?? '', attributes]))
      const [graph] = named(root, 'graph')
      if (!graph) throw new Error('no graph')
      expect(graph.attributes.edgedefault).toBe('undirected')
      expect(dataOf(graph)).toEqual({ ...how, partiesLeftOut: String(network.beyond), statementsLeftOut: String(network.left) })
      const nodes = named(graph, 'node')
      expect(nodes.map((node) => [node.attributes.id, dataOf(node)])).toEqual(
        network.nodes.map(({ partyId, statements, supports, opposes, positions }) => {
          const party = parties.get(partyId)
          return [
            party?.uid,
            {
              name: holdable(party?.name ?? ''),
              label: holdable(party?.name ?? ''),
              kind: party?.kind,
              role: party?.role,
              ...Object.fromEntries(
                Object.entries({ statements, supports, opposes, positions }).map(([key, value]) => [key, String(value)]),
              ),
            },
          ]
        }),
      )
      expect(
        named(graph, 'edge').map((edge) => {
          const values = dataOf(edge)
          return {
            ends: [edge.attributes.source, edge.attributes.target],
            numbers: ['agreed', 'opposed', 'congruence', 'conflict', 'weight'].map((key) => Number(values[key])),
          }
        }),
      ).toEqual(
        network.edges.map(({ a, b, agreed, opposed, congruence, conflict }) => ({
          ends: [parties.get(a)?.uid, parties.get(b)?.uid],
          numbers: [agreed, opposed, congruence, conflict, congruence - conflict],
        })),
      )
      // Every attribute is declared, for what it stands on.
      for (const [of, elements] of [
        ['graph', [graph]],
        ['node', nodes],
        ['edge', named(graph, 'edge')],
      ] as const)
        for (const element of elements) for (const key of Object.keys(dataOf(element))) expect(keys.get(key)?.for).toBe(of)
    }),
  )
})

test('a party that is gone still has a node of its own', () => {
  const node = { partyId: 7, statements: 1, supports: 1, opposes: 0, positions: 1 }
  const xml = writeGraphml({ nodes: [node], edges: [], left: 0, beyond: 0 }, new Map(), { basis: 'all', normalisation: 'none' })
  const [graph] = named(parsed(xml), 'graph')
  expect(named(graph ?? parsed(xml), 'node').map(({ attributes }) => attributes.id)).toEqual(['party-7'])
})
