/**
 * One line of text. `onChange` runs with every key, `onCommit` when the text is done: Enter, or leaving after a change.
 * The direction follows what is typed. Escape is left to what is around: typed text is never thrown away.
 */
import { useRef } from 'react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-frame.tsx'
import styles from './input.module.css'

export type TextFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onCommit?: (value: string) => void
  placeholder?: string
  type?: 'text' | 'url' | 'email' | 'password' | 'number' | 'date' | 'time' | 'datetime-local' | 'month'
  /** BCP 47 language of the text, for spelling and face. */
  lang?: string
  lead?: ReactNode
  trail?: ReactNode
  isReadOnly?: boolean
  isRequired?: boolean
  autoFocus?: boolean
  maxLength?: number
  spellCheck?: boolean
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  ref?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, onCommit, lead, trail, type = 'text', isDisabled, isReadOnly, error, ref } = props
  const atFocus = useRef(value)
  const commit = (text: string): void => {
    if (text === atFocus.current) return
    atFocus.current = text
    onCommit?.(text)
  }
  return (
    <FieldFrame {...props}>
      {({ controlId, describedBy }) => (
        <div
          className={styles.box}
          data-invalid={error ? true : undefined}
          data-disabled={isDisabled || undefined}
          data-readonly={isReadOnly || undefined}
        >
          {lead && <span className={styles.lead}>{lead}</span>}
          <input
            ref={ref}
            id={controlId}
            className={styles.input}
            type={type}
            dir="auto"
            lang={props.lang}
            value={value}
            placeholder={props.placeholder}
            disabled={isDisabled}
            readOnly={isReadOnly}
            required={props.isRequired}
            autoFocus={props.autoFocus}
            maxLength={props.maxLength}
            spellCheck={props.spellCheck}
            autoComplete="off"
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.currentTarget.value)}
            onFocus={() => {
              atFocus.current = value
            }}
            onBlur={(event) => commit(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit(event.currentTarget.value)
              props.onKeyDown?.(event)
            }}
          />
          {trail && <span className={styles.trail}>{trail}</span>}
        </div>
      )}
    </FieldFrame>
  )
}
