/** Compare: who stands where. The matrix, with the quotes of a cell beside it, or chosen parties side by side. All state is in the address. */
import { Columns2, Grid3x3 } from 'lucide-react'
import { useState } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import { useCodebook } from '../../lib/codebook.ts'
import type { ComparePlace } from '../../lib/places.ts'
import { useSay } from '../../lib/say.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { CellDrawer } from './cell-drawer.tsx'
import styles from './compare-view.module.css'
import { FilterBar } from '../../lib/parts/filter/filter-bar.tsx'
import { MatrixView } from './matrix-view.tsx'
import { SideBySideView } from './side-by-side-view.tsx'

export interface CompareViewProps {
  place: ComparePlace
  onPlace: (place: ComparePlace, options?: { replace?: boolean }) => void
  onOpenEvidence: (evidence: Evidence) => void
}

export function CompareView({ place, onPlace, onOpenEvidence }: CompareViewProps) {
  const say = useSay()
  const codebook = useCodebook()
  const [opened, setOpened] = useState<ComparePlace['cell'] | null>(null)
  const view = place.view ?? 'matrix'
  const level = place.level ?? 'side'
  const filter = place.filter ?? {}
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
          ]}
        />
        <SegmentedControl
          label={say('compare.level')}
          value={level}
          onChange={(next) => set({ level: next, parties: [] })}
          options={(['side', 'speaker'] as const).map((id) => ({ id, label: say(`compare.level.${id}`) }))}
        />
        <FilterBar filter={filter} onChange={(next) => set({ filter: next })} />
      </header>
      <div className={styles.body}>
        {view === 'matrix' ? (
          <>
            <MatrixView
              filter={filter}
              level={level}
              detail={place.detail === 'numbers' ? 'numbers' : 'quotes'}
              codebook={codebook}
              chosen={place.cell ?? null}
              onChoose={(cell) => {
                setOpened(cell)
                set({ cell: cell ?? undefined })
              }}
              onClearFilter={() => set({ filter: {} })}
              onDetail={(detail) => set({ detail })}
            />
            {place.cell && (
              <CellDrawer
                // Another cell starts empty: the quotes of the last one must not stand under its name.
                key={`${place.cell.issue}:${place.cell.party}`}
                cell={place.cell}
                filter={filter}
                level={level}
                codebook={codebook}
                takesFocus={opened?.issue === place.cell.issue && opened.party === place.cell.party}
                onClose={() => set({ cell: undefined })}
                onOpenEvidence={onOpenEvidence}
              />
            )}
          </>
        ) : (
          <SideBySideView
            filter={filter}
            level={level}
            codebook={codebook}
            parties={place.parties ?? []}
            onParties={(parties) => set({ parties })}
            onClearFilter={() => set({ filter: {} })}
            onOpenEvidence={onOpenEvidence}
          />
        )}
      </div>
    </div>
  )
}
