/** What two parties share and what stands between them, as numbers with bars. Below the fewest issues asked for it is faint. */
import type { NetworkEdge } from '../../../shared/domain/network.ts'
import { issuesOf, LINK_SIGNS, valueOf, type LinkKind, type NetworkLook } from './network-model.ts'
import styles from './network-matrix.module.css'
import type { NetworkWords } from './use-network-words.ts'

export interface NetworkCellProps {
  edge: NetworkEdge | undefined
  kinds: readonly LinkKind[]
  /** The longest bar. */
  most: number
  look: NetworkLook
  words: NetworkWords
}

export function NetworkCell({ edge, kinds, most, look, words }: NetworkCellProps) {
  if (!edge)
    return (
      <span className={styles.nothing} aria-hidden="true">
        ·
      </span>
    )
  const isDivided = (look.by ?? 'none') !== 'none'
  return kinds.map((kind) => {
    const issues = issuesOf(edge, kind)
    const value = valueOf(edge, kind)
    return (
      <span
        key={kind}
        aria-hidden="true"
        className={styles.value}
        data-kind={kind}
        data-faint={issues < Math.max(look.least ?? 1, 1) || undefined}
      >
        <span className={styles.sign}>{LINK_SIGNS[kind]}</span>
        <span className={styles.number}>{words.number(value)}</span>
        {isDivided && issues > 0 ? <span className={styles.issues}>{issues}</span> : null}
        <i style={{ inlineSize: `${(100 * value) / most}%` }} />
      </span>
    )
  })
}
