/** The table of threads: what is late or unanswered first, with what can be done with those that are chosen at its foot. */
import { GitMerge, PencilLine, Trash2, X } from 'lucide-react'
import { useEffect, useMemo, useState, type ReactNode, type Ref } from 'react'
import type { Ledger, LedgerRow } from '../../../shared/domain/ledger.ts'
import { dayRange } from '../../../shared/domain/partial-date.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { DataGrid } from '../../lib/grid/data-grid.tsx'
import { linesOf } from '../../lib/grid/lines.ts'
import type { Columns } from '../../lib/grid/use-columns.ts'
import { useSelection } from '../../lib/grid/use-selection.ts'
import type { LedgerColumn, LedgerPlace } from '../../lib/ledger-place.ts'
import { useSay } from '../../lib/say.ts'
import { useLedger } from '../../stores/ledger.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { Button } from '../../ui/button.tsx'
import type { Arranged, Names } from './arrange.ts'
import { BecauseLine } from './because-line.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import styles from './ledger-view.module.css'
import { MergeDialog } from './merge-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { ThreadMenu } from './thread-menu.tsx'
import { useLedgerWords } from './use-ledger-words.tsx'
import { useThreadActs } from './use-thread-acts.ts'

export interface LedgerTableProps {
  ledger: Ledger | undefined
  arranged: Arranged
  place: LedgerPlace
  names: Names
  codebook: Codebook
  columns: Columns<LedgerColumn>
  isDense: boolean
  isWaiting: boolean
  leftAt: number | null
  empty: ReactNode
  onOpen: (threadId: number) => void
  ref: Ref<{ focus: () => void }>
}

const NO_ROWS: readonly LedgerRow[] = []

export function LedgerTable(props: LedgerTableProps) {
  const { ledger, arranged, place, names, codebook, columns, isDense, isWaiting, leftAt, empty, onOpen, ref } = props
  const say = useSay()
  const acts = useThreadActs()
  const rows = ledger?.rows ?? NO_ROWS
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  const useRows = useMemo(() => () => (id: number) => byId.get(id), [byId])
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const { ids, groups } = arranged
  const lines = useMemo(() => linesOf(ids, groups, folded), [ids, groups, folded])
  const selection = useSelection(lines, ids)
  const asOfDay = ledger ? dayRange(ledger.asOf).first : 0
  const words = useLedgerWords(names, { group: place.group ?? null, asOfDay, isDense, onOpen })
  const [at, setAt] = useState<number | null>(null)
  const [menu, setMenu] = useState<{ ids: readonly number[]; at: AnchorRect } | null>(null)
  const [bulk, setBulk] = useState<readonly number[] | null>(null)
  const [naming, setNaming] = useState<number | null>(null)
  const [merging, setMerging] = useState<readonly number[] | null>(null)
  useEffect(() => useLedger.getState().setOrder(ids), [ids])
  const rowsOf = (of: readonly number[]): LedgerRow[] => of.flatMap((id) => byId.get(id) ?? [])
  const chosen = [...selection.ids]
  const named = naming === null ? undefined : byId.get(naming)
  const [one, other] = merging === null ? [] : rowsOf(merging)
  const head = {
    name: (column: LedgerColumn) => say(`ledger.column.${column}`),
    about: (column: LedgerColumn) => say(`ledger.about.${column}`),
    chosen: say('ledger.choose'),
    chooseAll: say('ledger.chooseAll'),
  }
  return (
    <>
      <div className={styles.table} aria-busy={isWaiting}>
        <DataGrid
          label={say('ledger.table')}
          lines={lines}
          ids={ids}
          found={ids.length}
          question={JSON.stringify([place.filter, place.kind, place.statuses, place.text, place.sort, place.group])}
          columns={columns}
          useRows={useRows}
          selection={selection}
          isDense={isDense}
          words={words}
          head={head}
          acts={{
            open: onOpen,
            remove: (gone) => void acts.remove(rowsOf(gone)),
            menu: (of, place_) => setMenu({ ids: of, at: place_ }),
            ...(acts.canWrite && { rename: setNaming }),
          }}
          onAt={setAt}
          onFold={(value) => setFolded((before) => toggled(before, value))}
          empty={empty}
          leftAt={leftAt}
          ref={ref}
        />
      </div>
      <footer className={styles.foot}>
        <BecauseLine row={at === null ? (chosen.length === 1 ? byId.get(chosen[0] ?? 0) : undefined) : byId.get(at)} codebook={codebook} />
        {chosen.length === 0 && ids.length > 0 && <span className={styles.count}>{say('ledger.openHint')}</span>}
        {chosen.length > 0 && (
          <div className={styles.bulk} role="group" aria-label={say('ledger.menu', { count: chosen.length })}>
            <span className={styles.count}>{say('ledger.chosen', { count: chosen.length })}</span>
            <Button
              label={say('ledger.bulk')}
              icon={<PencilLine />}
              size="small"
              isDisabled={!acts.canWrite}
              onPress={() => setBulk(chosen)}
            />
            {chosen.length === 2 && (
              <Button
                label={say('ledger.merge')}
                icon={<GitMerge />}
                size="small"
                isDisabled={!acts.canWrite}
                onPress={() => setMerging(chosen)}
              />
            )}
            <Button
              label={say('ledger.remove', { count: chosen.length })}
              icon={<Trash2 />}
              size="small"
              isDisabled={!acts.canWrite}
              onPress={() => void acts.remove(rowsOf(chosen))}
            />
            <Button label={say('ledger.letGo')} icon={<X />} kind="quiet" size="small" onPress={selection.clear} />
          </div>
        )}
      </footer>
      <ThreadMenu
        ids={menu?.ids ?? []}
        at={menu?.at ?? null}
        canWrite={acts.canWrite}
        onClose={() => setMenu(null)}
        onOpen={onOpen}
        onRename={setNaming}
        onBulk={setBulk}
        onMerge={setMerging}
        onRemove={(of) => void acts.remove(rowsOf(of))}
      />
      {bulk && <BulkDialog ids={bulk} codebook={codebook} onClose={() => setBulk(null)} />}
      {named && <RenameDialog row={named} onRename={(title) => acts.rename(named.id, title)} onClose={() => setNaming(null)} />}
      {one && other && <MergeDialog rows={[one, other]} names={names} onMerge={acts.merge} onClose={() => setMerging(null)} />}
    </>
  )
}

function toggled(set: ReadonlySet<string>, value: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}
