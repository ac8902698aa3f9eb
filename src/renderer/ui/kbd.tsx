/** A shortcut as key caps, for menus, tooltips and the map of shortcuts. Always left to right, as keys are named. */
import { cx } from './cx.ts'
import { isMac, keyCaps } from './key-caps.ts'
import styles from './kbd.module.css'
import { useWords } from './words.tsx'

export type KbdProps = {
  /** As the app writes it: "Mod+K", "Alt+ArrowLeft", "?". */
  shortcut: string
  /** `plain` has no cap around it: for columns of menus. */
  look?: 'cap' | 'plain'
  className?: string
}

/** Prints `shortcut` for this platform. */
export function Kbd({ shortcut, look = 'cap', className }: KbdProps) {
  const { keys } = useWords()
  const mac = isMac()
  const caps = keyCaps(shortcut, keys, mac)
  return (
    <kbd className={cx(styles.keys, look === 'plain' && styles.plain, className)} dir="ltr">
      {look === 'plain' ? caps.join(mac ? '' : '+') : caps.map((cap, i) => <span key={i}>{cap}</span>)}
    </kbd>
  )
}
