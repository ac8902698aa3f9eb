/** A check that was held: when, by whom, what it found, and the quotes that show it. New, or one that is there. */
import { useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import { datePrecision } from '../../../shared/domain/partial-date.ts'
import { checkResultSchema, type CheckResult } from '../../../shared/domain/thread-status.ts'
import type { ThreadDetail } from '../../../shared/domain/thread.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction } from '../../lib/data.ts'
import { readDate } from '../../lib/date-words.ts'
import { DateChoices, dateText } from '../../lib/parts/date-choices.tsx'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { usePartyItems } from '../../lib/parts/party-items.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './dialogs.module.css'
import { QuotePicker } from '../../lib/parts/quote-picker.tsx'
import { ResultSign } from './result-mark.tsx'
import type { ThreadCheck } from './thread-history.ts'

export interface CheckDialogProps {
  thread: ThreadDetail
  /** Null: a new one. */
  check: ThreadCheck | null
  codebook: Codebook
  onClose: () => void
}

const NONE: readonly (number | null)[] = []

export function CheckDialog({ thread, check, codebook, onClose }: CheckDialogProps) {
  const say = useSay()
  const intl = useIntl()
  const offerUndo = useOfferUndo()
  const add = useAction('checks.add')
  const update = useAction('checks.update')
  const remove = useAction('checks.remove')
  const today = thread.asOf
  const [checked, setChecked] = useState(check?.checked ?? today)
  const [result, setResult] = useState<CheckResult | null>(check?.result ?? null)
  /** A party by its id, or the name of one that is to be made. */
  const [by, setBy] = useState<number | string | null>(check?.byId ?? null)
  const [note, setNote] = useState(check?.note ?? '')
  const [quotes, setQuotes] = useState<Set<number>>(() => new Set(check?.annotationIds))
  const parties = usePartyItems(
    codebook,
    useMemo(() => (check ? [check.byId] : NONE), [check]),
  )
  const reading = readDate(checked, today)
  const isDate = reading.kind === 'date'
  const isBusy = add.pending || update.pending || remove.pending
  const save = async (): Promise<void> => {
    if (reading.kind !== 'date' || result === null) return
    const patch = { checked: reading.value, result, by, note, annotationIds: [...quotes] }
    const done = check ? await update.run({ id: check.id, patch }) : await add.run({ threadId: thread.id, ...patch })
    if (done) onClose()
  }
  const take = async (): Promise<void> => {
    if (!check || !(await remove.run({ id: check.id }))) return
    offerUndo(say('check.removed'))
    onClose()
  }
  const missing = [!isDate && say('check.needs.date'), result === null && say('check.needs.result')].filter((what) => what !== false)
  const newName = typeof by === 'string' ? [{ id: by, label: by }] : []
  return (
    <Dialog
      title={say(check ? 'check.editTitle' : 'check.newTitle')}
      isOpen
      onClose={onClose}
      size="large"
      onSubmit={() => void save()}
      aside={
        <span className={styles.aside}>
          {check && <Button label={say('check.remove')} kind="quiet" isDisabled={isBusy} onPress={() => void take()} />}
          <span role="status" className={styles.note}>
            {missing.length > 0 && say('check.needs', { what: intl.formatList(missing) })}
          </span>
        </span>
      }
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button label={say(check ? 'check.save' : 'check.add')} kind="primary" type="submit" isDisabled={missing.length > 0 || isBusy} />
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.pair}>
          <div>
            <TextField
              label={say('check.date')}
              value={checked}
              onChange={setChecked}
              autoFocus
              spellCheck={false}
              placeholder={say('date.exampleAlone')}
              hint={
                isDate
                  ? say('date.understood', { date: dateText(intl, reading.value), precision: datePrecision(reading.value) })
                  : undefined
              }
              {...(checked.trim() !== '' && !isDate && reading.kind !== 'choice' && { error: say('date.wrong') })}
            />
            {reading.kind === 'choice' && <DateChoices values={reading.values} onChoose={setChecked} />}
          </div>
          <ComboBox
            label={say('check.by')}
            items={[...newName, ...parties]}
            value={by === null ? null : String(by)}
            onChange={(id) => setBy(id === null ? null : id === by ? by : Number(id))}
            onCreate={(name) => {
              setBy(name)
              return Promise.resolve(true)
            }}
            createLabel={(name) => say('coding.newParty', { name })}
          />
        </div>
        <SegmentedControl<CheckResult | ''>
          label={say('check.result')}
          value={result ?? ''}
          onChange={(next) => setResult(next === '' ? null : next)}
          className={styles.result ?? ''}
          options={checkResultSchema.options.map((id) => ({ id, label: say(`check.result.${id}`), icon: <ResultSign result={id} /> }))}
        />
        <TextArea label={say('check.note')} value={note} onChange={setNote} minRows={1} maxRows={6} />
        <h3 className={styles.heading}>{say('check.evidence', { count: quotes.size })}</h3>
        <QuotePicker
          label={say('check.evidence', { count: quotes.size })}
          codebook={codebook}
          ownerId={thread.ownerId}
          issueId={thread.issueId}
          picked={quotes}
          onPick={setQuotes}
        />
      </div>
    </Dialog>
  )
}
