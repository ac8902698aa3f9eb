/** One of a short, closed list. For long lists, or where new entries may be made, use ComboBox. Typing a letter jumps, as in native selects. */
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components'
import { cx } from './cx.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-frame.tsx'
import inputStyles from './input.module.css'
import overlay from './overlay.module.css'
import styles from './select.module.css'

export type SelectOption<T extends string> = {
  id: T
  label: string
  detail?: string
  /** A line beneath the label. */ about?: string
  icon?: ReactNode
  isDisabled?: boolean
}

export type SelectProps<T extends string> = FieldProps & {
  value: T | null
  onChange: (value: T) => void
  options: readonly SelectOption<T>[]
  placeholder?: string
  /** No box until hovered: for toolbars and table heads. */
  isQuiet?: boolean
  autoFocus?: boolean
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { value, onChange, options, placeholder, isQuiet = false, isDisabled, error, autoFocus } = props
  const picked = options.find((option) => option.id === value)
  return (
    <FieldFrame {...props} as="group">
      {({ labelId, describedBy }) => (
        <AriaSelect
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          value={value}
          onChange={(id) => {
            const option = options.find((each) => each.id === id)
            if (option) onChange(option.id)
          }}
          isDisabled={isDisabled}
          isInvalid={Boolean(error)}
          autoFocus={autoFocus}
          className={styles.select ?? ''}
        >
          <Button className={cx(inputStyles.box, styles.button, isQuiet && styles.quiet)} data-invalid={error ? true : undefined}>
            <SelectValue className={cx(styles.value, !picked && styles.placeholder)}>
              {picked?.icon && <Icon>{picked.icon}</Icon>}
              <span className={styles.text}>{picked?.label ?? placeholder ?? '\u00a0'}</span>
            </SelectValue>
            <ChevronDown aria-hidden="true" className={styles.chevron} />
          </Button>
          <Popover className={cx(overlay.surface, styles.popover)} offset={4}>
            <ListBox items={options} className={overlay.list ?? ''}>
              {(option) => (
                <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled} className={overlay.row ?? ''}>
                  {({ isSelected }) => (
                    <>
                      <span className={overlay.mark}>{isSelected && <Check aria-hidden="true" />}</span>
                      {option.icon && <Icon>{option.icon}</Icon>}
                      <span className={cx(overlay.text, option.about !== undefined && styles.twoLines)}>
                        <Text slot="label">{option.label}</Text>
                        {option.about !== undefined && (
                          <Text slot="description" className={styles.about ?? ''}>
                            {option.about}
                          </Text>
                        )}
                      </span>
                      {option.detail && <span className={overlay.detail}>{option.detail}</span>}
                    </>
                  )}
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </AriaSelect>
      )}
    </FieldFrame>
  )
}

/** The icon repeats the label for the eye, so it is not said. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className={styles.icon}>
      {children}
    </span>
  )
}
