/**
 * The network as it is looked at: which links are shown, how strong each is, and which of them there is room to draw. A link over fewer
 * issues than asked for is not drawn, but stays in the table, where it is faint. Pure.
 */
import type { Network, NetworkBasis, NetworkEdge, NetworkNode, Normalisation } from '../../../shared/domain/network.ts'

export type LinkKind = 'agreement' | 'conflict'
export const LINK_KINDS: readonly LinkKind[] = ['agreement', 'conflict']

/** What of the network is looked at, as the address keeps it. */
export interface NetworkLook {
  /** Current stances where nothing is said. */
  basis?: NetworkBasis | undefined
  by?: Normalisation | undefined
  /** Only these links; both where nothing is said. */
  show?: LinkKind | undefined
  /** Fewest issues of a link. */
  least?: number | undefined
  /** The two parties whose issues are open. */
  pair?: [number, number] | undefined
}

export interface Link {
  /** Of the two parties and the kind. */
  key: string
  a: number
  b: number
  kind: LinkKind
  /** Over how many issues. */
  issues: number
  /** That number, divided as asked. */
  value: number
}

/** More cannot be told apart in a picture. */
export const MOST_DRAWN_PARTIES = 60
export const MOST_DRAWN_LINKS = 150

/** Signs that differ without colour. */
export const LINK_SIGNS: Readonly<Record<LinkKind, string>> = { agreement: '=', conflict: '≠' }

export const pairKey = (a: number, b: number): string => (a < b ? `${a}-${b}` : `${b}-${a}`)

export const issuesOf = (edge: NetworkEdge, kind: LinkKind): number => (kind === 'agreement' ? edge.agreed : edge.opposed)
export const valueOf = (edge: NetworkEdge, kind: LinkKind): number => (kind === 'agreement' ? edge.congruence : edge.conflict)

export const kindsOf = ({ show }: Pick<NetworkLook, 'show'>): readonly LinkKind[] => (show ? [show] : LINK_KINDS)

/** The links that are shown, strongest first; of equal ones, that over more issues, else that which stands first in the codebook. */
export function linksOf({ edges }: Pick<Network, 'edges'>, look: Pick<NetworkLook, 'show' | 'least'>): Link[] {
  const links = edges.flatMap((edge) =>
    kindsOf(look).flatMap((kind): Link[] => {
      const issues = issuesOf(edge, kind)
      if (issues < Math.max(look.least ?? 1, 1)) return []
      return [{ key: `${pairKey(edge.a, edge.b)} ${kind}`, a: edge.a, b: edge.b, kind, issues, value: valueOf(edge, kind) }]
    }),
  )
  return links.toSorted((one, other) => other.value - one.value || other.issues - one.issues)
}

export interface Drawn {
  /** In the order of the codebook. */
  nodes: NetworkNode[]
  links: Link[]
  /** Not all of it. */
  isPart: boolean
}

/** As much as there is room for: all parties with their links, or only the strongest links and whom they join. */
export function drawnOf(nodes: readonly NetworkNode[], links: readonly Link[]): Drawn {
  if (nodes.length <= MOST_DRAWN_PARTIES && links.length <= MOST_DRAWN_LINKS) return { nodes: [...nodes], links: [...links], isPart: false }
  const there = new Set<number>(nodes.length <= MOST_DRAWN_PARTIES ? nodes.map(({ partyId }) => partyId) : [])
  const drawn: Link[] = []
  for (const link of links) {
    if (drawn.length === MOST_DRAWN_LINKS) break
    const joining = [link.a, link.b].filter((id) => !there.has(id))
    if (there.size + joining.length > MOST_DRAWN_PARTIES) continue
    for (const id of joining) there.add(id)
    drawn.push(link)
  }
  return { nodes: nodes.filter(({ partyId }) => there.has(partyId)), links: drawn, isPart: true }
}
