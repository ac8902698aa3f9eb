/**
 * The fields of a tag's own: add, rename, put in order, remove. The list is sent as a whole, one step each time; what would take values
 * away from annotations is asked about first, with how many.
 */
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Tag } from '../../../shared/domain/codebook.ts'
import { fieldTypeSchema, type FieldLoss, type FieldType, type TagField, type TagFieldInput } from '../../../shared/domain/tag-field.ts'
import { useAction, useShowError } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import { useTurns } from '../../lib/use-turns.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { asInput, choicesIn, type FieldChange } from './tag-field-change.ts'
import { TagFieldRow } from './tag-field-row.tsx'
import styles from './tag-fields.module.css'

export interface TagFieldsProps {
  tag: Tag
  isDisabled?: boolean
}

export function TagFields({ tag, isDisabled = false }: TagFieldsProps) {
  const say = useSay()
  const setFields = useAction('tags.setFields')
  const showError = useShowError()
  const offerUndo = useOfferUndo()
  const [asking, setAsking] = useState<FieldLoss | null>(null)
  const answer = useRef<(goesOn: boolean) => void>(() => undefined)
  const settle = (goesOn: boolean): void => {
    setAsking(null)
    answer.current(goesOn)
  }

  const send = useTurns<Tag, { fields: TagFieldInput[] }>(tag, async ({ fields }) => {
    const loss = await sharedClient().call('tags.previewFields', { id: tag.id, fields }).catch(showError)
    if (!loss) return undefined
    if (loss.values > 0) {
      setAsking(loss)
      if (!(await new Promise<boolean>((resolve) => (answer.current = resolve)))) return undefined
    }
    const changed = await setFields.run({ id: tag.id, fields })
    if (changed && loss.values > 0) offerUndo(say('tagField.valuesGone', { count: loss.values }))
    return changed
  })
  const change = (make: FieldChange): Promise<boolean> => send((now) => ({ fields: make(now.fields.map(asInput)) }))

  return (
    <section className={styles.fields} aria-label={say('tagField.title')}>
      <h3 className={styles.heading}>{say('tagField.title')}</h3>
      {tag.fields.length === 0 && <p className={styles.none}>{say('tagField.none')}</p>}
      {tag.fields.length > 0 && (
        <ol className={styles.list}>
          {tag.fields.map((field, index) => (
            <TagFieldRow
              key={field.id}
              field={field}
              isFirst={index === 0}
              isLast={index === tag.fields.length - 1}
              isDisabled={isDisabled}
              onChange={change}
            />
          ))}
        </ol>
      )}
      {!isDisabled && <NewField names={tag.fields} onAdd={(added) => change((now) => [...now, added])} />}
      <AlertDialog
        isOpen={asking !== null}
        title={say('tagField.lossTitle')}
        confirmLabel={say('tagField.lossConfirm', { count: asking?.values ?? 0 })}
        cancelLabel={say('action.cancel')}
        kind="danger"
        onConfirm={() => settle(true)}
        onCancel={() => settle(false)}
      >
        {say('tagField.loss', {
          values: asking?.values ?? 0,
          annotations: asking?.annotations ?? 0,
          names: (asking?.fields ?? []).map((field) => field.name).join(', '),
        })}
      </AlertDialog>
    </section>
  )
}

/** A field to add: its name, its type, and what can be chosen where it is a choice. */
function NewField({ names, onAdd }: { names: readonly TagField[]; onAdd: (field: TagFieldInput) => Promise<boolean> }) {
  const say = useSay()
  const [name, setName] = useState('')
  const [type, setType] = useState<FieldType>('text')
  const [choices, setChoices] = useState('')
  const isTaken = names.some((field) => field.name.toLowerCase() === name.trim().toLowerCase())
  const isReady = name.trim() !== '' && !isTaken && (type !== 'choice' || choicesIn(choices).length > 0)
  const add = (): void => {
    if (!isReady) return
    void onAdd({ name: name.trim(), type, choices: type === 'choice' ? choicesIn(choices) : [], renamed: [] }).then((kept) => {
      if (!kept) return
      setName('')
      setChoices('')
    })
  }
  return (
    <form
      className={styles.add}
      aria-label={say('tagField.new')}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={say('tagField.new')}
        value={name}
        onChange={setName}
        maxLength={300}
        placeholder={say('tagField.example')}
        {...(isTaken && { error: say('tagField.taken') })}
      />
      <Select
        label={say('tagField.type')}
        value={type}
        onChange={setType}
        options={fieldTypeSchema.options.map((id) => ({ id, label: say(`tagField.type.${id}`) }))}
      />
      <Button label={say('tagField.add')} icon={<Plus />} type="submit" isDisabled={!isReady} />
      {type === 'choice' && (
        <TextField
          className={styles.whole}
          label={say('tagField.choices')}
          hint={say('tagField.choicesHint')}
          value={choices}
          onChange={setChoices}
        />
      )}
    </form>
  )
}
