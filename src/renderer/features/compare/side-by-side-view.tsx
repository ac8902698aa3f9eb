/**
 * Two to six parties in columns, issues as bands, what was said on one day beside each other. Without a choice it shows the two who say
 * most. The parties and what is left out are in the address; folded bands are kept as long as the window lives.
 */
import { Columns2 } from 'lucide-react'
import { useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import type { Evidence, PartyLevel } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { CopySource } from '../../lib/copied-table.ts'
import { useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { SideTable } from './side-by-side-table.tsx'
import { SideTools } from './side-by-side-tools.tsx'
import styles from './side-by-side-view.module.css'
import { sidePicture } from './side-picture.ts'
import { columnOrder, MOST_PARTIES, moved, type SideLayout } from './side-layout.ts'
import { bandsShown } from './side-rows.ts'
import { sideTable } from './side-table.ts'
import { useSideWords } from './use-side-words.ts'

export interface SideBySideViewProps {
  filter: Filter
  level: PartyLevel
  codebook: Codebook
  layout: SideLayout
  onLayout: (patch: SideLayout) => void
  onClearFilter: () => void
  onOpenEvidence: (evidence: Evidence) => void
  onCopySource?: Ref<CopySource>
}

const NONE: readonly number[] = []

export function SideBySideView(props: SideBySideViewProps) {
  const { filter, level, codebook, layout, onLayout, onClearFilter, onOpenEvidence, onCopySource } = props
  const say = useSay()
  const { data: matrix } = useData('compare.matrix', { filter: {}, level, quotes: false })
  const speaking = useMemo(() => (matrix?.columns ?? []).toSorted((a, b) => b.statements - a.statements), [matrix])
  const { pinned = NONE, since } = layout
  const most = speaking.slice(0, 2).map((column) => column.partyId)
  const parties = layout.parties ? [...new Set(layout.parties)].slice(0, MOST_PARTIES) : most
  const chosen = columnOrder(parties, pinned)
  /** Issues all of whose quotes are asked for. */
  const [whole, setWhole] = useState<ReadonlySet<number | null>>(new Set())
  const asked = { parties: chosen, filter, level, ...(since !== undefined && { since }), ...(whole.size > 0 && { whole: [...whole] }) }
  const { data, error, refetch, isPlaceholderData } = useData('compare.sideBySide', asked, { enabled: chosen.length > 0 })
  const bands = useMemo(
    () => bandsShown(data?.bands ?? [], { differ: layout.differ === true, onlyNew: since !== undefined }),
    [data, layout.differ, since],
  )
  const [folded, setFolded] = useState<ReadonlySet<number>>(() => remembered.folded)
  const fold = (ids: Iterable<number>): void => {
    remembered.folded = new Set(ids)
    setFolded(remembered.folded)
  }
  const words = useSideWords(codebook)
  const frame = useRef<HTMLDivElement>(null)
  // The answer to another choice of parties has other columns.
  const isReady = data !== undefined && (!isPlaceholderData || data.bands.every(({ columns }) => columns.length === chosen.length))

  useImperativeHandle(onCopySource, () => ({
    table: () => (bands.length > 0 ? sideTable({ bands, parties: chosen, words, onlyNew: since !== undefined }) : null),
    picture: () => (bands.length > 0 ? sidePicture({ bands, parties: chosen, words, onlyNew: since !== undefined }) : null),
  }))

  if (matrix && speaking.length === 0)
    return (
      <EmptyState icon={<Columns2 />} title={say('compare.empty')}>
        {say('compare.emptyText')}
      </EmptyState>
    )
  const keys = bands.map(({ issueId }) => issueId ?? 0)
  return (
    <div className={styles.view}>
      <SideTools
        speaking={speaking}
        parties={chosen}
        pinned={pinned}
        codebook={codebook}
        layout={layout}
        onLayout={onLayout}
        isFolded={keys.length > 0 && keys.every((key) => folded.has(key))}
        onFoldAll={(isFolding) => fold(isFolding ? keys : [])}
        canPrint={bands.length > 0}
      />
      {matrix && chosen.length === 0 && (
        <EmptyState
          icon={<Columns2 />}
          title={say('side.choose')}
          actions={
            <Button
              label={say('side.compareTwo', { one: words.party(most[0] ?? 0), other: words.party(most[1] ?? most[0] ?? 0) })}
              kind="primary"
              onPress={() => onLayout({ parties: most })}
            />
          }
        >
          {say('side.chooseText')}
        </EmptyState>
      )}
      {error && !data && <LoadError error={error} onAgain={() => void refetch()} />}
      {chosen.length > 0 && !isReady && !error && <Spinner label={say('compare.loading')} />}
      {chosen.length > 0 && isReady && bands.length === 0 && (
        <EmptyState
          icon={<Columns2 />}
          title={say(data.bands.length === 0 ? 'compare.nothingFits' : since === undefined ? 'side.nowhereDiffer' : 'side.nothingNew')}
          actions={
            data.bands.length === 0 ? (
              <Button label={say('filter.clear')} kind="primary" onPress={onClearFilter} />
            ) : (
              <Button label={say('side.showAll')} kind="primary" onPress={() => onLayout({ differ: undefined, since: undefined })} />
            )
          }
        >
          {say(data.bands.length === 0 ? 'compare.nothingFitsText' : 'side.leftOutText')}
        </EmptyState>
      )}
      {chosen.length > 0 && isReady && bands.length > 0 && (
        <SideTable
          key={chosen.join()}
          frame={frame}
          bands={bands}
          hiddenBands={data.bands.length - bands.length}
          parties={chosen}
          pinned={pinned}
          since={since}
          differ={layout.differ === true}
          filter={filter}
          level={level}
          codebook={codebook}
          words={words}
          folded={folded}
          asked={whole}
          onWhole={(issueId) => setWhole(new Set([...whole, issueId]))}
          onFold={(key) => fold(folded.has(key) ? [...folded].filter((one) => one !== key) : [...folded, key])}
          onPin={(id) => onLayout({ parties: chosen, pinned: pinned.includes(id) ? pinned.filter((one) => one !== id) : [...pinned, id] })}
          onRemove={(id) => onLayout({ parties: chosen.filter((one) => one !== id), pinned: pinned.filter((one) => one !== id) })}
          onMove={(from, to) => onLayout({ parties: moved(chosen, from, to) })}
          onOpen={onOpenEvidence}
        />
      )}
    </div>
  )
}

const remembered: { folded: ReadonlySet<number> } = { folded: new Set() }
