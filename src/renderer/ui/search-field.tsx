/**
 * A box to search or filter with: magnifier, clear button, room for a count ("3 of 14"). Enter calls `onSubmit`.
 * Escape steps back like everywhere (the caller's `onKeyDown` sees it); only the clear button empties the box.
 */
import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { cx } from './cx.ts'
import styles from './input.module.css'
import { Kbd } from './kbd.tsx'
import { useWords } from './words.tsx'

export type SearchFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  onSubmit?: (value: string) => void
  placeholder?: string
  /** What was found, at the end of the box; read out politely. */
  result?: ReactNode
  /** The key that brings one here, shown while the box is empty. */
  shortcut?: string
  isDisabled?: boolean
  autoFocus?: boolean
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  className?: string
  ref?: Ref<HTMLInputElement>
}

export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, onSubmit, result, shortcut, isDisabled, className, ref } = props
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  return (
    <div ref={box} className={cx(styles.box, className)} data-disabled={isDisabled || undefined}>
      <span className={styles.lead}>
        <Search aria-hidden="true" />
      </span>
      <input
        ref={ref}
        className={styles.input}
        type="search"
        dir="auto"
        aria-label={label}
        value={value}
        placeholder={props.placeholder}
        disabled={isDisabled}
        autoFocus={props.autoFocus}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          // A search box empties itself on Escape in Chromium; that would lose what was typed.
          if (event.key === 'Escape') event.preventDefault()
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSubmit?.(event.currentTarget.value)
          props.onKeyDown?.(event)
        }}
      />
      <span className={styles.trail}>
        <span role="status">{result}</span>
        {shortcut && value === '' && (
          <span>
            <Kbd shortcut={shortcut} />
          </span>
        )}
        {value !== '' && (
          <button
            type="button"
            className={styles.inner}
            aria-label={words.clear}
            onClick={() => {
              onChange('')
              box.current?.querySelector('input')?.focus()
            }}
          >
            <X aria-hidden="true" />
          </button>
        )}
      </span>
    </div>
  )
}
