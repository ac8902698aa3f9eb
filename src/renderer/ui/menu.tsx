/**
 * Menus: from a button (`trigger`) or at a place on the screen (`anchor`: context menus). Every item can show its shortcut in a column;
 * the shortcut itself is bound by the app. Sections with one choice or several keep the menu's own check marks and roles.
 */
import { Check, ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
  Text,
} from 'react-aria-components'
import type { Placement } from 'react-aria-components'
import { useAnchor } from './anchor.tsx'
import type { AnchorRect } from './anchor.tsx'
import { cx } from './cx.ts'
import { Kbd } from './kbd.tsx'
import styles from './menu.module.css'
import overlay from './overlay.module.css'

export type MenuProps = { label: string; children: ReactNode; placement?: Placement } & (
  { trigger: ReactElement; isOpen?: boolean; onOpenChange?: (isOpen: boolean) => void } | { anchor: AnchorRect | null; onClose: () => void }
)

export function Menu(props: MenuProps) {
  const { label, children, placement = 'bottom start' } = props
  if ('trigger' in props) {
    return (
      <MenuTrigger isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
        {props.trigger}
        <Popover className={cx(overlay.surface, styles.popover)} placement={placement} offset={4}>
          <AriaMenu aria-label={label} className={overlay.list ?? ''}>
            {children}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    )
  }
  return (
    <AnchoredMenu label={label} anchor={props.anchor} onClose={props.onClose} placement={placement}>
      {children}
    </AnchoredMenu>
  )
}

type AnchoredMenuProps = { label: string; children: ReactNode; anchor: AnchorRect | null; onClose: () => void; placement: Placement }

function AnchoredMenu({ label, children, anchor, onClose, placement }: AnchoredMenuProps) {
  const place = useAnchor(anchor)
  return (
    <>
      {place.element}
      <Popover
        key={anchor ? `${anchor.x},${anchor.y}` : 'closed'}
        isOpen={anchor !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
        triggerRef={place.ref}
        placement={placement}
        offset={2}
        className={cx(overlay.surface, styles.popover)}
      >
        <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className={overlay.list ?? ''}>
          {children}
        </AriaMenu>
      </Popover>
    </>
  )
}

export type MenuItemProps = {
  label: string
  onAction: () => void
  icon?: ReactNode
  shortcut?: string
  detail?: string
  /** A line beneath the label. */
  about?: string
  isDanger?: boolean
  isDisabled?: boolean
  id?: string
}

export function MenuItem({ label, onAction, icon, shortcut, detail, about, isDanger = false, isDisabled, id }: MenuItemProps) {
  return (
    <AriaMenuItem
      id={id}
      textValue={label}
      aria-label={detail ? `${label}, ${detail}` : label}
      onAction={onAction}
      isDisabled={isDisabled}
      className={cx(overlay.row, styles.item, isDanger && styles.danger)}
    >
      <span className={styles.icon}>{icon}</span>
      {about === undefined ? (
        <span className={overlay.text}>{label}</span>
      ) : (
        <span className={cx(overlay.text, styles.twoLines)}>
          {label}
          <Text slot="description" className={styles.about ?? ''}>
            {about}
          </Text>
        </span>
      )}
      {detail && <span className={overlay.detail}>{detail}</span>}
      {shortcut && <Kbd shortcut={shortcut} look="plain" className={styles.shortcut} />}
    </AriaMenuItem>
  )
}

/** A group of items under a heading; without `title` only set off by its name for screen readers. */
export function MenuSection({ label, hideLabel = false, children }: { label: string; hideLabel?: boolean; children: ReactNode }) {
  return (
    <AriaMenuSection aria-label={hideLabel ? label : undefined}>
      {!hideLabel && <Header className={styles.header}>{label}</Header>}
      {children}
    </AriaMenuSection>
  )
}

export function MenuSeparator() {
  return <Separator className={overlay.line ?? ''} />
}

export type MenuOption<T extends string> = { id: T; label: string; icon?: ReactNode; shortcut?: string; isDisabled?: boolean }

type ChoicesProps<T extends string> = { label: string; hideLabel?: boolean; options: readonly MenuOption<T>[] }

/** One of several, check mark at the chosen one. */
export function MenuChoices<T extends string>(props: ChoicesProps<T> & { value: T | null; onChange: (value: T) => void }) {
  const { label, hideLabel, options, value, onChange } = props
  return (
    <AriaMenuSection
      aria-label={hideLabel ? label : undefined}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const picked = options.find((option) => keys === 'all' || keys.has(option.id))
        if (picked && picked.id !== value) onChange(picked.id)
      }}
    >
      {!hideLabel && <Header className={styles.header}>{label}</Header>}
      {options.map(checkable)}
    </AriaMenuSection>
  )
}

/** Any of several, each with its own check mark; the menu stays open. */
export function MenuChecks<T extends string>(props: ChoicesProps<T> & { value: readonly T[]; onChange: (value: T[]) => void }) {
  const { label, hideLabel, options, value, onChange } = props
  return (
    <AriaMenuSection
      aria-label={hideLabel ? label : undefined}
      selectionMode="multiple"
      shouldCloseOnSelect={false}
      selectedKeys={value}
      onSelectionChange={(keys) => onChange(options.filter((option) => keys === 'all' || keys.has(option.id)).map((option) => option.id))}
    >
      {!hideLabel && <Header className={styles.header}>{label}</Header>}
      {options.map(checkable)}
    </AriaMenuSection>
  )
}

function checkable<T extends string>(option: MenuOption<T>) {
  return (
    <AriaMenuItem
      key={option.id}
      id={option.id}
      textValue={option.label}
      aria-label={option.label}
      isDisabled={option.isDisabled}
      className={cx(overlay.row, styles.item)}
    >
      {({ isSelected }) => (
        <>
          <span className={styles.icon}>{isSelected && <Check aria-hidden="true" />}</span>
          {option.icon}
          <span className={overlay.text}>{option.label}</span>
          {option.shortcut && <Kbd shortcut={option.shortcut} look="plain" className={styles.shortcut} />}
        </>
      )}
    </AriaMenuItem>
  )
}

/** An item that opens a further menu. */
export function SubMenu({
  label,
  icon,
  isDisabled,
  children,
}: {
  label: string
  icon?: ReactNode
  isDisabled?: boolean
  children: ReactNode
}) {
  return (
    <SubmenuTrigger>
      <AriaMenuItem textValue={label} isDisabled={isDisabled} className={cx(overlay.row, styles.item)}>
        <span className={styles.icon}>{icon}</span>
        <span className={overlay.text}>{label}</span>
        <ChevronRight aria-hidden="true" className={styles.chevron} />
      </AriaMenuItem>
      <Popover className={cx(overlay.surface, styles.popover)} offset={-2}>
        <AriaMenu aria-label={label} className={overlay.list ?? ''}>
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  )
}
