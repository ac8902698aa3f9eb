/**
 * Compare: who stands where, and what changed. The matrix, with the quotes of a cell beside it, or chosen parties side by side. One head
 * for all of them: what is compared, at which level, under which filter. All state is in the address.
 */
import { Columns2, FileOutput, Grid3x3, History, Waypoints } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import { useCodebook } from '../../lib/codebook.ts'
import type { ComparePlace } from '../../lib/places.ts'
import type { CopySource } from '../../lib/copied-table.ts'
import { CopyMenu } from '../../lib/parts/copy-menu.tsx'
import { FilterBar } from '../../lib/parts/filter/filter-bar.tsx'
import { SavedViews } from '../../lib/parts/filter/saved-views.tsx'
import type { ReportsPlace } from '../../lib/reports-place.ts'
import { useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { ChangesView } from './changes-view.tsx'
import { CellDrawer } from './cell-drawer.tsx'
import { DrawerPane } from './cell-drawer-pane.tsx'
import styles from './compare-view.module.css'
import { MatrixView } from './matrix-view.tsx'
import { NetworkView } from './network-view.tsx'
import { SideBySideView } from './side-by-side-view.tsx'

export interface CompareViewProps {
  place: ComparePlace
  onPlace: (place: ComparePlace, options?: { replace?: boolean }) => void
  onOpenEvidence: (evidence: Evidence) => void
  onOpenThread: (threadId: number) => void
  /** To a report on what is shown. */
  onReport: (place: ReportsPlace) => void
}

export function CompareView({ place, onPlace, onOpenEvidence, onOpenThread, onReport }: CompareViewProps) {
  const say = useSay()
  const codebook = useCodebook()
  const [opened, setOpened] = useState<ComparePlace['cell'] | null>(null)
  const view = place.view ?? 'matrix'
  const level = place.level ?? 'side'
  const filter = place.filter ?? {}
  /** What the view on screen gives away to be copied. */
  const source = useRef<CopySource>(null)
  const matrix = useRef<HTMLDivElement>(null)
  const set = (patch: Partial<ComparePlace>): void => onPlace({ ...place, ...patch }, { replace: true })
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{say('compare.title')}</h1>
        <SegmentedControl
          label={say('compare.view')}
          value={view}
          onChange={(next) => onPlace({ ...place, view: next })}
          options={[
            { id: 'matrix', label: say('compare.matrix'), icon: <Grid3x3 /> },
            { id: 'side', label: say('compare.side'), icon: <Columns2 /> },
            { id: 'network', label: say('compare.network'), icon: <Waypoints /> },
            { id: 'changes', label: say('compare.changes'), icon: <History /> },
          ]}
        />
        <SegmentedControl
          label={say('compare.level')}
          value={level}
          onChange={(next) =>
            set({ level: next, parties: undefined, pinned: undefined, network: place.network && { ...place.network, pair: undefined } })
          }
          options={(['side', 'organisation', 'speaker'] as const).map((id) => ({ id, label: say(`compare.level.${id}`) }))}
        />
        <div className={styles.filter}>
          <FilterBar filter={filter} onChange={(next) => set({ filter: next })} />
        </div>
        <span className={styles.end}>
          <SavedViews view="compare" place={place} onOpen={(next) => onPlace(next)} />
          <IconButton
            label={say(view === 'changes' ? 'reports.fromChanges' : 'reports.fromCompare')}
            icon={<FileOutput />}
            onPress={() =>
              onReport({
                kind: view === 'changes' ? 'changes' : 'comparison',
                filter,
                level,
                ...(view === 'changes' && place.then !== undefined && { since: place.then, until: place.now }),
              })
            }
          />
          <CopyMenu
            name={say(`compare.copy.${view}`)}
            picture={() => source.current?.picture() ?? null}
            table={() => source.current?.table() ?? null}
            saved={() => source.current?.saved?.() ?? source.current?.table() ?? null}
          />
        </span>
      </header>
      <div className={styles.body}>
        {view === 'matrix' ? (
          <DrawerPane
            mainRef={matrix}
            onClose={() => set({ cell: undefined })}
            main={
              <MatrixView
                filter={filter}
                level={level}
                detail={place.detail ?? 'quotes'}
                layout={place}
                codebook={codebook}
                chosen={place.cell ?? null}
                onChoose={(cell) => {
                  setOpened(cell)
                  set({ cell: cell ?? undefined })
                }}
                onClearFilter={() => set({ filter: {} })}
                onDetail={(detail) => set({ detail })}
                onLayout={set}
                onCopySource={source}
                onLevel={(next) => set({ level: next, parties: undefined, pinned: undefined })}
              />
            }
            drawer={
              place.cell ? (
                <CellDrawer
                  // Another cell starts empty: the quotes of the last one must not stand under its name.
                  key={`${level}:${place.cell.issue}:${place.cell.party}`}
                  cell={place.cell}
                  filter={filter}
                  level={level}
                  codebook={codebook}
                  takesFocus={opened?.issue === place.cell.issue && opened.party === place.cell.party}
                  layout={place}
                  matrixRef={matrix}
                  onClose={() => set({ cell: undefined })}
                  onOpenEvidence={onOpenEvidence}
                  onCell={(cell) => {
                    setOpened(cell)
                    set({ cell })
                  }}
                  onClearFilter={() => set({ filter: {} })}
                />
              ) : null
            }
          />
        ) : view === 'network' ? (
          <NetworkView
            filter={filter}
            level={level}
            look={place.network ?? {}}
            codebook={codebook}
            onLook={(network) => set({ network })}
            onClearFilter={() => set({ filter: {} })}
            onCompare={(parties, issueId) =>
              onPlace({
                ...place,
                view: 'side',
                parties,
                // What was chosen side by side before is of other parties: it must not hide what the link is made of. The way back keeps it.
                pinned: undefined,
                differ: undefined,
                since: undefined,
                ...(issueId !== null && { filter: { ...filter, issues: [issueId] } }),
              })
            }
            onCell={(issue, party) => {
              const cell = { issue, party }
              setOpened(cell)
              onPlace({ ...place, view: 'matrix', cell })
            }}
            onCopySource={source}
          />
        ) : view === 'changes' ? (
          <ChangesView
            filter={filter}
            level={level}
            codebook={codebook}
            place={place}
            onPlace={set}
            onClearFilter={() => set({ filter: {} })}
            onOpenEvidence={onOpenEvidence}
            onOpenCell={(cell) => {
              setOpened(cell)
              onPlace({ ...place, view: 'matrix', cell })
            }}
            onOpenThread={onOpenThread}
            onCopySource={source}
          />
        ) : (
          <SideBySideView
            filter={filter}
            level={level}
            codebook={codebook}
            layout={place}
            onLayout={set}
            onCopySource={source}
            onClearFilter={() => set({ filter: {} })}
            onOpenEvidence={onOpenEvidence}
          />
        )}
      </div>
    </div>
  )
}
