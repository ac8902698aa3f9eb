/** Text cut to one line or a few, the whole of it in a tooltip once it is cut. Direction follows the text, so Urdu is cut at its own end. */
import { useState } from 'react'
import type { CSSProperties } from 'react'
import { cx } from './cx.ts'
import styles from './ellipsis.module.css'

export type EllipsisProps = { text: string; lines?: number; lang?: string; className?: string }

export function Ellipsis({ text, lines = 1, lang, className }: EllipsisProps) {
  const [isCut, setCut] = useState(false)
  return (
    <span
      className={cx(lines === 1 ? styles.one : styles.many, className)}
      style={{ '--lines': lines } as CSSProperties}
      dir="auto"
      lang={lang}
      title={isCut ? text : undefined}
      onPointerEnter={(event) => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = event.currentTarget
        setCut(scrollWidth > clientWidth || scrollHeight > clientHeight)
      }}
    >
      {text}
    </span>
  )
}
