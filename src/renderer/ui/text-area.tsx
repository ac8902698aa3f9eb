/**
 * Several lines of text; the box grows with them from `minRows` to `maxRows`, then scrolls. A hidden copy of the text gives the height,
 * so nothing is measured by script. `onCommit` runs on leaving after a change and on Mod+Enter.
 */
import { useRef } from 'react'
import type { CSSProperties, KeyboardEvent, Ref } from 'react'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-frame.tsx'
import inputStyles from './input.module.css'
import { cx } from './cx.ts'
import styles from './text-area.module.css'

export type TextAreaProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onCommit?: (value: string) => void
  placeholder?: string
  minRows?: number
  maxRows?: number
  /** BCP 47 language of the text, for spelling and face. */
  lang?: string
  /** Left out: the direction follows what is typed. */
  dir?: 'ltr' | 'rtl'
  /** `reading`: set like a page, in the face of its language. */
  face?: 'reading'
  isReadOnly?: boolean
  autoFocus?: boolean
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  ref?: Ref<HTMLTextAreaElement>
}

export function TextArea(props: TextAreaProps) {
  const { value, onChange, onCommit, minRows = 2, maxRows = 12, isDisabled, isReadOnly, error, ref } = props
  const atFocus = useRef(value)
  const commit = (text: string): void => {
    if (text === atFocus.current) return
    atFocus.current = text
    onCommit?.(text)
  }
  const rows = { '--min-rows': minRows, '--max-rows': maxRows } as CSSProperties
  return (
    <FieldFrame {...props}>
      {({ controlId, describedBy }) => (
        <div
          className={cx(inputStyles.box, styles.box, props.face && styles.reading)}
          data-reading={props.face ? true : undefined}
          data-invalid={error ? true : undefined}
          data-disabled={isDisabled || undefined}
          data-readonly={isReadOnly || undefined}
          style={rows}
        >
          {/* The last line break needs something after it to take up its line. */}
          <div className={styles.mirror} aria-hidden="true" lang={props.lang} dir={props.dir ?? 'auto'}>{`${value}\u200b`}</div>
          <textarea
            ref={ref}
            id={controlId}
            className={styles.text}
            dir={props.dir ?? 'auto'}
            lang={props.lang}
            value={value}
            placeholder={props.placeholder}
            disabled={isDisabled}
            readOnly={isReadOnly}
            autoFocus={props.autoFocus}
            rows={1}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.currentTarget.value)}
            onFocus={() => {
              atFocus.current = value
            }}
            onBlur={(event) => commit(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit(event.currentTarget.value)
              props.onKeyDown?.(event)
            }}
          />
        </div>
      )}
    </FieldFrame>
  )
}
