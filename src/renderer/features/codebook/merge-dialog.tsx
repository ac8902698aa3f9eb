/** Makes two entries one: which one stays is chosen here, and what will happen is said in words and numbers before it does. */
import { ArrowUpDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CodebookPart } from '../../../shared/domain/codebook-import.ts'
import { useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { errorText, useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { conflictText, mergeLines } from './change-words.ts'
import styles from './change-dialog.module.css'
import type { Entry } from './entries.ts'
import { EntryMark } from './entry-mark.tsx'
import { entryItems } from './entry-items.ts'

export interface MergeDialogProps {
  part: CodebookPart
  entries: readonly Entry[]
  /** What goes; and, where it is known already, what stays. */
  fromId: number
  intoId: number | null
  onMerge: (id: number, intoId: number) => Promise<boolean>
  /** After the merge: what stays. */
  onDone: (intoId: number) => void
  onClose: () => void
}

export function MergeDialog({ part, entries, fromId, intoId, onMerge, onDone, onClose }: MergeDialogProps) {
  const say = useSay()
  const offerUndo = useOfferUndo()
  const [pair, setPair] = useState({ from: fromId, into: intoId })
  const [isBusy, setBusy] = useState(false)
  const from = entries.find((entry) => entry.id === pair.from)
  const into = entries.find((entry) => entry.id === pair.into)
  const items = useMemo(
    () => entryItems(entries, { without: new Set([pair.from]), keep: pair.into === null ? [] : [pair.into] }),
    [entries, pair],
  )
  const { data, error } = useData(`${part}.previewMerge`, { id: pair.from, intoId: pair.into ?? 0 }, { enabled: pair.into !== null })
  // The preview of another pair stays on screen for a moment; it is not to be believed.
  const preview = data && data.from.id === pair.from && data.into.id === pair.into ? data : undefined
  const isBlocked = preview?.conflicts.some((conflict) => conflict.blocks) ?? false
  if (!from) return null

  const merge = async (): Promise<void> => {
    if (!into || !preview || isBlocked || isBusy) return
    setBusy(true)
    const isDone = await onMerge(from.id, into.id)
    setBusy(false)
    if (!isDone) return
    offerUndo(say('codebook.merged', { from: from.name, into: into.name }))
    onDone(into.id)
    onClose()
  }
  return (
    <Dialog
      title={say('codebook.mergeTitle', { name: from.name })}
      isOpen
      onClose={onClose}
      onSubmit={() => void merge()}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button
            label={into ? say('codebook.mergeNow', { name: into.name }) : say('codebook.mergeInto')}
            kind="primary"
            type="submit"
            isDisabled={!preview || isBlocked}
            {...(isBusy && { pendingLabel: say('status.saving') })}
          />
        </>
      }
    >
      <div className={styles.body}>
        <div className={styles.pair}>
          <span className={styles.from}>
            <EntryMark entry={from} />
            <bdi>{from.name}</bdi>
          </span>
          <ComboBox
            label={say('codebook.mergeInto')}
            placeholder={say('codebook.chooseEntry')}
            items={items}
            value={pair.into === null ? null : String(pair.into)}
            onChange={(id) => setPair({ ...pair, into: id === null ? null : Number(id) })}
            autoFocus={pair.into === null}
          />
          {into && !into.isFixed && (
            <Button
              label={say('codebook.turnRound')}
              icon={<ArrowUpDown />}
              kind="quiet"
              size="small"
              onPress={() => setPair({ from: into.id, into: from.id })}
            />
          )}
        </div>
        {pair.into === null && <p className={styles.note}>{say('codebook.mergeHelp')}</p>}
        {error && pair.into !== null && <Banner kind="error" title={errorText(say, error)} />}
        {preview && (
          <>
            <ul className={styles.lines} aria-label={say('codebook.whatHappens')}>
              {mergeLines(say, part, preview).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {preview.conflicts.map((conflict, index) => (
              <Banner key={index} kind={conflict.blocks ? 'error' : 'warning'} title={conflictText(say, conflict)} />
            ))}
            {!isBlocked && <p className={styles.note}>{say('codebook.oneStep')}</p>}
          </>
        )}
      </div>
    </Dialog>
  )
}
