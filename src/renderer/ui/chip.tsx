/**
 * A small named thing: what was chosen, a filter that is on. With a hue it wears the hue's background and text.
 * `onRemove` adds a button; Delete and Backspace on that button remove too.
 */
import { X } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import styles from './chip.module.css'
import { cx } from './cx.ts'
import type { Hue } from './hues.ts'
import { useWords } from './words.tsx'

export type ChipProps = {
  label: string
  hue?: Hue
  lead?: ReactNode
  lang?: string
  onRemove?: () => void
  isDisabled?: boolean
  /** -1 where arrow keys lead to the button instead of Tab. */
  removeTabIndex?: number
  onRemoveKeyDown?: (event: KeyboardEvent<HTMLButtonElement>) => void
  className?: string
}

export function Chip(props: ChipProps) {
  const { label, hue, lead, lang, onRemove, isDisabled, removeTabIndex = 0, onRemoveKeyDown, className } = props
  const words = useWords()
  return (
    <span className={cx(styles.chip, className)} data-hue={hue}>
      {lead}
      <span className={styles.text} dir="auto" lang={lang} title={label}>
        {label}
      </span>
      {onRemove && !isDisabled && (
        <button
          type="button"
          tabIndex={removeTabIndex}
          className={styles.remove}
          aria-label={words.remove(label)}
          onClick={onRemove}
          onKeyDown={(event) => {
            onRemoveKeyDown?.(event)
            if (event.defaultPrevented || (event.key !== 'Delete' && event.key !== 'Backspace')) return
            event.preventDefault()
            onRemove()
          }}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
