/**
 * The network: parties linked by the issues on which they agree or stand against each other, drawn, and as a table of all pairs. A press on a
 * link opens its issues, and from there the quotes of both. What is looked at is in the address.
 */
import { useId, useImperativeHandle, useMemo, useState, type Ref } from 'react'
import type { PartyLevel } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { toasts } from '../../stores/toasts.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { CopySource } from '../../lib/copied-table.ts'
import { useAction, useData, useShowError } from '../../lib/data.ts'
import { isFiltered } from '../../lib/parts/filter/filter-set.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { hostCall } from '../../lib/transport/host.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { lightColours } from './matrix-colours.ts'
import { PICTURE_FONT } from './matrix-picture.ts'
import { NetworkGraph } from './network-graph.tsx'
import { NetworkMatrix } from './network-matrix.tsx'
import { kindsOf, linksOf, pairKey, type NetworkLook } from './network-model.ts'
import { NetworkPair } from './network-pair.tsx'
import { networkPicture } from './network-picture.ts'
import type { Lit } from './network-shapes.tsx'
import { NetworkEmpty, NetworkNoLinks, NetworkSkeleton } from './network-states.tsx'
import { networkTable } from './network-table.ts'
import { NetworkTools } from './network-tools.tsx'
import styles from './network-view.module.css'
import { useElementSize } from './use-element-size.ts'
import { useNetworkDrawing } from './use-network-drawing.ts'
import { useNetworkWords } from './use-network-words.ts'

export interface NetworkViewProps {
  filter: Filter
  level: PartyLevel
  look: NetworkLook
  codebook: Codebook
  onLook: (look: NetworkLook) => void
  onClearFilter: () => void
  /** The quotes of two parties beside each other, on one issue or on all. */
  onCompare: (parties: [number, number], issueId: number | null) => void
  onCell: (issueId: number, partyId: number) => void
  onCopySource?: Ref<CopySource>
}

const NO_NETWORK = { nodes: [], edges: [], left: 0, beyond: 0 }

export function NetworkView({ filter, level, look, codebook, onLook, onClearFilter, onCompare, onCell, onCopySource }: NetworkViewProps) {
  const by = look.by ?? 'none'
  const words = useNetworkWords(codebook, by)
  const { say, party } = words
  const prefix = useId()
  const showError = useShowError()
  const basis = look.basis ?? 'current'
  const asked = { filter, level, basis, normalisation: by }
  const { data, error, refetch } = useData('network.read', asked)
  const save = useAction('network.export')
  const network = data ?? NO_NETWORK
  const edges = useMemo(() => new Map(network.edges.map((edge) => [pairKey(edge.a, edge.b), edge])), [network])
  const { show, least, pair } = look
  const links = useMemo(() => linksOf(network, { show, least }), [network, show, least])
  const { ref: frame, size } = useElementSize()
  const drawing = useNetworkDrawing(network, links, size, words)
  const [opened, setOpened] = useState<string | null>(null)
  const set = (patch: NetworkLook): void => onLook({ ...look, ...patch })

  const open = (a: number, b: number): void => {
    setOpened(pairKey(a, b))
    set({ pair: [a, b] })
  }
  const close = (): void => {
    const table = document.getElementById(`${prefix}table`)
    const back = table?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')
    set({ pair: undefined })
    back?.focus()
  }
  const description = [
    say('network.described', { parties: drawing.drawn.nodes.length, links: drawing.drawn.links.length }),
    ...links.slice(0, 3).map(({ a, b, kind, issues }) =>
      say(kind === 'agreement' ? 'network.describedAgreement' : 'network.describedConflict', {
        one: party(a),
        other: party(b),
        count: issues,
      }),
    ),
    say('network.seeTable'),
  ].join(' ')
  const tell = (lit: Lit): string => {
    if (lit.kind === 'link') return words.pair(lit.link.a, lit.link.b, edges.get(pairKey(lit.link.a, lit.link.b)))
    const node = network.nodes.find(({ partyId }) => partyId === lit.id)
    return say('network.partySaid', {
      party: party(lit.id),
      supports: node?.supports ?? 0,
      opposes: node?.opposes ?? 0,
      positions: node?.positions ?? 0,
    })
  }
  useImperativeHandle(onCopySource, () => ({
    table: () => (network.edges.length > 0 ? networkTable(network, words) : null),
    picture: () =>
      links.length > 0
        ? networkPicture({
            drawing: drawing.drawing,
            size,
            colours: lightColours(),
            font: PICTURE_FONT,
            legend: { agreement: say('network.legendAgreement'), conflict: say('network.legendConflict'), size: say('network.legendSize') },
            kinds: kindsOf(look),
            description,
          })
        : null,
  }))
  const saveGraphml = async (): Promise<void> => {
    const kept = await save.run(asked)
    if (!kept) return
    const saved = await hostCall('outputs.save', kept)
    if (saved.name !== null) toasts.add({ kind: 'success', text: say('copy.saved', { name: saved.name }) })
  }

  if (error && !data) return <LoadError error={error} onAgain={() => void refetch()} />
  if (!data) return <NetworkSkeleton />
  const tools = (
    <NetworkTools
      network={network}
      look={look}
      shown={links.length}
      onLook={set}
      onSave={() => void saveGraphml().catch(showError)}
      isSaving={save.pending}
    />
  )
  if (network.edges.length === 0)
    return (
      <div className={styles.view}>
        {/* What is counted can be chosen here too: current stances may link nobody where all statements do. */}
        {tools}
        <NetworkEmpty
          parties={network.nodes.length}
          isFiltered={isFiltered(filter)}
          onClearFilter={onClearFilter}
          onAll={basis === 'current' ? () => set({ basis: 'all' }) : null}
        />
      </div>
    )
  return (
    <div className={styles.view}>
      {tools}
      <div className={styles.panes} data-pair={pair !== undefined || undefined}>
        <div className={styles.main}>
          {links.length === 0 ? (
            <NetworkNoLinks onShowAll={() => set({ least: undefined, show: undefined })} />
          ) : (
            <NetworkGraph
              network={drawing}
              size={size}
              frame={frame}
              show={show}
              chosen={pair}
              description={description}
              tell={tell}
              onOpen={open}
            />
          )}
          <div id={`${prefix}table`} className={styles.table}>
            <NetworkMatrix
              network={network}
              edges={edges}
              look={look}
              words={words}
              onOpen={open}
              onEscape={() => {
                if (pair) set({ pair: undefined })
                return pair !== undefined
              }}
            />
          </div>
        </div>
        {pair && (
          <NetworkPair
            // Another pair starts empty: the issues of the last one must not stand under its name.
            key={`${level} ${basis} ${pairKey(...pair)}`}
            pair={pair}
            edge={edges.get(pairKey(...pair))}
            filter={filter}
            level={level}
            basis={basis}
            words={words}
            takesFocus={opened === pairKey(...pair)}
            onClose={close}
            onCompare={(issueId) => onCompare([...pair], issueId)}
            onCell={onCell}
          />
        )}
      </div>
      <VisuallyHidden elementType="div" role="status">
        {pair ? words.pair(...pair, edges.get(pairKey(...pair))) : ''}
      </VisuallyHidden>
    </div>
  )
}
