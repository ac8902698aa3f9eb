/**
 * Choose one by typing; make a new one on the fly if `onCreate` is given. Finds by other names and without accents.
 * Enter, Tab or leaving takes the marked line, Escape closes the list and keeps the text, emptying the text takes the choice away.
 */
import { ChevronDown, X } from 'lucide-react'
import { useRef } from 'react'
import type { Ref } from 'react'
import { ComboList } from './combo/combo-list.tsx'
import type { ComboItem } from './combo/match.ts'
import { useCombo } from './combo/use-combo.ts'
import type { OnCreate } from './combo/use-combo.ts'
import { cx } from './cx.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-frame.tsx'
import styles from './input.module.css'
import { useWords } from './words.tsx'

export type { ComboItem } from './combo/match.ts'

export type ComboBoxProps = FieldProps & {
  items: readonly ComboItem[]
  value: string | null
  onChange: (id: string | null) => void
  /** Makes an entry of `text`; the owner then sets `value`. The text stays in the box meanwhile. */
  onCreate?: OnCreate
  /** The line that offers to create, if "Create “x”" is not enough. */
  createLabel?: (text: string) => string
  placeholder?: string
  autoFocus?: boolean
  ref?: Ref<HTMLInputElement>
}

export function ComboBox(props: ComboBoxProps) {
  const { items, value, onChange, onCreate, placeholder, isDisabled, error, ref } = props
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const picked = items.find((item) => item.id === value)
  const combo = useCombo({
    items,
    pickedId: picked ? picked.id : null,
    pickedText: picked?.label ?? '',
    choice: `${value ?? ''}\n${picked?.label ?? ''}`,
    onPick: onChange,
    onCreate,
    onEmpty: () => onChange(null),
    isDisabled,
  })
  const input = (): HTMLInputElement | null => box.current?.querySelector('input') ?? null
  const hint = combo.isUnresolved ? words.unresolved : props.hint

  return (
    <FieldFrame {...props} hint={hint}>
      {({ controlId, describedBy }) => (
        <div
          ref={box}
          className={styles.box}
          data-invalid={error ? true : undefined}
          data-unresolved={combo.isUnresolved || undefined}
          data-disabled={isDisabled || undefined}
        >
          {picked?.lead && combo.draft === null && <span className={styles.lead}>{picked.lead}</span>}
          <input
            {...combo.inputProps}
            ref={ref}
            id={controlId}
            className={styles.input}
            value={combo.text}
            lang={combo.draft === null ? picked?.lang : undefined}
            placeholder={placeholder}
            disabled={isDisabled}
            autoFocus={props.autoFocus}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy}
            onChange={(event) => combo.type(event.currentTarget.value)}
            onFocus={(event) => {
              combo.inputProps.onFocus()
              // What is typed next replaces the choice; an unfinished draft is gone on with.
              if (combo.draft === null) event.currentTarget.select()
            }}
            onClick={() => {
              if (!combo.isOpen) combo.open()
            }}
          />
          <span className={styles.trail}>
            {combo.text !== '' && !isDisabled && (
              <button
                type="button"
                tabIndex={-1}
                className={cx(styles.inner, styles.onDemand)}
                aria-label={words.clear}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  combo.discardDraft()
                  combo.close()
                  if (value !== null) onChange(null)
                  input()?.focus()
                }}
              >
                <X aria-hidden="true" />
              </button>
            )}
            <button
              type="button"
              tabIndex={-1}
              disabled={isDisabled}
              className={styles.inner}
              aria-label={words.showList}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                input()?.focus()
                if (combo.isOpen) combo.close()
                else combo.open()
              }}
            >
              <ChevronDown aria-hidden="true" />
            </button>
          </span>
          <ComboList combo={combo} label={props.label} anchor={box} pickedId={picked?.id ?? null} createLabel={props.createLabel} />
        </div>
      )}
    </FieldFrame>
  )
}
