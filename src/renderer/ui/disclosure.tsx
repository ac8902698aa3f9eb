/** A part that can be folded away under its heading. What is folded stays mounted, so fields in it keep what was typed. */
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { Badge } from './badge.tsx'
import { cx } from './cx.ts'
import styles from './disclosure.module.css'

export type DisclosureProps = {
  label: string
  value: boolean
  onChange: (isOpen: boolean) => void
  badge?: string
  /** Small controls at the end of the heading's line. */
  actions?: ReactNode
  level?: 2 | 3 | 4
  children: ReactNode
  className?: string
}

export function Disclosure({ label, value, onChange, badge, actions, level = 3, children, className }: DisclosureProps) {
  return (
    <AriaDisclosure isExpanded={value} onExpandedChange={onChange} className={cx(styles.disclosure, className)}>
      <div className={styles.bar}>
        <Heading level={level} className={styles.heading}>
          <Button slot="trigger" className={styles.trigger ?? ''}>
            <ChevronRight aria-hidden="true" className={styles.chevron} data-open={value || undefined} />
            <span>{label}</span>
            {badge && <Badge text={badge} />}
          </Button>
        </Heading>
        {actions}
      </div>
      <DisclosurePanel className={styles.panel ?? ''}>{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
