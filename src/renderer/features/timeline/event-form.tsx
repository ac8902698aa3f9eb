/** What is known of an event: title, kind, dates as precise as they are known, place, note. Nothing is kept before "Save event". */
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { endsInOrder, eventKindSchema, type EventInput, type LibraryEvent } from '../../../shared/domain/event.ts'
import { dayToIso, type PartialDate } from '../../../shared/domain/partial-date.ts'
import { useAction } from '../../lib/data.ts'
import { readDate } from '../../lib/date-words.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { EventIcon } from './event-kind.tsx'
import styles from './event-form.module.css'

export type EventDraft = { id: number | null } & Required<Omit<EventInput, 'starts' | 'ends'>> & { starts: string; ends: string }

export const newEvent = (starts: string, ends: string): EventDraft => ({
  id: null,
  title: '',
  kind: 'round',
  starts,
  ends: ends === starts ? '' : ends,
  place: '',
  note: '',
})
export const draftOf = ({ id, title, kind, starts, ends, place, note }: LibraryEvent): EventDraft => ({
  id,
  title,
  kind,
  starts,
  ends: ends ?? '',
  place,
  note,
})

export interface EventFormProps {
  draft: EventDraft
  /** The day it is, from which "yesterday" counts. */
  today: number
  isReadOnly: boolean
  onClose: () => void
  /** It is gone, and with it what had the focus before. */
  onRemoved: () => void
}

export function EventForm({ draft, today, isReadOnly, onClose, onRemoved }: EventFormProps) {
  const say = useSay()
  const intl = useIntl()
  const offerUndo = useOfferUndo()
  const create = useAction('events.create')
  const update = useAction('events.update')
  const remove = useAction('events.remove')
  const [form, setForm] = useState(draft)
  /** Problems are said once one tried to save, not while one types. */
  const [isTried, setTried] = useState(false)
  const set = (patch: Partial<EventDraft>): void => setForm({ ...form, ...patch })
  const read = (text: string): PartialDate | null => {
    const reading = readDate(text, dayToIso(today))
    return reading.kind === 'date' ? reading.value : null
  }
  const starts = read(form.starts)
  const ends = form.ends.trim() === '' ? null : read(form.ends)
  const hintOf = (date: PartialDate | null) => (date ? { hint: `= ${formatPartialDate(intl, date)}` } : {})
  const problems = {
    title: form.title.trim() === '' ? say('event.needsTitle') : undefined,
    starts: starts === null ? say('date.wrong') : undefined,
    ends:
      form.ends.trim() !== '' && ends === null
        ? say('date.wrong')
        : starts !== null && !endsInOrder(starts, ends)
          ? say('event.disorder')
          : undefined,
  }
  const shown = (name: keyof typeof problems) => (isTried && problems[name] !== undefined ? { error: problems[name] } : {})
  const save = async (): Promise<void> => {
    setTried(true)
    if (starts === null || Object.values(problems).some((problem) => problem !== undefined)) return
    const { id, kind, title, place, note } = form
    const input = { title: title.trim(), kind, starts, ends, place, note }
    if (await (id === null ? create.run(input) : update.run({ id, patch: input }))) onClose()
  }
  const take = async (id: number): Promise<void> => {
    if (!(await remove.run({ id }))) return
    onClose()
    onRemoved()
    offerUndo(say('event.removed', { title: draft.title }))
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2 className={styles.title}>{say(form.id === null ? 'event.new' : 'event.change')}</h2>
      <TextField
        label={say('event.title')}
        value={form.title}
        onChange={(title) => set({ title })}
        autoFocus
        maxLength={300}
        isReadOnly={isReadOnly}
        {...shown('title')}
      />
      <Select
        label={say('event.kind')}
        value={form.kind}
        onChange={(kind) => set({ kind })}
        isDisabled={isReadOnly}
        options={eventKindSchema.options.map((id) => ({ id, label: say(`event.kind.${id}`), icon: <EventIcon kind={id} /> }))}
      />
      <div className={styles.dates}>
        <TextField
          label={say('event.starts')}
          placeholder={say('date.exampleAlone')}
          value={form.starts}
          onChange={(text) => set({ starts: text })}
          spellCheck={false}
          isReadOnly={isReadOnly}
          {...hintOf(starts)}
          {...shown('starts')}
        />
        <TextField
          label={say('event.ends')}
          placeholder={say('event.sameDay')}
          value={form.ends}
          onChange={(text) => set({ ends: text })}
          spellCheck={false}
          isReadOnly={isReadOnly}
          {...hintOf(ends)}
          {...shown('ends')}
        />
      </div>
      <TextField
        label={say('event.place')}
        value={form.place}
        onChange={(place) => set({ place })}
        maxLength={300}
        isReadOnly={isReadOnly}
      />
      <TextArea label={say('event.note')} value={form.note} onChange={(note) => set({ note })} maxRows={6} isReadOnly={isReadOnly} />
      <footer className={styles.actions}>
        {form.id !== null && !isReadOnly && (
          <Button
            kind="danger"
            label={say('event.remove')}
            onPress={() => form.id !== null && void take(form.id)}
            className={styles.remove ?? ''}
          />
        )}
        <Button label={say(isReadOnly ? 'action.close' : 'action.cancel')} onPress={onClose} />
        {!isReadOnly && <Button kind="primary" type="submit" label={say('event.save')} />}
      </footer>
    </form>
  )
}
