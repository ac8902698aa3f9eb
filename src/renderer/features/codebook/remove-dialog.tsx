/** Removes an entry after saying what that does to its annotations; those of a tag can get another tag instead. Undo brings all back. */
import { useMemo, useState } from 'react'
import type { CodebookPart } from '../../../shared/domain/codebook-import.ts'
import { useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { errorText, useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { removeLines } from './change-words.ts'
import styles from './change-dialog.module.css'
import type { Entry } from './entries.ts'
import { entryItems } from './entry-items.ts'

export interface RemoveDialogProps {
  part: CodebookPart
  entries: readonly Entry[]
  entry: Entry
  onRemove: (id: number, moveTo: number | null) => Promise<boolean>
  onDone: () => void
  onClose: () => void
}

export function RemoveDialog({ part, entries, entry, onRemove, onDone, onClose }: RemoveDialogProps) {
  const say = useSay()
  const offerUndo = useOfferUndo()
  const [fate, setFate] = useState<'go' | 'keep'>('go')
  const [moveTo, setMoveTo] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { data: preview, error } = useData(`${part}.previewRemove`, { id: entry.id })
  const items = useMemo(() => entryItems(entries, { without: new Set([entry.id]) }), [entries, entry.id])
  const hasChoice = part === 'tags' && (preview?.annotations ?? 0) > 0
  const keeps = hasChoice && fate === 'keep'
  const isReady = preview?.possible === true && (!keeps || moveTo !== null)

  const remove = async (): Promise<void> => {
    if (!isReady || isBusy) return
    setBusy(true)
    const isDone = await onRemove(entry.id, keeps ? moveTo : null)
    setBusy(false)
    if (!isDone) return
    offerUndo(say('codebook.removed', { name: entry.name }))
    onDone()
    onClose()
  }
  return (
    <Dialog
      title={say('codebook.removeTitle', { name: entry.name })}
      isOpen
      onClose={onClose}
      onSubmit={() => void remove()}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} autoFocus />
          <Button
            label={say('codebook.removeNow')}
            kind="danger"
            type="submit"
            isDisabled={!isReady}
            {...(isBusy && { pendingLabel: say('status.saving') })}
          />
        </>
      }
    >
      <div className={styles.body}>
        {error && <Banner kind="error" title={errorText(say, error)} />}
        {preview && !preview.possible && (
          <Banner
            kind="error"
            title={preview.meets === null ? say('codebook.builtIn') : say('codebook.removeMeets', { name: preview.meets })}
          />
        )}
        {hasChoice && (
          <>
            <SegmentedControl
              label={say('codebook.itsAnnotations')}
              value={fate}
              onChange={setFate}
              options={[
                { id: 'go', label: say('codebook.fate.go', { count: preview?.annotations ?? 0 }) },
                { id: 'keep', label: say('codebook.fate.keep') },
              ]}
              className={styles.choice}
            />
            {keeps && (
              <ComboBox
                label={say('codebook.fate.tag')}
                placeholder={say('codebook.chooseEntry')}
                items={items}
                value={moveTo === null ? null : String(moveTo)}
                onChange={(id) => setMoveTo(id === null ? null : Number(id))}
                autoFocus
              />
            )}
          </>
        )}
        {preview?.possible && (
          <>
            <ul className={styles.lines} aria-label={say('codebook.whatHappens')}>
              {removeLines(say, part, preview, keeps).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p className={styles.note}>{say('codebook.oneStep')}</p>
          </>
        )}
      </div>
    </Dialog>
  )
}
