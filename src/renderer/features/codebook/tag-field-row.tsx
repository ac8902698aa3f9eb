/** One field of a tag: its name, type, place, and its choices where it has such. */
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useState } from 'react'
import { fieldTypeSchema, type FieldType, type TagField } from '../../../shared/domain/tag-field.ts'
import { useSay } from '../../lib/say.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { choicesIn, movedField, renamedChoice, withField, type FieldChange } from './tag-field-change.ts'
import styles from './tag-fields.module.css'

export interface TagFieldRowProps {
  field: TagField
  isFirst: boolean
  isLast: boolean
  isDisabled: boolean
  onChange: (make: FieldChange) => Promise<boolean>
}

export function TagFieldRow({ field, isFirst, isLast, isDisabled, onChange }: TagFieldRowProps) {
  const say = useSay()
  /** Chosen, but not to be sent before it has a choice. */
  const [isBecomingChoice, setBecomingChoice] = useState(false)
  const setType = (type: FieldType): void => {
    setBecomingChoice(type === 'choice' && field.type !== 'choice')
    if (type !== 'choice') void onChange((now) => withField(now, field.id, (one) => ({ ...one, type, choices: [] })))
  }
  const setChoices = (choices: string[]): Promise<boolean> =>
    onChange((now) => withField(now, field.id, (one) => ({ ...one, type: 'choice', choices }))).then((kept) => {
      if (kept) setBecomingChoice(false)
      return kept
    })
  const showsChoices = field.type === 'choice' || isBecomingChoice
  const named = { name: field.name }
  return (
    <li className={styles.row}>
      <Line
        label={say('tagField.name')}
        value={field.name}
        isDisabled={isDisabled}
        onCommit={(name) => onChange((now) => withField(now, field.id, (one) => ({ ...one, name })))}
      />
      <Select
        label={say('tagField.typeOf', named)}
        hideLabel
        isDisabled={isDisabled}
        value={isBecomingChoice ? 'choice' : field.type}
        onChange={setType}
        options={fieldTypeSchema.options.map((id) => ({ id, label: say(`tagField.type.${id}`) }))}
      />
      {!isDisabled && (
        <span className={styles.tools}>
          <IconButton
            label={say('tagField.up', named)}
            icon={<ChevronUp />}
            size="small"
            isDisabled={isFirst}
            onPress={() => void onChange((now) => movedField(now, field.id, -1))}
          />
          <IconButton
            label={say('tagField.down', named)}
            icon={<ChevronDown />}
            size="small"
            isDisabled={isLast}
            onPress={() => void onChange((now) => movedField(now, field.id, 1))}
          />
          <IconButton
            label={say('tagField.remove', named)}
            icon={<X />}
            size="small"
            onPress={() => void onChange((now) => now.filter((one) => one.id !== field.id))}
          />
        </span>
      )}
      {showsChoices && (
        <ul className={styles.choices} aria-label={say('tagField.choicesOf', named)}>
          {(isBecomingChoice ? [] : field.choices).map((choice) => (
            <li key={choice} className={styles.choice}>
              <Line
                label={say('tagField.choice')}
                value={choice}
                isDisabled={isDisabled}
                onCommit={(to) => onChange((now) => withField(now, field.id, (one) => renamedChoice(one, choice, to)))}
              />
              {!isDisabled && field.choices.length > 1 && (
                <IconButton
                  label={say('tagField.removeChoice', { name: choice })}
                  icon={<X />}
                  size="small"
                  onPress={() => void setChoices(field.choices.filter((other) => other !== choice))}
                />
              )}
            </li>
          ))}
          {!isDisabled && (
            <li className={styles.choice}>
              <NewChoice
                label={say('tagField.addChoice')}
                onAdd={(typed) => setChoices([...new Set([...(isBecomingChoice ? [] : field.choices), ...choicesIn(typed)])])}
              />
            </li>
          )}
        </ul>
      )}
    </li>
  )
}

/** A name that is kept when it is left; an empty one is not. */
function Line(props: { label: string; value: string; isDisabled: boolean; onCommit: (text: string) => Promise<boolean> }) {
  const { label, value, isDisabled, onCommit } = props
  const draft = useDraft({ stored: value, clean: (text) => text.trim(), isGood: (text) => text.trim() !== '', onCommit })
  return (
    <TextField
      label={label}
      hideLabel
      value={draft.text}
      onChange={draft.change}
      onCommit={draft.commit}
      isDisabled={isDisabled}
      maxLength={300}
    />
  )
}

/** Enter or leaving adds what was typed, and the line is free for the next. */
function NewChoice({ label, onAdd }: { label: string; onAdd: (typed: string) => Promise<boolean> }) {
  const [text, setText] = useState('')
  return (
    <TextField
      label={label}
      hideLabel
      placeholder={label}
      value={text}
      maxLength={300}
      onChange={setText}
      onCommit={(typed) => {
        if (typed.trim() === '') return
        void onAdd(typed).then((kept) => {
          if (kept) setText((now) => (now === typed ? '' : now))
        })
      }}
    />
  )
}
