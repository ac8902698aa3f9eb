/**
 * Choose several by typing; each becomes a chip, in the order chosen. Backspace at the start takes the last one away, the arrow keys
 * walk from the input along the chips and back, Delete removes the one reached. Where the order matters the chips can be dragged, or
 * moved with Alt+arrows. Otherwise the keys of ComboBox.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DragEvent, KeyboardEvent, Ref } from 'react'
import { useLocale } from 'react-aria-components'
import { Chip } from './chip.tsx'
import { ComboList } from './combo/combo-list.tsx'
import comboStyles from './combo/combo.module.css'
import type { ComboItem } from './combo/match.ts'
import { useCombo } from './combo/use-combo.ts'
import type { OnCreate } from './combo/use-combo.ts'
import { cx } from './cx.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-frame.tsx'
import styles from './input.module.css'
import { useWords } from './words.tsx'

export type TokenFieldProps = FieldProps & {
  items: readonly ComboItem[]
  value: readonly string[]
  onChange: (ids: string[]) => void
  /** Makes an entry of `text`; the owner then adds its id to `value`. The input is free for the next one at once. */
  onCreate?: OnCreate
  createLabel?: (text: string) => string
  /** The order matters: puts the entry at `from` where the one at `to` was. */
  onMove?: (from: number, to: number) => void
  /** A sign between two chips, such as an arrow, that says how they hang together. */
  link?: string
  placeholder?: string
  /** What the list says where nothing fits, instead of the usual words. */
  nothing?: string
  autoFocus?: boolean
  ref?: Ref<HTMLInputElement>
}

export function TokenField(props: TokenFieldProps) {
  const { items, value, onChange, onCreate, onMove, link, placeholder, isDisabled, error, ref } = props
  const words = useWords()
  const { direction } = useLocale()
  const box = useRef<HTMLDivElement>(null)
  const chosen = value.map((id) => items.find((item) => item.id === id) ?? { id, label: id })
  const exclude = useMemo(() => new Set(value), [value])
  const combo = useCombo({
    items,
    pickedId: null,
    pickedText: '',
    exclude,
    onPick: (id) => onChange([...value, id]),
    onCreate,
    keepOpen: true,
    isDisabled,
  })

  const focusInput = (): void => box.current?.querySelector('input')?.focus()
  const focusChip = (index: number): void => box.current?.querySelectorAll<HTMLButtonElement>('li button')[index]?.focus()
  /** Removes the chip at `index` and puts the focus where the reader goes on: the chip before it, else the next, else the input. */
  const remove = (index: number, from: 'input' | 'chip'): void => {
    onChange(value.filter((_, i) => i !== index))
    if (from === 'input' || value.length === 1) focusInput()
    else if (index > 0) focusChip(index - 1)
    else focusChip(1)
  }
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  /** The entry that was moved by a key: the focus goes with it once it stands at its new place. */
  const moved = useRef<string | null>(null)
  const move = (from: number, to: number): void => {
    if (!onMove || isDisabled || to < 0 || to >= value.length) return
    moved.current = value[from] ?? null
    onMove(from, to)
  }
  const order = value.join('\u0000')
  useEffect(() => {
    const index = moved.current === null ? -1 : order.split('\u0000').indexOf(moved.current)
    moved.current = null
    // Whoever has gone elsewhere before the answer came is not called back; a chip that was redrawn has left the focus nowhere.
    const isHere = document.activeElement === document.body || box.current?.contains(document.activeElement)
    if (index >= 0 && isHere) box.current?.querySelectorAll<HTMLButtonElement>('li button')[index]?.focus()
  }, [order])
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  const forth = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'

  const dragProps = (index: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', chosen[index]?.label ?? '')
      setDragged(index)
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
      setOver(index)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      event.stopPropagation()
      if (dragged !== null && dragged !== index) onMove?.(dragged, index)
    },
    onDragEnd: () => {
      setDragged(null)
      setOver(null)
    },
  })

  const onInputKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const input = event.currentTarget
    const atStart = input.selectionStart === 0 && input.selectionEnd === 0
    if (atStart && value.length > 0 && event.key === 'Backspace' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      remove(value.length - 1, 'input')
    } else if (atStart && value.length > 0 && event.key === back) {
      event.preventDefault()
      combo.close()
      focusChip(value.length - 1)
    } else combo.inputProps.onKeyDown(event)
  }
  const onChipKeyDown = (event: KeyboardEvent, index: number): void => {
    const last = value.length - 1
    if (event.altKey && event.key === back) move(index, index - 1)
    else if (event.altKey && event.key === forth) move(index, index + 1)
    else if (event.key === back) focusChip(Math.max(0, index - 1))
    else if (event.key === forth && index === last) focusInput()
    else if (event.key === forth) focusChip(index + 1)
    else if (event.key === 'Home') focusChip(0)
    else if (event.key === 'End') focusInput()
    else return
    event.preventDefault()
  }

  return (
    <FieldFrame {...props} hint={combo.isUnresolved ? words.unresolved : props.hint}>
      {({ controlId, labelId, describedBy }) => (
        <div
          ref={box}
          role="presentation"
          className={cx(styles.box, comboStyles.tokens)}
          data-invalid={error ? true : undefined}
          data-unresolved={combo.isUnresolved || undefined}
          data-disabled={isDisabled || undefined}
          onMouseDown={(event) => {
            if (event.target !== event.currentTarget) return
            event.preventDefault()
            focusInput()
          }}
        >
          {chosen.length > 0 && (
            <ul className={comboStyles.chips} aria-labelledby={labelId}>
              {chosen.map((item, index) => (
                <li
                  key={item.id}
                  {...(onMove && !isDisabled && dragProps(index))}
                  className={cx(dragged === index && comboStyles.dragged, over === index && dragged !== index && comboStyles.over)}
                  data-after={(over === index && dragged !== null && dragged < index) || undefined}
                >
                  {link !== undefined && index > 0 && (
                    <span className={comboStyles.link} aria-hidden="true">
                      {link}
                    </span>
                  )}
                  <Chip
                    label={item.label}
                    lead={'lead' in item ? item.lead : undefined}
                    lang={'lang' in item ? item.lang : undefined}
                    isDisabled={isDisabled}
                    onRemove={() => remove(index, 'chip')}
                    removeTabIndex={-1}
                    onRemoveKeyDown={(event) => onChipKeyDown(event, index)}
                  />
                </li>
              ))}
            </ul>
          )}
          <input
            {...combo.inputProps}
            ref={ref}
            id={controlId}
            className={cx(styles.input, comboStyles.entry)}
            value={combo.text}
            placeholder={chosen.length === 0 ? placeholder : undefined}
            disabled={isDisabled}
            autoFocus={props.autoFocus}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy}
            onChange={(event) => combo.type(event.currentTarget.value)}
            onKeyDown={onInputKeyDown}
            onClick={() => {
              if (!combo.isOpen) combo.open()
            }}
          />
          <ComboList combo={combo} label={props.label} anchor={box} createLabel={props.createLabel} nothing={props.nothing} />
        </div>
      )}
    </FieldFrame>
  )
}
