/** What was typed once more behind the box, invisible but for the wavy lines under what is off: so they stand exactly below it. */
import type { Problem } from '../../../shared/search/types.ts'
import styles from './search-box.module.css'

export function BoxSquiggles({ text, problems, scroll }: { text: string; problems: readonly Problem[]; scroll: number }) {
  if (problems.length === 0 || text.length > 1_000) return null
  const parts: { text: string; isOff: boolean }[] = []
  let done = 0
  for (const { start, end } of problems) {
    const from = Math.max(done, Math.min(start, text.length))
    const to = Math.max(from, Math.min(end, text.length))
    if (to === from) continue
    parts.push({ text: text.slice(done, from), isOff: false }, { text: text.slice(from, to), isOff: true })
    done = to
  }
  parts.push({ text: text.slice(done), isOff: false })
  return (
    <div className={styles.behind} dir="auto" aria-hidden="true">
      <span style={{ transform: `translateX(${-scroll}px)` }}>
        {parts.map((part, index) => (part.isOff ? <u key={index}>{part.text}</u> : part.text))}
      </span>
    </div>
  )
}
