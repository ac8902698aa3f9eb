/** Views in one place, one at a time. Arrow keys move between tabs and show them; the panel follows in tab order. Only the shown panel is mounted. */
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { Badge } from './badge.tsx'
import { cx } from './cx.ts'
import styles from './tabs.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export type TabItem<T extends string> = {
  id: T
  label: string
  icon?: ReactNode
  badge?: string
  /** What the badge says aloud, such as "2 parties". */ badgeLabel?: string
  content: ReactNode
  isDisabled?: boolean
}

export type TabsProps<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  items: readonly TabItem<T>[]
  /** Put at the end of the line of tabs. */
  aside?: ReactNode
  className?: string
}

export function Tabs<T extends string>({ label, value, onChange, items, aside, className }: TabsProps<T>) {
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => {
        const picked = items.find((item) => item.id === key)
        if (picked && picked.id !== value) onChange(picked.id)
      }}
      className={cx(styles.tabs, className)}
    >
      <div className={styles.bar}>
        <TabList aria-label={label} items={items} className={styles.list ?? ''}>
          {(item) => (
            <Tab id={item.id} isDisabled={item.isDisabled} className={styles.tab ?? ''}>
              {item.icon}
              <span>{item.label}</span>
              {item.badge && <VisuallyHidden>, </VisuallyHidden>}
              {item.badge && <Badge text={item.badge} label={item.badgeLabel} />}
            </Tab>
          )}
        </TabList>
        {aside}
      </div>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={styles.panel ?? ''}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
