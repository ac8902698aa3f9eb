/** What is compared side by side: the parties, in their order, and what is left out of them. */
import { ChevronsDownUp, ChevronsUpDown, Printer } from 'lucide-react'
import type { Codebook } from '../../lib/codebook.ts'
import { DayField } from '../../lib/parts/filter/day-field.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TokenField } from '../../ui/token-field.tsx'
import { MOST_PARTIES, moved, type SideLayout } from './side-layout.ts'
import styles from './side-by-side-view.module.css'

export interface SideToolsProps {
  /** Who says anything at this level, who says most first. */
  speaking: readonly { partyId: number; statements: number }[]
  parties: readonly number[]
  pinned: readonly number[]
  codebook: Codebook
  layout: SideLayout
  onLayout: (patch: SideLayout) => void
  isFolded: boolean
  onFoldAll: (isFolding: boolean) => void
  canPrint: boolean
}

export function SideTools(props: SideToolsProps) {
  const { speaking, parties, pinned, codebook, layout, onLayout, isFolded, onFoldAll, canPrint } = props
  const say = useSay()
  const isFull = parties.length >= MOST_PARTIES
  const items = speaking
    // When all places are taken only those who have one are offered.
    .filter(({ partyId }) => !isFull || parties.includes(partyId))
    .map((column) => ({
      id: String(column.partyId),
      label: codebook.partyById.get(column.partyId)?.name ?? '',
      detail: say('compare.statements', { count: column.statements }),
      keywords: codebook.partyById.get(column.partyId)?.aliases.map((alias) => alias.name) ?? [],
    }))
  return (
    <div className={styles.tools} data-print="hide">
      <div className={styles.parties}>
        <TokenField
          label={say('compare.parties')}
          items={items}
          value={parties.map(String)}
          onChange={(ids) => {
            const next = ids.map(Number).slice(0, MOST_PARTIES)
            onLayout({ parties: next, pinned: pinned.filter((id) => next.includes(id)) })
          }}
          onMove={(from, to) => onLayout({ parties: moved(parties, from, to) })}
          placeholder={say(isFull ? 'compare.mostParties' : 'side.addParty')}
          {...(isFull && { nothing: say('side.full') })}
        />
      </div>
      <div className={styles.since}>
        <DayField label={say('side.newSince')} edge="last" value={layout.since} onChange={(since) => onLayout({ since })} />
      </div>
      <span className={styles.only}>
        <Checkbox
          label={say('side.onlyDiffer')}
          value={layout.differ === true}
          onChange={(isOn) => onLayout({ differ: isOn || undefined })}
        />
      </span>
      <span className={styles.ends}>
        <Button
          label={say(isFolded ? 'side.unfoldAll' : 'side.foldAll')}
          kind="quiet"
          icon={isFolded ? <ChevronsUpDown /> : <ChevronsDownUp />}
          onPress={() => onFoldAll(!isFolded)}
        />
        <Button label={say('side.print')} kind="quiet" icon={<Printer />} isDisabled={!canPrint} onPress={() => window.print()} />
      </span>
    </div>
  )
}
